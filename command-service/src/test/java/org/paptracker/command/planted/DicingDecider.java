package org.paptracker.command.planted;

import org.paptracker.values.ErasableText;

final class DicingDecider {
    private DicingDecider() {}

    static ErasableText decide() {
        return ErasableText.of("salted at random");
    }
}
