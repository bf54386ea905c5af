package org.paptracker.query.action;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.CsvTable;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How milestones stand, in the columns in which progress is imported: to be changed in a spreadsheet and sent back. */
@RestController
class ProgressExportApi {
    private static final List<String> HEADINGS = List.of(
            "action",
            "milestone",
            "effectiveOn",
            "note",
            "percentComplete",
            "rating",
            "forecastDueOn",
            "soWhat",
            "howDoWeKnow",
            "pathToGreen");

    private final Actions actions;

    ProgressExportApi(Actions actions) {
        this.actions = actions;
    }

    /** The latest report of each milestone that has one. */
    @RequiresRight(Right.READ)
    @GetMapping(value = "/api/v1/plans/{plan}/exports/progress", produces = "text/csv")
    ResponseEntity<String> progress(@PathVariable PlanId plan, AsAt asAt) {
        CsvTable table = new CsvTable(HEADINGS);
        for (ActionView action : actions.of(plan, asAt)) {
            for (MilestoneView milestone : action.milestones()) {
                Report report = milestone.latest();
                if (report != null) row(table, action, milestone, report);
            }
        }
        return table.answer();
    }

    private static void row(CsvTable table, ActionView action, MilestoneView milestone, Report report) {
        table.row(
                "/api/v1/plans/%s/milestones?action=%s".formatted(action.plan(), action.code()),
                action.code(),
                milestone.code(),
                report.on(),
                report.note(),
                report.on().equals(report.percentOn()) ? report.percentComplete() : null,
                rating(milestone, report),
                milestone.due().forecastDueOn(),
                report.soWhat(),
                report.howDoWeKnow(),
                report.pathToGreen());
    }

    /** The rating that the reporter gave for that day; null if none. */
    private static @Nullable Rating rating(MilestoneView milestone, Report report) {
        return milestone.work().assessments().stream()
                .filter(one -> one.on().equals(report.on())
                        && Objects.equals(one.by().person(), report.by().person()))
                .map(Assessment::rating)
                .findFirst()
                .orElse(null);
    }
}
