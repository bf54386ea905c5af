package org.paptracker.platform.security;

/** What somebody is here. What a role may do: {@link Right}; what it may see: {@link Scope}. */
public enum Role {
    WORKSTREAM_LEAD("workstream leads"),
    ACCOUNTABLE_EXECUTIVE("accountable executives"),
    PROGRAMME_OFFICE("the programme office"),
    BOARD("the board"),
    PARENT_CARER_FORUM("the parent carer forum"),
    REVIEWER("reviewers"),
    INFORMATION_GOVERNANCE("information governance"),
    METRICS("the metrics collector"),
    /** Has not signed in. */
    ANONYMOUS("everybody");

    private final String inWords;

    Role(String inWords) {
        this.inWords = inWords;
    }

    /** Those who have it, as a sentence calls them: {@code the programme office}. */
    public String inWords() {
        return inWords;
    }
}
