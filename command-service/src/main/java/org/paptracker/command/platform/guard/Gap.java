package org.paptracker.command.platform.guard;

/** What people put between the parts of a number: spaces, line breaks, and any sign that is no letter or digit. */
final class Gap {
    private static final String SIGNS = "[\\s.,;:/|_()\\[\\]{}<>*'\"~=+\\\\-]";

    /** At most three, so that numbers of different columns stay apart. */
    static final String OPTIONAL = SIGNS + "{0,3}";

    static final String NEEDED = SIGNS + "{1,3}";

    private Gap() {}
}
