package org.paptracker.query.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.values.plan.PlanId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProgressApi {
    private final PlanProgress progress;

    ProgressApi(PlanProgress progress) {
        this.progress = progress;
    }

    @RequiresRight(Right.READ)
    @GetMapping("/api/v1/plans/{plan}/progress")
    PlanProgress.Report progress(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "area") String by,
            @RequestParam(defaultValue = "false") boolean acrossPlans,
            AsAt asAt) {
        Grouping grouping = grouping(by);
        return (acrossPlans ? progress.acrossPlans(plan, asAt, grouping) : progress.of(plan, asAt, grouping)).get(0);
    }

    private static Grouping grouping(String by) {
        return Arrays.stream(Grouping.values())
                .filter(grouping -> lower(grouping).equals(by))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.malformed(
                        "by",
                        "must be one of "
                                + Arrays.stream(Grouping.values())
                                        .map(ProgressApi::lower)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String lower(Grouping grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }
}
