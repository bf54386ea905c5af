package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.http.Partnership.bare;
import static org.paptracker.command.http.Partnership.evidence;
import static org.paptracker.command.http.Partnership.voice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;

/**
 * What somebody cannot see answers each request as what does not exist: the same requests are sent before there is such
 * a thing, and after. Risks, decisions and stocktakes take requests only from those who see everything.
 */
class HiddenThingsTest {
    private static final String PROGRESS = "{\"note\": \"Half done\"}";
    private static final String REASON = "{\"reason\": \"A mistake\"}";
    private static final String[][] OF_THE_ACTION = {
        {"lead-t2", "/actions/A1/start", "{}"},
        {"lead-t2", "/actions/A1/pause", REASON},
        {"lead-t2", "/actions/A1/resumption", "{}"},
        {"lead-t2", "/actions/A1/assessments", "{\"assessor\": \"SELF\", \"rating\": \"ON_TRACK\"}"},
        {"lead-t2", "/actions/A1/milestones/A1.1/progress", PROGRESS},
        {"lead-t2", "/actions/A1/milestones/A1.9/progress", PROGRESS},
        {"lead-t2", "/actions/A1/milestones/A1.1/progress", "{\"note\": \"x\", \"effectiveOn\": \"2099\"}"},
        {
            "lead-t2",
            "/actions/A1/milestones/A1.1/completion",
            "{\"completedOn\": \"2025-02-13\", \"note\": \"Done\", \"noEvidenceReason\": \"None needed\"}"
        },
        {"executive", "/actions/A1/start", "{}"},
        {"executive", "/actions/A1/delivery", "{}"},
        {"executive", "/actions/A1/embedding", "{}"},
        {"executive", "/actions/A1/milestones/A1.1/embedding", "{}"},
        {
            "executive",
            "/actions/A1/milestones/A1.1/rebaseline",
            "{\"proposedDueOn\": \"2026-01\", \"reasonCode\": \"CAPACITY\", \"reason\": \"Few people\"}"
        }
    };
    private static final String[][] OF_THE_EVIDENCE = {
        {"lead-t1", "/evidence/e1/withdrawal", REASON},
        {"lead-t1", "/evidence/e1/supersession", "{\"by\": \"e2\"}"},
        {"executive", "/evidence/e1/withdrawal", REASON},
        {"forum", "/evidence/e1/challenge", REASON}
    };
    private static final String[][] OF_THE_VOICE = {
        {"lead-t1", "/voices/v1/response", "{\"weDid\": \"We opened a clinic\"}"},
        {"executive", "/voices/v1/response", "{\"weDid\": \"We opened a clinic\"}"},
        {"forum", "/voices/v1/closure", "{\"outcome\": \"It helps\"}"}
    };

    private final CommandService service = CommandService.shared();
    private final Partnership plan = new Partnership(service);

    /** Each with and without a version that is expected: the right one tells nothing either. */
    private List<String> answers(String[][] requests, String code) {
        List<String> answers = new ArrayList<>();
        for (String[] request : requests) {
            Answer answer = plan.post(request[0], request[1], request[2]).is(404, code);
            answers.add(bare(answer));
            for (String version : List.of("\"0\"", "\"1\"", "\"9\"")) {
                answers.add(bare(plan.post(request[0], request[1], request[2], "If-Match", version)
                        .is(412)));
            }
        }
        return answers;
    }

    @Test
    void an_action() {
        List<String> before = answers(OF_THE_ACTION, "action.unknown");
        plan.action("A1", "T1", "BOB-ICB", "RESTRICTED");
        plan.post("office", "/actions/A1/start", "{}").is(200);
        long position = service.position();
        assertThat(answers(OF_THE_ACTION, "action.unknown")).isEqualTo(before);
        assertThat(service.position()).isEqualTo(position);
    }

    @Test
    void an_action_of_ones_own_is_seen_whatever_its_class_is() {
        plan.action("A1", "T1", "BOB-ICB", "RESTRICTED");
        plan.post("lead-t1", "/actions/A1/start", "{}").is(200);
        plan.action("A2", "T2", "OCC", "RESTRICTED");
        plan.post("executive", "/actions/A2/start", "{}").is(200);
    }

