package org.paptracker.command.planted;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class HastyDecider {
    private HastyDecider() {}

    static LocalDate decide() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
