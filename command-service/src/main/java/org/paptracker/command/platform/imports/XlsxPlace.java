package org.paptracker.command.platform.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cell stands.
 *
 * @param row from 1
 * @param column from 0
 */
record XlsxPlace(int row, int column) {
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z]{1,7})([0-9]{1,7})");
    private static final int LETTERS = 26;

    /** @throws IllegalArgumentException if it is no place such as {@code B7} */
    static XlsxPlace of(String name) {
        Matcher shape = SHAPE.matcher(name);
        if (!shape.matches()) throw new IllegalArgumentException("No place of a cell");
        int column = 0;
        for (char letter : shape.group(1).toCharArray()) {
            column = Math.min(column, TableRow.MOST_COLUMNS * 2) * LETTERS + Character.toUpperCase(letter) - 'A' + 1;
        }
        return new XlsxPlace(Integer.parseInt(shape.group(2)), column - 1);
    }

    /** As a spreadsheet names it. */
    @Override
    public String toString() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }
}