    @Test
    void a_piece_of_evidence() {
        plan.action("A1", "T1", "OCC", "PARTNERSHIP");
        List<String> before = answers(OF_THE_EVIDENCE, "evidence.unknown");
        plan.put("office", "/evidence/e1", evidence("REVIEWERS", "action:A1")).is(201);
        plan.put("office", "/evidence/e1", evidence("REVIEWERS", "action:A1", "theme:T1"))
                .is(200);
        assertThat(answers(OF_THE_EVIDENCE, "evidence.unknown")).isEqualTo(before);
    }

    @Test
    void a_voice() {
        List<String> before = answers(OF_THE_VOICE, "voice.unknown");
        plan.put("office", "/voices/v1", voice("RESTRICTED", "PA3", "T1")).is(201);
        plan.put("office", "/voices/v1", voice("RESTRICTED", "PA3", "T1 T2")).is(200);
        assertThat(answers(OF_THE_VOICE, "voice.unknown")).isEqualTo(before);
    }

    @Test
    void rows_of_a_table() {
        String table = "action,milestone,note\nA1,A1.1,Half done\nA1,A1.1,All done\n";
        String before = bare(imported(table));
        plan.action("A1", "T1", "BOB-ICB", "RESTRICTED");
        assertThat(bare(imported(table)).replaceAll("\"position\":\\d+", ""))
                .isEqualTo(before.replaceAll("\"position\":\\d+", ""))
                .contains("action.unknown");
    }

    private Answer imported(String table) {
        return service.upload("lead-t2", plan.path + "/imports", "text/csv", table.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_evidence_names() {
        plan.action("A2", "T2", "BOB-ICB", "PARTNERSHIP");
        String[] supports = {"action:A1", "milestone:A1.1", "milestone:A1/A1.1"};
        List<String> before = new ArrayList<>();
        for (String one : supports)
            before.add(bare(plan.put("lead-t2", "/evidence/e1", evidence("PUBLIC", one, "action:A2"))));
        plan.action("A1", "T1", "BOB-ICB", "RESTRICTED");
        List<String> after = new ArrayList<>();
        for (String one : supports)
            after.add(bare(plan.put("lead-t2", "/evidence/e1", evidence("PUBLIC", one, "action:A2"))));
        assertThat(after).isEqualTo(before).allMatch(answer -> answer.contains("reach.other-themes"));
    }

    @Test
    void its_code_is_taken_for_anyone_who_would_create_it() {
        plan.action("A1", "T1", "OCC", "PARTNERSHIP");
        plan.put("office", "/evidence/e1", evidence("RESTRICTED", "action:A1")).is(201);
        plan.put("office", "/voices/v1", voice("RESTRICTED", "PA3", "T1")).is(201);
        long position = service.position();
        for (String user : List.of("lead-t1", "executive")) {
            plan.put(user, "/evidence/e1", evidence("PUBLIC", "action:A1")).is(409, "code.taken");
            plan.put(user, "/evidence/e1", evidence("PARTNERSHIP", "action:A1")).is(409, "code.taken");
        }
        for (String user : List.of("lead-t1", "executive", "forum")) {
            plan.put(user, "/voices/v1", voice("PUBLIC", "PA3", "T1")).is(409, "code.taken");
            plan.put(user, "/voices/v1", voice("PARTNERSHIP", "PA3", "T1")).is(409, "code.taken");
        }
        assertThat(service.position()).isEqualTo(position);
    }

    @Test
    void what_is_made_public_is_there_again() {
        plan.action("A1", "T1", "OCC", "PARTNERSHIP");
        plan.put("office", "/voices/v1", voice("RESTRICTED", "PA3", "T1")).is(201);
        plan.post("lead-t1", "/voices/v1/response", "{\"weDid\": \"We opened a clinic\"}")
                .is(404, "voice.unknown");
        plan.put("office", "/voices/v1", voice("PUBLIC", "PA3", "T1")).is(200);
        plan.post("lead-t1", "/voices/v1/response", "{\"weDid\": \"We opened a clinic\"}")
                .is(200);
    }
}
