package org.paptracker.platform.security;

import static org.paptracker.platform.security.Role.ACCOUNTABLE_EXECUTIVE;
import static org.paptracker.platform.security.Role.BOARD;
import static org.paptracker.platform.security.Role.INFORMATION_GOVERNANCE;
import static org.paptracker.platform.security.Role.METRICS;
import static org.paptracker.platform.security.Role.NOBODY;
import static org.paptracker.platform.security.Role.PARENT_CARER_FORUM;
import static org.paptracker.platform.security.Role.PROGRAMME_OFFICE;
import static org.paptracker.platform.security.Role.REVIEWER;
import static org.paptracker.platform.security.Role.WORKSTREAM_LEAD;

import java.util.Set;

/**
 * What may be done here, and by whom. Each endpoint {@link Needs} one. A lead's and an executive's rights end where
 * their own themes and organisation do, and nobody is shown what is beyond his {@link Reach}: that is not said here.
 */
public enum Right {
    // Reading
    READ(
            WORKSTREAM_LEAD,
            ACCOUNTABLE_EXECUTIVE,
            PROGRAMME_OFFICE,
            BOARD,
            PARENT_CARER_FORUM,
            REVIEWER,
            INFORMATION_GOVERNANCE,
            NOBODY),
    CHECK_LEDGER(
            WORKSTREAM_LEAD,
            ACCOUNTABLE_EXECUTIVE,
            PROGRAMME_OFFICE,
            BOARD,
            PARENT_CARER_FORUM,
            REVIEWER,
            INFORMATION_GOVERNANCE),
    EXPORT_HISTORY(PROGRAMME_OFFICE, BOARD, REVIEWER, INFORMATION_GOVERNANCE),
    READ_REDACTIONS(PROGRAMME_OFFICE, BOARD, REVIEWER, INFORMATION_GOVERNANCE),

    // Plans and actions
    KEEP_PLAN(PROGRAMME_OFFICE),
    APPROVE_PLAN(BOARD),
    AGREE_ACTIONS(PROGRAMME_OFFICE),
    RECORD_PROGRESS(WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),
    SIGN_OFF_DELIVERY(ACCOUNTABLE_EXECUTIVE, BOARD),
    VERIFY_COMPLETION(BOARD),
    ASSESS(WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE, BOARD),
    PROPOSE_REBASELINE(ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),
    DECIDE_REBASELINE(BOARD),

    // Evidence and figures
    SUBMIT_EVIDENCE(WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),
    VALIDATE_EVIDENCE(PROGRAMME_OFFICE),
    CHALLENGE_EVIDENCE(PARENT_CARER_FORUM, REVIEWER),
    DECIDE_CHALLENGE(PROGRAMME_OFFICE, BOARD),
    DEFINE_KPIS(PROGRAMME_OFFICE),
    MEASURE(WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),

    // Families, risks, decisions, stocktakes
    RECORD_VOICES(WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE, PARENT_CARER_FORUM),
    ANSWER_VOICES(WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),
    CLOSE_VOICES(PROGRAMME_OFFICE, PARENT_CARER_FORUM),
    KEEP_RISKS(PROGRAMME_OFFICE),
    ACCEPT_RISKS(PROGRAMME_OFFICE, BOARD),
    DECIDE(BOARD),
    CARRY_OUT_DECISIONS(PROGRAMME_OFFICE, BOARD),
    HOLD_STOCKTAKES(PROGRAMME_OFFICE),
    RECORD_FINDINGS(PROGRAMME_OFFICE, REVIEWER),
    ANSWER_FINDINGS(PROGRAMME_OFFICE, BOARD),

    // Keeping it in order
    REDACT(INFORMATION_GOVERNANCE),
    OVERRIDE_GUARD(INFORMATION_GOVERNANCE),
    OPERATE(PROGRAMME_OFFICE),
    READ_OPERATIONS(PROGRAMME_OFFICE, BOARD, REVIEWER, INFORMATION_GOVERNANCE),
    SCRAPE(PROGRAMME_OFFICE, METRICS);

    @SuppressWarnings("ImmutableEnumChecker") // what Set.of makes never changes
    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = Set.of(roles);
    }

    public boolean isOf(Role role) {
        return roles.contains(role);
    }
}
