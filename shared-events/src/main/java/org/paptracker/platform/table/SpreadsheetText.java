package org.paptracker.platform.table;

import java.util.regex.Pattern;

/**
 * Text on its way into a spreadsheet and back. A cell that begins like a formula would run when the file is opened,
 * so it gets an apostrophe in front; on the way back that apostrophe is taken off. What had one already gets another,
 * so each text comes back as it was.
 */
public final class SpreadsheetText {
    /** As the OWASP has it, with the full-width signs that some spreadsheets take for the narrow ones. */
    private static final Pattern RUN_AS_FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r\n＝＋－＠].*");

    private SpreadsheetText() {}

    /** For a cell of a file that is exported. */
    public static String harmless(String text) {
        return RUN_AS_FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** What a cell of an imported file said before {@link #harmless}. */
    public static String original(String cell) {
        return cell.startsWith("'") && RUN_AS_FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
