package org.paptracker.query.oldlog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Questions to each endpoint about everything there is in a log. Each names the day it is asked on, so that the answer is
 * the same next year.
 *
 * <p>Left out is what speaks of the process and not of the log: health, projections, operations, verifications, the
 * signing key and the verifier.
 */
final class Questions {
    private static final List<String> THINGS =
            List.of("actions", "evidence", "kpis", "voices", "risks", "decisions", "stocktakes", "guard-overrides");
    private static final List<String> LISTS = List.of("milestones", "due-dates", "evidence/gaps");
    private static final List<String> GROUPINGS = List.of("area", "theme", "organisation", "workstream");
    private static final List<String> FILTERS = List.of(
            "actions?area=PA1",
            "actions?theme=T1&state=IN_PROGRESS",
            "actions?organisation=OCC&overdue=true",
            "milestones?state=PLANNED&dueBefore=2025-04-01",
            "milestones?overdue=true",
            "milestones?slipped=true",
            "milestones?rating=OFF_TRACK",
            "evidence?level=OUTCOME&state=VALIDATED",
            "evidence?supports=theme:T1",
            "evidence/gaps?kind=STALE",
            "kpis?theme=T1&directionOfTravel=IMPROVING",
            "voices?from=SCHOOLS",
            "risks?escalated=true",
            "decisions?overdue=true",
            "stocktakes?state=CLOSED",
            "guard-overrides?state=OPEN");

    private final Function<String, JsonNode> reviewer;
    private final String now;
    private final List<String> instants;
    private final List<String> ofAnybody = new ArrayList<>();
    private final List<String> ofTheReviewer = new ArrayList<>();

    /**
     * @param reviewer asks as a user who sees everything
     * @param today the day on which the log was written
     * @param instants three moments at which commits were recorded
     */
    Questions(Function<String, JsonNode> reviewer, String today, List<String> instants, long size) {
        this.reviewer = reviewer;
        this.now = "effectiveAt=" + today;
        this.instants = instants;
        ofTheLog(size);
        for (String plan : codes("/plans", "code")) ofPlan("/plans/" + plan);
    }

    List<String> of(String user) {
        List<String> paths = new ArrayList<>(ofAnybody);
        if (user.equals("reviewer")) paths.addAll(ofTheReviewer);
        return paths;
    }

    private void ofTheLog(long size) {
        ofTheReviewer.addAll(List.of("/audit/export", "/audit/export/leaves", "/audit/export/texts"));
        ofTheReviewer.add("/audit/proof/7?size=100");
        ofAnybody.add("/audit/export?from=5&to=9");
        ofAnybody.add("/audit/proof/%d?size=%d".formatted(size, size));
        ofAnybody.add("/audit/consistency?from=100&to=" + size);
        ofAnybody.add("/plans?" + now);
        ofAnybody.add("/redactions?" + now);
        for (String code : codes("/redactions", "redaction")) ofAnybody.add("/redactions/" + code + "?" + now);
    }

    private void ofPlan(String plan) {
        List<String> moments = new ArrayList<>(instants);
        for (JsonNode stocktake : items(plan + "/stocktakes")) {
            String code = text(stocktake, "code");
            if (stocktake.has("cutOff")) moments.add("stocktake:" + code);
            ofAnybody.add(plan + "/stocktakes/" + code + "/pack");
        }
        at(now, plan, ofAnybody);
        for (String moment : moments) at(now + "&knownAt=" + moment, plan, ofTheReviewer);
        at("effectiveAt=2025-02-13", plan, ofTheReviewer);
        things(plan);
        for (String filter : FILTERS) ofAnybody.add("%s/%s&limit=10&%s".formatted(plan, filter, now));
        for (String list : List.of("actions?limit=5", "milestones?limit=5", "progress?by=theme")) {
            ofAnybody.add("%s/%s&acrossPlans=true&%s".formatted(plan, list, now));
        }
        history(plan, moments);
    }

    private void at(String time, String plan, List<String> paths) {
        paths.add(plan + "?" + time);
        for (String list : LISTS) pages(plan + "/" + list + "?limit=100&" + time, "cursor", paths);
        for (String list : THINGS) pages(plan + "/" + list + "?limit=100&" + time, "cursor", paths);
        for (String grouping : GROUPINGS) paths.add(plan + "/progress?by=" + grouping + "&" + time);
    }

    private void things(String plan) {
        for (String list : THINGS) {
            for (String code : codes(plan + "/" + list, "code"))
                ofAnybody.add("%s/%s/%s?%s".formatted(plan, list, code, now));
        }
    }

    private void history(String plan, List<String> moments) {
        pages(plan + "/audit?limit=100", "before", ofAnybody);
        List<String> actions = codes(plan + "/actions", "code");
        for (String code : actions.subList(0, Math.min(6, actions.size()))) {
            ofTheReviewer.add("%s/audit?subject=action:%s&acrossPlans=true&limit=3".formatted(plan, code));
        }
        for (String moment : moments) {
            pages("%s/changes?limit=100&from=%s&%s".formatted(plan, moment, now), "cursor", ofTheReviewer);
        }
        String between = "from=%s&to=%s".formatted(instants.get(1), instants.get(2));
        ofAnybody.add("%s/changes?limit=20&acrossPlans=true&%s".formatted(plan, between));
        String report = plan + "/reports/assurance?from=2025-01-01";
        ofAnybody.add(report + "&to=2025-03-31");
        for (String instant : instants) ofTheReviewer.add(report + "&to=2025-03-31&knownAt=" + instant);
    }

    /** The question, and as it goes on from each page of the answer. */
    private void pages(String path, String parameter, List<String> paths) {
        for (String next = path; next != null; ) {
            paths.add(next);
            String cursor = text(reviewer.apply(next), "next");
            next = cursor.isEmpty() ? null : path + "&" + parameter + "=" + cursor;
        }
    }

    private List<String> codes(String list, String field) {
        return items(list).stream().map(item -> text(item, field)).toList();
    }

    private List<JsonNode> items(String list) {
        return reviewer.apply(list + "?limit=200&" + now)
                .path("items")
                .valueStream()
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
