package org.paptracker.query;

import java.util.List;
import java.util.TreeSet;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/** A plan with one restricted action S-01 of theme T2 and organisation OCC, for tests. */
public final class Secret {
    public static final String TITLE = "Close the old school";

    private Secret() {}

    public static List<DomainEvent> in(String plan) {
        PlanId code = new PlanId(plan);
        return List.of(
                new PlanRegistered(code, History.plan().details()),
                new ActionAgreed(
                        code,
                        new ActionCode("S-01"),
                        Records.with(
                                History.details(TITLE, "PA1"),
                                "themes",
                                new TreeSet<>(List.of(new ThemeCode("T2"))),
                                "leads",
                                List.of(),
                                "organisations",
                                new TreeSet<>(List.of(new OrganisationCode("OCC"))),
                                "visibility",
                                Visibility.RESTRICTED)));
    }
}
