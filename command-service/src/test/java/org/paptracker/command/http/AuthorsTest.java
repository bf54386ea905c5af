package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.http.Partnership.evidence;
import static org.paptracker.command.http.Partnership.reading;
import static org.paptracker.command.http.Partnership.voice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.CommandService;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.values.ErasableText;

/** Words are their author's, no matter what they speak of. The action A1 and the KPI k1 are of the themes T1 and T2. */
class AuthorsTest {
    private static final String REASON = "{\"reason\": \"A mistake\"}";

    private final CommandService service = CommandService.shared();
    private final Partnership plan = new Partnership(service);

    @BeforeEach
    void things() {
        plan.action("A1", "T1 T2", "OCC", "PARTNERSHIP");
        plan.kpi("k1", "PA3", "T1 T2");
    }

    private static String because(String body) {
        return body.substring(0, body.lastIndexOf('}')) + ", \"reason\": \"Names a school\"}";
    }

    private Object last(String kind, String code) {
        var stream = service.stream(kind + ":" + plan.path.replace("/api/v1/plans/", "") + "/" + code);
        return stream.get(stream.size() - 1).getPayload();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-t1", "executive"})
    void nobody_rewrites_what_the_forum_heard(String user) {
        plan.put("forum", "/voices/v1", voice("PARTNERSHIP", "PA3", "T1")).is(201);
        String other = voice("PARTNERSHIP", "PA3", "T1").replace("We wait", "We are glad");
        plan.put(user, "/voices/v1", other).is(403, "author.somebody-else");
        plan.put(user, "/voices/v1", because(other)).is(403, "author.somebody-else");
        plan.put(user, "/voices/v1", voice("RESTRICTED", "PA3", "T1")).is(403, "author.somebody-else");
        plan.put(user, "/voices/v1", voice("PARTNERSHIP", "PA3", "T1")).is(200);
        plan.put("forum", "/voices/v1", other).is(200);
        plan.post(user, "/voices/v1/response", "{\"weDid\": \"We opened a clinic\"}")
                .is(200);
    }

    @Test
    void the_office_rewrites_them_with_a_reason_that_is_on_record() {
        plan.put("forum", "/voices/v1", voice("PARTNERSHIP", "PA3", "T1")).is(201);
        String other = voice("PARTNERSHIP", "PA3", "T1").replace("We wait", "They wait");
        String sentence = plan.put("office", "/voices/v1", other)
                .is(409, "author.reason-needed")
                .json()
                .path("detail")
                .asString();
        assertThat(sentence).contains("Voice v1 was recorded by the parent carer forum");
        plan.put("office", "/voices/v1", because(other), "If-Match", "\"0\"").is(200);
        assertThat(last("voice", "v1"))
                .isInstanceOfSatisfying(
                        VoiceAmended.class,
                        amended ->
                                assertThat(ErasableText.shown(amended.reason())).isEqualTo("Names a school"));
        // They stay its words.
        plan.put("forum", "/voices/v1", voice("PARTNERSHIP", "PA3", "T1"), "If-Match", "\"1\"")
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVIEWERS", "RESTRICTED"})
    void nobody_takes_a_thing_out_of_its_authors_sight(String visibility) {
        plan.put("forum", "/voices/v1", voice("PARTNERSHIP", "PA3", "T1")).is(201);
        plan.put("office", "/voices/v1", because(voice(visibility, "PA3", "T1")))
                .is(409, "author.out-of-sight");
        plan.put("forum", "/voices/v1", voice(visibility, "PA3", "T1")).is(409, "author.out-of-sight");
        plan.put("forum", "/voices/v2", voice(visibility, "PA3", "T1")).is(409, "author.out-of-sight");
        plan.put("lead-t1", "/evidence/e1", evidence("PARTNERSHIP", "action:A1"))
                .is(201);
        plan.put("office", "/evidence/e1", because(evidence(visibility, "action:A1")))
                .is(409, "author.out-of-sight");
        plan.put("lead-t1", "/evidence/e2", evidence(visibility, "action:A1")).is(409, "author.out-of-sight");
        plan.put("office", "/evidence/e3", evidence(visibility, "action:A1")).is(201);
        plan.put("office", "/voices/v3", voice(visibility, "PA3", "T1")).is(201);
    }

    @Test
    void evidence_is_not_amended_or_ended_by_another_lead_of_what_it_supports() {
        plan.put("lead-t1", "/evidence/e1", evidence("PARTNERSHIP", "action:A1"))
                .is(201);
        plan.put("lead-t2", "/evidence/e2", evidence("PARTNERSHIP", "action:A1"))
                .is(201);
        String lower = evidence("PARTNERSHIP", "action:A1").replace("OUTCOME", "ACTIVITY");
        plan.put("lead-t2", "/evidence/e1", lower).is(403, "author.somebody-else");
        plan.put("lead-t2", "/evidence/e1", because(lower)).is(403, "author.somebody-else");
        plan.put("executive", "/evidence/e1", lower).is(403, "author.somebody-else");
        plan.post("lead-t2", "/evidence/e1/withdrawal", REASON).is(403, "author.somebody-else");
        plan.post("lead-t2", "/evidence/e1/supersession", "{\"by\": \"e2\"}").is(403, "author.somebody-else");
        plan.put("office", "/evidence/e1", lower).is(409, "author.reason-needed");
        plan.put("office", "/evidence/e1", because(lower), "If-Match", "\"0\"").is(200);
        assertThat(last("evidence", "e1"))
                .isInstanceOfSatisfying(
                        EvidenceAmended.class,
                        amended -> assertThat(amended.reason()).isNotNull());
        plan.post("office", "/evidence/e1/supersession", "{\"by\": \"e2\"}").is(409, "author.reason-needed");
        plan.post("office", "/evidence/e1/supersession", "{\"by\": \"e2\", \"reason\": \"Newer\"}")
                .is(200);
        plan.post("lead-t2", "/evidence/e2/withdrawal", REASON).is(200);
    }

    @Test
    void a_successor_is_there_in_the_same_plan_and_has_not_ended_itself() {
        Partnership other = new Partnership(service);
        other.put("office", "/evidence/elsewhere", evidence("PUBLIC", "theme:T1"))
                .is(201);
        plan.put("office", "/evidence/hidden", evidence("RESTRICTED", "action:A1"))
                .is(201);
        for (String code : new String[] {"e1", "e2", "e3", "gone"}) {
            plan.put("lead-t1", "/evidence/" + code, evidence("PARTNERSHIP", "action:A1"))
                    .is(201);
        }
        plan.post("lead-t1", "/evidence/gone/withdrawal", REASON).is(200);
        for (String none : new String[] {"nothing", "elsewhere", "hidden", "gone"}) {
            plan.post("lead-t1", "/evidence/e1/supersession", "{\"by\": \"%s\"}".formatted(none))
                    .is(409, "evidence.unknown-successor");
        }
        plan.post("lead-t1", "/evidence/e1/supersession", "{\"by\": \"e2\"}").is(200);
        plan.post("lead-t1", "/evidence/e2/supersession", "{\"by\": \"e1\"}").is(409, "evidence.unknown-successor");
        plan.post("lead-t1", "/evidence/e2/supersession", "{\"by\": \"e3\"}").is(200);
        plan.post("lead-t1", "/evidence/e3/supersession", "{\"by\": \"e1\"}").is(409, "evidence.unknown-successor");
    }

    @Test
    void a_figure_is_revised_or_withdrawn_by_its_author_or_by_the_office() {
        String revision = """
                {"reading": {"comparator": "EQ", "value": 9}, "source": "Returns", "reason": "Late returns"}""";
        plan.put("lead-t1", "/kpis/k1/measurements/2024-10", reading(8)).is(201);
        plan.post("lead-t2", "/kpis/k1/measurements/2024-10/revisions", revision)
                .is(403, "author.somebody-else");
        plan.post("executive", "/kpis/k1/measurements/2024-10/withdrawal", REASON)
                .is(403, "author.somebody-else");
        plan.post("office", "/kpis/k1/measurements/2024-10/revisions", revision).is(200);
        plan.post("lead-t2", "/kpis/k1/measurements/2024-10/revisions", revision)
                .is(200); // it is so already
        plan.post("lead-t1", "/kpis/k1/measurements/2024-10/withdrawal", REASON).is(200);
        plan.put("lead-t2", "/kpis/k1/measurements/2024-10", reading(7)).is(201);
        plan.post("lead-t1", "/kpis/k1/measurements/2024-10/withdrawal", REASON)
                .is(403, "author.somebody-else"); // another's stands now
    }

    @Test
    void a_meeting_is_amended_by_its_author_or_by_the_office_with_a_reason() {
        String meeting = "{\"board\": \"SIAB\", \"heldOn\": \"2025-02-13\"}";
        String present = "{\"board\": \"SIAB\", \"heldOn\": \"2025-02-13\", \"present\": [\"Chair\"]}";
        plan.put("office", "/meetings/m1", meeting).is(201);
        plan.put("board", "/meetings/m1", present).is(403, "author.somebody-else");
        plan.put("office", "/meetings/m1", present).is(200);
        plan.put("board", "/meetings/m2", meeting).is(201);
        plan.put("board", "/meetings/m2", present).is(200);
        plan.put("office", "/meetings/m2", meeting).is(409, "author.reason-needed");
        plan.put("office", "/meetings/m2", because(meeting), "If-Match", "\"1\"")
                .is(200);
    }

    @Test
    void what_somebody_said_stays_theirs_when_it_comes_to_speak_of_other_peoples_work() {
        plan.put("lead-t1", "/voices/v1", voice("PARTNERSHIP", "PA4", "T1")).is(201);
        plan.put("office", "/voices/v1", because(voice("PARTNERSHIP", "PA4", "T2")), "If-Match", "\"0\"")
                .is(200);
        plan.put("lead-t2", "/voices/v1", voice("PUBLIC", "PA4", "T2")).is(403, "author.somebody-else");
        plan.put("lead-t1", "/voices/v1", voice("PUBLIC", "PA4", "T2"), "If-Match", "\"1\"")
                .is(200);
        plan.put("lead-t1", "/voices/v1", voice("PUBLIC", "PA4", "T3")).is(403, "reach.other-themes");
        plan.post("lead-t1", "/voices/v1/response", "{\"weDid\": \"We opened a clinic\"}")
                .is(200);
        plan.put("lead-t1", "/evidence/e1", evidence("PARTNERSHIP", "action:A1"))
                .is(201);
        plan.put(
                        "office",
                        "/actions/A1",
                        "{\"title\": \"Do it\", \"themes\": [\"T2\"], \"visibility\": \"PARTNERSHIP\"}")
                .is(200);
        plan.post("lead-t1", "/evidence/e1/withdrawal", REASON).is(200);
    }
}
