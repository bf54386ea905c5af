package org.paptracker.bench;

/**
 * What a figure should be, and whether it is.
 *
 * @param text as the table shows it
 */
record Aim(String text, boolean isMet) {
    static Aim atLeast(double least, double found) {
        return new Aim("at least " + Table.number(least), found >= least);
    }

    static Aim atMost(double most, double found) {
        return new Aim("at most " + Table.number(most), found <= most);
    }

    /** The same with a unit: for a figure that is no ratio. */
    Aim in(String unit) {
        return new Aim(text + " " + unit, isMet);
    }
}
