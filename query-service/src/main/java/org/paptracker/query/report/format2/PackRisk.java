package org.paptracker.query.report.format2;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.query.risk.RiskView;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskResponse;
import org.paptracker.values.risk.RiskState;

/** A risk. */
record PackRisk(
        RiskCode code,
        PlanId plan,
        String title,
        @Nullable BusinessDate identifiedOn,
        @Nullable String cause,
        @Nullable String event,
        @Nullable String effect,
        @Nullable String ownerRole,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        @Nullable RiskResponse response,
        Visibility visibility,
        RiskState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason,
        @Nullable BoardCode escalatedTo,
        @Nullable Integer score,
        List<Score> scores,
        List<Mitigation> mitigations,
        @JsonUnwrapped PackStamp stamp) {

    record Score(
            BusinessDate on,
            int likelihood,
            int impact,
            int score,
            Who by,
            @Nullable String note) {}

    record Mitigation(
            BusinessDate on,
            @Nullable String text,
            @Nullable BusinessDate dueOn,
            Who by) {}

    static PackRisk of(RiskView risk) {
        var details = risk.details();
        return new PackRisk(
                risk.code(),
                risk.plan(),
                details.title(),
                details.identifiedOn(),
                details.cause(),
                details.event(),
                details.effect(),
                details.ownerRole(),
                details.areas(),
                details.themes(),
                details.response(),
                details.visibility(),
                risk.state(),
                risk.standing().stateSince(),
                risk.standing().stateReason(),
                risk.standing().escalatedTo(),
                risk.work().score(),
                risk.work().scores().stream()
                        .map(one -> new Score(
                                one.on().date(), one.likelihood(), one.impact(), one.score(), one.by(), one.note()))
                        .toList(),
                risk.work().mitigations().stream()
                        .map(one -> new Mitigation(one.on(), one.text(), one.dueOn(), one.by()))
                        .toList(),
                PackStamp.of(risk.stamp()));
    }
}
