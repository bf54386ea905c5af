package org.paptracker.values.kpi;

/** Whether a reading may still be corrected by whoever publishes it. */
public enum MeasurementStatus {
    PROVISIONAL,
    FINAL
}
