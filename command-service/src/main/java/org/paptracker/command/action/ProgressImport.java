package org.paptracker.command.action;

import java.util.List;
import org.paptracker.command.action.MilestoneApi.Progress;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.imports.Column;
import org.paptracker.command.platform.imports.ImportKind;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** Progress of many milestones as a table. */
@Component
class ProgressImport implements ImportKind<Progress> {
    @Override
    public String name() {
        return "progress";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.key("action", ActionCode.class, "The action's code, such as PA3-01"),
                Column.key("milestone", MilestoneCode.class, "The milestone's code, such as PA3-01.2"),
                Column.date(
                        "effectiveOn",
                        "When it was so: a day 2025-02-13, a month 2025-02, a quarter 2025-Q1 or a year 2025. Today if left blank"),
                Column.text("note", "What was done and where it stands, in your words")
                        .always(),
                Column.perCent("percentComplete", "A whole number from 0 to 100"),
                Column.text("rating", "One of " + List.of(Rating.values())),
                Column.date("forecastDueOn", "When it is expected to be done; dates as in effectiveOn"),
                Column.text("soWhat", "What difference it makes to children and families"),
                Column.text("howDoWeKnow", "What shows it"),
                Column.text("pathToGreen", "What brings it back on track"));
    }

    @Override
    public Class<Progress> body() {
        return Progress.class;
    }

    @Override
    public Command command(PlanId plan, Keys keys, Progress body) {
        return body.command(plan, keys.get(ActionCode.class), keys.get(MilestoneCode.class));
    }
}
