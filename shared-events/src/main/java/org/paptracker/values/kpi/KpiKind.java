package org.paptracker.values.kpi;

/** What a KPI measures. */
public enum KpiKind {
    /** What goes in: money, people, places. */
    INPUT,
    /** How the work goes: waits, backlogs, timeliness. */
    PROCESS,
    /** What was made or done. */
    OUTPUT,
    /** What changed for children and families. */
    OUTCOME,
    /** How children and families found it. */
    EXPERIENCE,
    /** How much need there is, which nobody steers. */
    CONTEXT
}
