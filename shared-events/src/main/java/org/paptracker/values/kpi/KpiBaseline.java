package org.paptracker.values.kpi;

/** Where a KPI stood before the work began. */
public record KpiBaseline(Period period, Reading reading) {}
