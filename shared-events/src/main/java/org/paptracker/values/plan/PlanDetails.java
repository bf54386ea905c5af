package org.paptracker.values.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;

/**
 * What a plan says of itself. Lists keep the order of the plan document; codes are unique within each.
 *
 * @param draftSubmittedOn when the draft went to the Department for Education; null if not known
 * @param startsOn first month or day of the plan's roadmap; null if not known
 * @param endsOn last month or day of the plan's roadmap; null if not known
 * @param supersedes the plan that gives way to this one; null if none
 */
public record PlanDetails(
        String title,
        PlanType type,
        String localArea,
        @Nullable BusinessDate draftSubmittedOn,
        @Nullable BusinessDate startsOn,
        @Nullable BusinessDate endsOn,
        List<Organisation> organisations,
        List<Area> areas,
        List<Theme> themes,
        List<Workstream> workstreams,
        List<Board> boards,
        @Nullable PlanId supersedes) {

    /** All that it says, part by part and without what is left open: {@code title}, {@code area PA3}. */
    public Map<String, Object> parts() {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("title", title);
        parts.put("type", type);
        parts.put("localArea", localArea);
        if (draftSubmittedOn != null) parts.put("draftSubmittedOn", draftSubmittedOn);
        if (startsOn != null) parts.put("startsOn", startsOn);
        if (endsOn != null) parts.put("endsOn", endsOn);
        organisations.forEach(each -> parts.put("organisation " + each.code(), each));
        areas.forEach(each -> parts.put("area " + each.code(), each));
        themes.forEach(each -> parts.put("theme " + each.code(), each));
        workstreams.forEach(each -> parts.put("workstream " + each.code(), each));
        boards.forEach(each -> parts.put("board " + each.code(), each));
        if (supersedes != null) parts.put("supersedes", supersedes);
        return Collections.unmodifiableMap(parts);
    }

    /** Which parts are not the same in both, in order. */
    public SortedSet<String> differences(PlanDetails other) {
        Map<String, Object> here = parts();
        Map<String, Object> there = other.parts();
        SortedSet<String> different = new TreeSet<>(here.keySet());
        different.addAll(there.keySet());
        different.removeIf(part -> Objects.equals(here.get(part), there.get(part)));
        return different;
    }

    /** The same, taking the place of an earlier plan, or of none. */
    public PlanDetails superseding(@Nullable PlanId earlier) {
        return new PlanDetails(
                title,
                type,
                localArea,
                draftSubmittedOn,
                startsOn,
                endsOn,
                organisations,
                areas,
                themes,
                workstreams,
                boards,
                earlier);
    }
}
