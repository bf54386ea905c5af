package org.paptracker.command.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;

class VoiceApiTest {
    private static final String HEARING = """
            {"heardOn": "2025-01", "from": "PARENTS_AND_CARERS", "through": "Forum survey", "said": "Nobody told us",
             "areas": ["PA3"], "themes": ["T1"],
             "concerns": [{"type": "action", "code": "PA3-01"}, {"type": "action", "code": "PA3-01"}]}""";

    private final CommandService service = CommandService.shared();

    private static String stream(String voice) {
        return voice.replace("/api/v1/plans/", "voice:").replace("/voices/", "/");
    }

    private String voice() {
        String path = service.plan() + "/voices/forum-survey";
        service.put("forum", path, HEARING).is(201);
        return path;
    }

    @Test
    void is_created_with_201_and_put_again_is_200_and_no_event() {
        String path = service.plan() + "/voices/forum-survey";
        service.put("forum", path, HEARING).is(201);
        long before = service.position();
        Answer again = service.put("forum", path, HEARING).is(200);
        assertThat(again.json().path("code").asString()).isEqualTo("forum-survey");
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
        assertThat(service.position()).isEqualTo(before);
        VoiceHeard heard = (VoiceHeard) service.stream(stream(path)).get(0).getPayload();
        assertThat(heard.details().visibility()).isEqualTo(Visibility.PARTNERSHIP);
        assertThat(heard.details().concerns()).containsExactly(new Subject(SubjectType.ACTION, "PA3-01"));
    }

    @Test
    void goes_through_its_whole_life() {
        String path = voice();
        service.post("office", path + "/closure", "{\"outcome\": \"None\"}").is(409, "voice.not-responded");
        service.post(
                        "lead-t1",
                        path + "/response",
                        "{\"effectiveOn\": \"2025-02-13\", \"weDid\": \"We wrote to all\", \"actions\": [\"PA3-01\"]}")
                .is(200);
        service.put("forum", path, "{\"heardOn\": \"2025-01\", \"from\": \"OTHER\", \"said\": \"Other\"}")
                .is(409, "voice.already-responded");
        service.post("office", path + "/closure", "{\"outcome\": \"They know now\", \"agreedBy\": \"The forum\"}")
                .is(200);
        service.post("office", path + "/response", "{\"weDid\": \"More\"}").is(409, "voice.ended");
        DomainEventMessage<?> response = service.stream(stream(path)).get(1);
        assertThat(response.getPayload()).isInstanceOf(VoiceResponded.class);
        assertThat(service.actor(response)).isEqualTo("lead-t1");
    }

    @Test
    void that_does_not_exist_is_404() {
        service.post("office", service.plan() + "/voices/x/response", "{\"weDid\": \"x\"}")
                .is(404, "voice.unknown");
        service.put("forum", "/api/v1/plans/nowhere/voices/x", HEARING).is(404, "plan.unknown");
    }

    @Test
    void names_only_what_its_plan_has() {
        String path = service.plan() + "/voices/x";
        service.put("forum", path, HEARING.replace("\"PA3\"", "\"PA9\"")).is(409, "voice.unknown-area");
        service.put("forum", path, HEARING.replace("\"T1\"", "\"T9\"")).is(409, "voice.unknown-theme");
    }

    @Test
    void names_every_field_that_is_wrong() {
        Answer answer = service.put(
                        "forum",
                        service.plan() + "/voices/x",
                        "{\"from\": \"OTHER\", \"said\": \" \", \"concerns\": [{\"type\": \"action\", \"code\": \"-\"}]}")
                .is(400, "request.malformed");
        assertThat(answer.error("heardOn")).isEqualTo("is missing");
        assertThat(answer.error("said")).startsWith("must not be blank");
        assertThat(answer.error("concerns[0].code")).startsWith("must be a code");
        service.post("office", voice() + "/response", "{}").is(400, "request.missing-field");
    }

    @Test
    void of_an_impossible_id_is_400() {
        assertThat(service.put("forum", service.plan() + "/voices/-x", HEARING)
                        .is(400, "request.invalid-value")
                        .error("voice"))
                .startsWith("must be a code");
    }

    @Test
    void a_stale_version_is_412() {
        String path = voice();
        service.post("office", path + "/response", "{\"weDid\": \"x\"}", "If-Match", "\"3\"")
                .is(412, "stream.changed");
        service.post("office", path + "/response", "{\"weDid\": \"x\"}", "If-Match", "\"0\"")
                .is(200);
    }
}
