package org.paptracker.query.report;

import java.util.Map;
import java.util.TreeMap;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.action.Timing;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.proof.Proofs;

/**
 * How the milestones of a plan stand at one end of a period.
 *
 * @param milestones in order of action and code; those of actions that no longer count are not among them
 */
record Standing(AsAt asAt, Proofs proofs, Map<String, One> milestones) {
    record One(ActionView action, MilestoneView milestone, Timing timing) {
        Assurance.Step step() {
            return new Assurance.Step(action.code(), milestone.code(), milestone.title());
        }
    }

    static Standing of(PlanSnapshot snapshot) {
        Map<String, One> milestones = new TreeMap<>();
        for (ActionView action : snapshot.actions()) {
            if (!action.counts()) continue;
            for (MilestoneView milestone : action.milestones()) {
                milestones.put(
                        action.code() + " " + milestone.code(),
                        new One(
                                action,
                                milestone,
                                Timing.of(action, milestone, snapshot.asAt().day())));
            }
        }
        return new Standing(snapshot.asAt(), snapshot.proofs(), milestones);
    }
}
