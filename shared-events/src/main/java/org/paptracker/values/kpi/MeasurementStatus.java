package org.paptracker.values.kpi;

/** Whether a reading may still be corrected by its publisher. */
public enum MeasurementStatus {
    PROVISIONAL,
    FINAL
}
