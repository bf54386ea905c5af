package org.paptracker.platform.security;

/** What somebody is here. What a role may do: {@link Right}; what it may see: {@link Reach}. */
public enum Role {
    WORKSTREAM_LEAD,
    ACCOUNTABLE_EXECUTIVE,
    PROGRAMME_OFFICE,
    BOARD,
    PARENT_CARER_FORUM,
    REVIEWER,
    INFORMATION_GOVERNANCE,
    METRICS,
    /** Has not signed in. */
    NOBODY
}
