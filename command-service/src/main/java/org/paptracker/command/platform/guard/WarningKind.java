package org.paptracker.command.platform.guard;

/** What the guard only warns of. It is recorded all the same, and needs no override, so no event ever names one. */
public enum WarningKind {
    INITIALS_WITH_AGE_AND_CONDITION("initials with an age and a condition");

    private final String words;

    WarningKind(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }
}
