package org.paptracker.command.platform.guard;

import java.util.regex.Pattern;

/** A National Insurance number: two letters that are given out, six digits, a letter from A to D. */
final class InsuranceNumber {
    private static final String GAP = "[ ./-]{0,2}";
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![\\p{L}\\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]" + GAP + "\\d{2}" + GAP
                    + "\\d{2}" + GAP + "\\d{2}" + GAP + "[A-D](?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);

    private InsuranceNumber() {}

    static boolean isIn(String text) {
        return SHAPE.matcher(text).find();
    }
}
