package org.paptracker.command.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;

/** A plan of four themes and two organisations, and short words for what is recorded in it. */
final class Partnership {
    static final String REGISTRATION = """
            {"title": "SEND priority action plan", "type": "PAP", "localArea": "Oxfordshire",
             "organisations": [{"code": "OCC", "name": "The council"}, {"code": "BOB-ICB", "name": "The NHS"}],
             "areas": [{"code": "PA3", "kind": "PRIORITY_ACTION", "number": 3, "accountableBody": "OCC"},
                       {"code": "PA4", "kind": "PRIORITY_ACTION", "number": 4, "accountableBody": "BOB-ICB"}],
             "themes": [{"code": "T1", "title": "One"}, {"code": "T2", "title": "Two"},
                        {"code": "T3", "title": "Three"}, {"code": "T4", "title": "Four"}],
             "boards": [{"code": "SIAB", "title": "The board"}]}""";

    final CommandService service;
    final String path;

    Partnership(CommandService service) {
        this.service = service;
        this.path = service.plan();
        put("office", "", REGISTRATION).is(200);
    }

    /** One of another name than those in which the local users have their work. */
    Partnership(CommandService service, String plan) {
        this.service = service;
        this.path = "/api/v1/plans/" + plan;
        put("office", "", REGISTRATION).is(201);
    }

    Answer put(String user, String below, String body, String... headers) {
        return service.put(user, path + below, body, headers);
    }

    Answer post(String user, String below, String body, String... headers) {
        return service.post(user, path + below, body, headers);
    }

    /** With a milestone, whose code is the action's and ".1". */
    void action(String code, String themes, String organisations, String visibility) {
        put("office", "/actions/" + code, """
                {"title": "Do it", "themes": [%s], "organisations": [%s], "visibility": "%s"}""".formatted(quoted(themes), quoted(organisations), visibility))
                .is(201);
        put("office", "/actions/" + code + "/milestones/" + code + ".1", "{\"title\": \"Step\"}")
                .is(201);
    }

    void kpi(String code, String areas, String themes) {
        put("office", "/kpis/" + code, """
                {"title": "Waiting", "unit": "weeks", "polarity": "LOWER_IS_BETTER", "areas": [%s], "themes": [%s]}""".formatted(quoted(areas), quoted(themes)))
                .is(201);
    }

    static String evidence(String visibility, String... supports) {
        StringBuilder subjects = new StringBuilder();
        for (String subject : supports) {
            String[] parts = subject.split(":", 2);
            if (!subjects.isEmpty()) subjects.append(", ");
            subjects.append("{\"type\": \"%s\", \"code\": \"%s\"}".formatted(parts[0], parts[1]));
        }
        return """
                {"title": "Audit", "kind": "AUDIT", "level": "OUTCOME", "summary": "It helps",
                 "source": {"title": "Audit of plans"}, "supports": [%s], "visibility": "%s"}""".formatted(subjects, visibility);
    }

    static String voice(String visibility, String areas, String themes) {
        return """
                {"heardOn": "2025-02-13", "from": "PARENTS_AND_CARERS", "said": "We wait", "areas": [%s], "themes": [%s],
                 "visibility": "%s"}""".formatted(quoted(areas), quoted(themes), visibility);
    }

    static String reading(int value) {
        return """
                {"reading": {"comparator": "EQ", "value": %d}, "status": "FINAL", "source": "Returns"}""".formatted(value);
    }

    private static String quoted(String codes) {
        return codes.isEmpty() ? "" : "\"" + codes.replace(" ", "\", \"") + "\"";
    }

    /** All of the answer but what is the request's own: its number, the time, and how long the connection stays. */
    static String bare(Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(Set.of("date", "x-request-id", "connection"));
        return answer.status() + " " + headers + " " + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
