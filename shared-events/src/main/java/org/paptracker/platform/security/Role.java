package org.paptracker.platform.security;

/** What somebody may do here. The table stands in the README. */
public enum Role {
    WORKSTREAM_LEAD,
    ACCOUNTABLE_EXECUTIVE,
    PROGRAMME_OFFICE,
    BOARD,
    PARENT_CARER_FORUM,
    REVIEWER,
    INFORMATION_GOVERNANCE,
    METRICS
}
