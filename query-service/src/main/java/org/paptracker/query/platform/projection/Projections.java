package org.paptracker.query.platform.projection;

import java.util.List;

/** The projections there are, by the name of their event processor. */
public final class Projections {
    public static final String PLANS = "plans";
    public static final String ACTIONS = "actions";
    public static final String EVIDENCE = "evidence";
    public static final String KPIS = "kpis";
    public static final String VOICES = "voices";
    public static final String RISKS = "risks";
    public static final String DECISIONS = "decisions";
    public static final String STOCKTAKES = "stocktakes";
    public static final String REDACTIONS = "redactions";
    public static final String GUARD_OVERRIDES = "overrides";
    public static final String AUDIT = "audit";
    public static final String LEDGER = "ledger";

    public static final List<String> ALL = List.of(
            PLANS,
            ACTIONS,
            EVIDENCE,
            KPIS,
            VOICES,
            RISKS,
            DECISIONS,
            STOCKTAKES,
            REDACTIONS,
            GUARD_OVERRIDES,
            AUDIT,
            LEDGER);

    private Projections() {}
}
