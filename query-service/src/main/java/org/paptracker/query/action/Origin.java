package org.paptracker.query.action;

import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.PlanId;

/**
 * Where an action came from.
 *
 * @param on the day of the transfer; what was finished by then is recorded there
 */
public record Origin(PlanId plan, ActionCode action, BusinessDate on) {}
