package org.paptracker.command.platform.axon;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.paptracker.values.plan.PlanId;

/** Anything that can be asked: it stands in a plan and is decided by one stream. */
public interface Command {
    PlanId plan();

    /** The stream that decides: {@code plan:oxfordshire-pap}, {@code action:oxfordshire-pap/PA3-01}. */
    @TargetAggregateIdentifier
    String stream();
}
