package org.paptracker.command.platform.imports;

/**
 * A cell that holds something else than was taken of it, such as more digits than it shows.
 *
 * @param line where it stands; the headings are line 1
 * @param field its column
 * @param message what it holds, what it shows and what was taken
 */
public record CellNote(int line, String field, String message) {}
