package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.CommandService;
import org.yaml.snakeyaml.Yaml;

/** A PUT replaces the whole of a thing, so nobody replaces unseen what somebody else wrote. */
class ConditionalPutTest {
    private static final String OTHER = "{\"title\": \"Another title\", \"dueOn\": \"2025-04\"}";
    private static final String THIRD = "{\"title\": \"A third title\", \"dueOn\": \"2025-04\"}";

    private final CommandService service = withASecondOffice();
    private final String action = service.action();
    private final String milestone = action + "/milestones/PA3-01.1";

    /** Two people of the programme office. */
    private static CommandService withASecondOffice() {
        CommandService service = CommandService.shared();
        Path file = service.directory().resolve("users.yml");
        try {
            Map<String, Map<String, Object>> users = new Yaml().load(Files.readString(file));
            if (users.containsKey("office-2")) return service;
            Map<String, Object> second = new LinkedHashMap<>(users.get("office"));
            second.put("id", "local-second-office");
            users.put("office-2", second);
            Files.writeString(file, new Yaml().dump(users));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return service;
    }

    @Test
    void what_somebody_else_wrote_is_replaced_only_by_those_who_say_which_version_they_saw() {
        long before = service.position();
        CommandService.Answer refused =
                service.put("office-2", milestone, OTHER).is(428, "stream.not-seen");
        assertThat(refused.json().path("detail").asString()).contains("Somebody else wrote", "ETag", "If-Match");
        assertThat(service.position()).isEqualTo(before);

        service.put("office-2", milestone, OTHER, "If-Match", "\"0\"").is(412, "stream.changed");
        service.put("office-2", milestone, OTHER, "If-Match", "\"1\"").is(200);
    }

    @Test
    void ones_own_last_writing_is_replaced_without_more() {
        service.put("office", milestone, OTHER).is(200);
        service.put("office", milestone, THIRD).is(200);
        service.put("office-2", milestone, OTHER, "If-Match", "\"3\"").is(200);
        service.put("office-2", milestone, THIRD).is(200);
        service.put("office", milestone, OTHER).is(428, "stream.not-seen");
    }

    @Test
    void what_is_so_already_replaces_nothing() {
        service.put("office-2", milestone, "{\"title\": \"Every overdue case assessed\", \"dueOn\": \"2025-04\"}")
                .is(200);
    }

    @Test
    void another_milestone_of_the_same_action_is_another_thing() {
        service.put("office-2", action + "/milestones/PA3-01.2", OTHER).is(201);
        service.put("office-2", action + "/milestones/PA3-01.2", THIRD).is(200);
        service.put("office-2", milestone, THIRD).is(428, "stream.not-seen");
    }

    @Test
    void what_has_to_be_new_is_refused_if_it_is_there() {
        long before = service.position();
        service.put("office", milestone, OTHER, "If-None-Match", "*").is(412, "stream.there-already");
        service.put("office", action, CommandService.AGREEMENT, "If-None-Match", "*")
                .is(412, "stream.there-already");
        assertThat(service.position()).isEqualTo(before);
        service.put("office", action + "/milestones/PA3-01.7", OTHER, "If-None-Match", "*")
                .is(201);
    }

    @Test
    void a_repeat_under_its_key_is_answered_as_the_first_time_whatever_it_asks_for() {
        String path = action + "/milestones/PA3-01.8";
        service.put("office", path, OTHER, "If-None-Match", "*", "Idempotency-Key", path)
                .is(201);
        service.put("office", path, OTHER, "If-None-Match", "*", "Idempotency-Key", path)
                .is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "W/\"5\"", "**", "\"*\""})
    void nothing_but_a_star_can_be_asked_to_match_nothing(String header) {
        assertThat(service.put("office", milestone, OTHER, "If-None-Match", header)
                        .is(400)
                        .error("If-None-Match"))
                .contains("must be *");
    }

    @Test
    void only_a_put_can_ask_for_something_new() {
        assertThat(service.post("office", milestone + "/progress", "{\"note\": \"x\"}", "If-None-Match", "*")
                        .is(400)
                        .error("If-None-Match"))
                .contains("not possible here");
    }
}
