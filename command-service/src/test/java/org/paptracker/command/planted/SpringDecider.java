package org.paptracker.command.planted;

import org.springframework.util.StringUtils;

final class SpringDecider {
    private SpringDecider() {}

    static boolean decide(String text) {
        return StringUtils.hasText(text);
    }
}
