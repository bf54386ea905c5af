package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.paptracker.events.LeadRoleBecomesLeads;
import org.paptracker.events.Upcaster;

class UpcastersTest {
    /** {@code done: 40} becomes {@code progress: {percent: 40}}. */
    private static final Upcaster FROM_1 = event -> {
        event.put("progress", Map.of("percent", event.remove("done")));
        return event;
    };

    /** And then {@code progress: [40]}. */
    private static final Upcaster FROM_2 = event -> {
        event.computeIfPresent("progress", (name, progress) -> List.copyOf(((Map<?, ?>) progress).values()));
        return event;
    };

    @Test
    void an_event_goes_through_every_revision_after_its_own() {
        assertThat(Upcasters.upcast(List.of(FROM_1, FROM_2), "{\"plan\":\"p\",\"done\":40}"))
                .isEqualTo("{\"plan\":\"p\",\"progress\":[40]}");
        assertThat(Upcasters.upcast(List.of(FROM_2), "{\"plan\":\"p\",\"progress\":{\"percent\":40}}"))
                .isEqualTo("{\"plan\":\"p\",\"progress\":[40]}");
    }

    @Test
    void what_an_upcaster_does_not_touch_keeps_its_digits_its_letters_and_its_order() {
        String payload =
                "{\"b\":200.50,\"a\":12345678901234567890,\"note\":\"Zoë: \\\"waits\\\"\",\"on\":true,\"done\":1}";

        assertThat(Upcasters.upcast(List.of(FROM_1), payload))
                .isEqualTo(payload.replace("\"done\":1", "\"progress\":{\"percent\":1}"));
    }

    @Test
    void an_actions_one_lead_becomes_the_first_of_several_and_none_stays_none() {
        Upcaster upcaster = new LeadRoleBecomesLeads();

        assertThat(Upcasters.upcast(
                        List.of(upcaster),
                        "{\"plan\":\"p\",\"details\":{\"title\":\"t\",\"leadRole\":\"Head\",\"areas\":[]}}"))
                .isEqualTo(
                        "{\"plan\":\"p\",\"details\":{\"title\":\"t\",\"leads\":[{\"role\":\"Head\"}],\"areas\":[]}}");
        assertThat(Upcasters.upcast(List.of(upcaster), "{\"details\":{\"title\":\"t\"},\"plan\":\"p\"}"))
                .isEqualTo("{\"details\":{\"title\":\"t\"},\"plan\":\"p\"}");
        assertThatThrownBy(() -> Upcasters.upcast(List.of(upcaster), "{\"plan\":\"p\"}"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void what_is_not_of_the_shape_of_its_revision_fails_as_any_payload_that_cannot_be_read() {
        for (String payload : List.of("{\"progress\":3}", "[]", "words", "")) {
            assertThatThrownBy(() -> Upcasters.upcast(List.of(FROM_2), payload))
                    .isInstanceOf(SerializationException.class);
        }
    }
}
