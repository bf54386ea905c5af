package org.paptracker.query.action;

import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanId;

/** Where an action went on. */
public record Destination(PlanId plan, ActionCode action) {}
