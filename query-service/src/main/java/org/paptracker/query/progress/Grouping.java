package org.paptracker.query.progress;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.action.Details;
import org.paptracker.query.action.Lived;
import org.paptracker.query.plan.PlanView;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.plan.PlanDetails;

/** By what progress is counted. What belongs to two groups counts in both. */
public enum Grouping {
    AREA,
    THEME,
    ORGANISATION,
    WORKSTREAM;

    /** One of the plan's areas, themes, organisations or workstreams. */
    record Group(String code, @Nullable String title) {}

    /** In the order of the plan. */
    List<Group> of(PlanView view) {
        PlanDetails plan = view.details();
        return switch (this) {
            case AREA ->
                plan.areas().stream()
                        .map(area -> new Group(area.code().value(), area.title()))
                        .toList();
            case THEME ->
                plan.themes().stream()
                        .map(theme -> new Group(theme.code().value(), theme.title()))
                        .toList();
            case ORGANISATION ->
                plan.organisations().stream()
                        .map(organisation -> new Group(organisation.code().value(), organisation.name()))
                        .toList();
            case WORKSTREAM ->
                plan.workstreams().stream()
                        .map(workstream -> new Group(workstream.code().value(), workstream.title()))
                        .toList();
        };
    }

    /** What evidence calls the group; null for what evidence cannot name. */
    @Nullable
    Subject subject(Group group) {
        return switch (this) {
            case AREA -> new Subject(SubjectType.AREA, group.code());
            case THEME -> new Subject(SubjectType.THEME, group.code());
            default -> null;
        };
    }

    List<Lived> members(Group group, List<Lived> actions) {
        return actions.stream()
                .filter(action -> memberships(action.now().details()).stream()
                        .anyMatch(code -> code.toString().equals(group.code())))
                .toList();
    }

    private Collection<?> memberships(Details action) {
        return switch (this) {
            case AREA -> action.areas();
            case THEME -> action.themes();
            case ORGANISATION -> action.organisations();
            case WORKSTREAM -> action.workstreams();
        };
    }
}
