package org.paptracker.platform.security;

import static org.paptracker.platform.security.Role.ACCOUNTABLE_EXECUTIVE;
import static org.paptracker.platform.security.Role.ANONYMOUS;
import static org.paptracker.platform.security.Role.BOARD;
import static org.paptracker.platform.security.Role.INFORMATION_GOVERNANCE;
import static org.paptracker.platform.security.Role.METRICS;
import static org.paptracker.platform.security.Role.PARENT_CARER_FORUM;
import static org.paptracker.platform.security.Role.PROGRAMME_OFFICE;
import static org.paptracker.platform.security.Role.REVIEWER;
import static org.paptracker.platform.security.Role.WORKSTREAM_LEAD;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What may be done here, and by whom. Each endpoint {@link RequiresRight} one. A lead's and an executive's rights end where
 * their own themes and organisation do, and nobody is shown what is beyond their {@link Scope}: that is not said here.
 */
public enum Right {
    // Reading
    READ(
            "read plans",
            WORKSTREAM_LEAD,
            ACCOUNTABLE_EXECUTIVE,
            PROGRAMME_OFFICE,
            BOARD,
            PARENT_CARER_FORUM,
            REVIEWER,
            INFORMATION_GOVERNANCE,
            ANONYMOUS),
    CHECK_LEDGER(
            "check the history against its checkpoints",
            WORKSTREAM_LEAD,
            ACCOUNTABLE_EXECUTIVE,
            PROGRAMME_OFFICE,
            BOARD,
            PARENT_CARER_FORUM,
            REVIEWER,
            INFORMATION_GOVERNANCE),
    VERIFY_LEDGER("have the whole history verified", PROGRAMME_OFFICE, REVIEWER),
    EXPORT_HISTORY("export the history", PROGRAMME_OFFICE, BOARD, REVIEWER, INFORMATION_GOVERNANCE),
    READ_REDACTIONS(
            "see redactions and overrides of the guard", PROGRAMME_OFFICE, BOARD, REVIEWER, INFORMATION_GOVERNANCE),

    // Plans and actions
    KEEP_PLAN("register a plan, keep its details, publish or end it", PROGRAMME_OFFICE),
    APPROVE_PLAN("record that a plan is approved, or reopen it", BOARD),
    AGREE_ACTIONS("agree actions and milestones, cancel or transfer them", PROGRAMME_OFFICE),
    RECORD_PROGRESS(
            "record progress, claim completion, start, pause or resume an action",
            WORKSTREAM_LEAD,
            ACCOUNTABLE_EXECUTIVE,
            PROGRAMME_OFFICE),
    SIGN_OFF_DELIVERY("sign off that something is delivered or embedded", ACCOUNTABLE_EXECUTIVE, BOARD),
    VERIFY_COMPLETION("verify that a milestone is complete, reject the claim or reopen it", BOARD),
    ASSESS("rate actions and milestones", WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE, BOARD),
    PROPOSE_REBASELINE("propose a new agreed date", ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),
    DECIDE_REBASELINE("approve or refuse a new agreed date", BOARD),

    // Evidence and figures
    SUBMIT_EVIDENCE("submit, withdraw or supersede evidence", WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),
    VALIDATE_EVIDENCE("validate or return evidence", PROGRAMME_OFFICE),
    CHALLENGE_EVIDENCE("challenge evidence", PARENT_CARER_FORUM, REVIEWER),
    DECIDE_CHALLENGE("uphold challenged evidence", PROGRAMME_OFFICE, BOARD),
    DEFINE_KPIS("define KPIs and their targets", PROGRAMME_OFFICE),
    MEASURE("record, revise or withdraw figures", WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),

    // Families, risks, decisions, stocktakes
    RECORD_VOICES(
            "record what families say", WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE, PARENT_CARER_FORUM),
    ANSWER_VOICES("answer what families say", WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE),
    CLOSE_VOICES("close what families said and was answered", PROGRAMME_OFFICE, PARENT_CARER_FORUM),
    KEEP_RISKS("record risks and what is done about them", PROGRAMME_OFFICE),
    ACCEPT_RISKS("accept a risk, or return one that was escalated", PROGRAMME_OFFICE, BOARD),
    PROPOSE_DECISIONS("propose a decision", WORKSTREAM_LEAD, ACCOUNTABLE_EXECUTIVE, PROGRAMME_OFFICE, BOARD),
    DECIDE("record the board's decisions", BOARD),
    CARRY_OUT_DECISIONS("record that a decision is carried out or put off", PROGRAMME_OFFICE, BOARD),
    KEEP_MEETINGS("record a board's meetings", PROGRAMME_OFFICE, BOARD),
    HOLD_STOCKTAKES("schedule or freeze a stocktake", PROGRAMME_OFFICE),
    CLOSE_STOCKTAKES("close a stocktake", PROGRAMME_OFFICE, BOARD),
    RECORD_FINDINGS("record what a stocktake found", PROGRAMME_OFFICE, REVIEWER),
    ANSWER_FINDINGS("answer what a stocktake found", PROGRAMME_OFFICE, BOARD),

    // Keeping it in order
    REDACT("take words out of the record", INFORMATION_GOVERNANCE),
    OVERRIDE_GUARD("override the guard", INFORMATION_GOVERNANCE),
    OPERATE("see and repair how the services run", PROGRAMME_OFFICE),
    READ_OPERATIONS("see what operators did", PROGRAMME_OFFICE, BOARD, REVIEWER, INFORMATION_GOVERNANCE),
    SCRAPE("scrape metrics", PROGRAMME_OFFICE, METRICS);

    @SuppressWarnings("ImmutableEnumChecker") // what Set.of makes never changes
    private final Set<Role> roles;

    private final String inWords;

    Right(String inWords, Role... roles) {
        this.roles = Set.of(roles);
        this.inWords = inWords;
    }

    public boolean isOf(Role role) {
        return roles.contains(role);
    }

    /** What it is a right to, after "may": {@code verify that a milestone is complete}. */
    public String inWords() {
        return inWords;
    }

    /** Those who have it, in the order of {@link Role}: {@code workstream leads and the programme office}. */
    public String whose() {
        List<String> who = Arrays.stream(Role.values())
                .filter(this::isOf)
                .map(Role::inWords)
                .toList();
        int last = who.size() - 1;
        return last == 0 ? who.get(0) : String.join(", ", who.subList(0, last)) + " and " + who.get(last);
    }

    boolean isOfOneRole() {
        return roles.size() == 1;
    }
}
