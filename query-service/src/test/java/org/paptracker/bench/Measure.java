package org.paptracker.bench;

import java.util.List;

/** What many samples come to. */
final class Measure {
    private Measure() {}

    /** The smallest sample that half of them do not exceed. */
    static double median(List<Double> samples) {
        return percentile(samples, 50);
    }

    /**
     * The smallest sample that so many per cent of them do not exceed (nearest rank).
     *
     * @param percent 1 to 100
     */
    static double percentile(List<Double> samples, int percent) {
        if (samples.isEmpty()) throw new IllegalArgumentException("Nothing was measured");
        List<Double> sorted = samples.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
}
