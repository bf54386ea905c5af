package org.paptracker.query.platform.projection;

import java.util.List;
import org.springframework.stereotype.Component;

/** The projections there are, by the name of their event processor, in order of these names. */
@Component("projectionNames") // "projections" is the name of their health
public class Projections {
    private final List<String> names;
    private final List<String> replayable;

    Projections(List<Projected> all) {
        names = all.stream().map(Projected::projection).sorted().toList();
        replayable = all.stream()
                .filter(Projected::isReplayable)
                .map(Projected::projection)
                .sorted()
                .toList();
    }

    public List<String> all() {
        return names;
    }

    /** Those that can be made again from the log, in order of their names. */
    public List<String> replayable() {
        return replayable;
    }
}
