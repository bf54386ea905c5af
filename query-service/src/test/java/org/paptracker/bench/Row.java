package org.paptracker.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measure.
 *
 * @param measured with its unit
 * @param beside what was measured in the same run to compare it with, with its unit; empty if nothing was
 * @param ratio of the two; null if nothing was measured beside it
 * @param aim null if there is none
 */
record Row(
        String what,
        String measured,
        String beside,
        @Nullable Double ratio,
        @Nullable Aim aim) {
    /** Of something that nothing is compared with. */
    static Row of(String what, String measured, @Nullable Aim aim) {
        return new Row(what, measured, "", null, aim);
    }

    /** Of a figure and another one in the same unit, and by how much it is the larger one. */
    static Row compared(String what, double measured, String unit, String other, double beside) {
        return new Row(
                what, Table.amount(measured, unit), other + ": " + Table.amount(beside, unit), measured / beside, null);
    }

    Row with(Aim aim) {
        return new Row(what, measured, beside, ratio, aim);
    }

    /** The ratio must be that or more. */
    Row atLeast(double least) {
        return with(Aim.atLeast(least, given()));
    }

    /** The ratio must be that or less. */
    Row atMost(double most) {
        return with(Aim.atMost(most, given()));
    }

    private double given() {
        if (ratio == null) throw new IllegalStateException("Nothing was measured beside " + what);
        return ratio;
    }
}
