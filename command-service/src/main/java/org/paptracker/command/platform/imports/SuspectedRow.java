package org.paptracker.command.platform.imports;

/**
 * A row that seems to hold personal data.
 *
 * @param line where it stands; the headings are line 1
 * @param request by which an override can be asked for
 */
public record SuspectedRow(int line, String request) {}
