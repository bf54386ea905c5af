package org.paptracker.command.platform.guard;

/** What people put between the parts of a number: spaces, line breaks, and any sign that is no letter or digit. */
final class Gap {
    private static final String SIGNS = "[^\\p{L}\\d£$€%]";

    /** At most four, so that numbers of different columns stay apart. */
    static final String OPTIONAL = SIGNS + "{0,4}";

    static final String NEEDED = SIGNS + "{1,4}";

    private Gap() {}
}
