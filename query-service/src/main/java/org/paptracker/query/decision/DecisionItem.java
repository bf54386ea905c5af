package org.paptracker.query.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * A decision as the API shows it, with what its date says today.
 *
 * @param overdue the day it was due has passed and it is neither done nor superseded
 */
public record DecisionItem(@JsonUnwrapped DecisionView decision, boolean overdue) {
    public static DecisionItem of(DecisionView decision, LocalDate day) {
        return new DecisionItem(decision, decision.overdue(day));
    }
}
