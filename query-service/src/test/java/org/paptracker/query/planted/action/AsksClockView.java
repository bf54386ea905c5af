package org.paptracker.query.planted.action;

import java.time.LocalDate;
import java.time.ZoneId;

class AsksClockView {
    LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }
}
