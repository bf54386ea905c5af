package org.paptracker.query.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.VOICE;
import static org.paptracker.query.History.closed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.heard;
import static org.paptracker.query.History.responded;
import static org.paptracker.query.History.said;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.query.Story;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceState;

class VoiceViewTest {
    private final Story story = new Story().by(OFFICE, heard(VOICE, "2025-01", VoiceFrom.SCHOOLS, "PA1"));

    @Test
    void is_heard_until_somebody_responds() {
        assertThat(story.voice().state()).isEqualTo(VoiceState.HEARD);
        assertThat(story.voice().code()).isEqualTo(VOICE);
        assertThat(story.voice().plan()).isEqualTo(PLAN);
        assertThat(story.voice().details().said()).isEqualTo("Nobody tells us");
        assertThat(story.voice().details().heardOn()).isEqualTo(date("2025-01"));
        assertThat(story.voice().course().responses()).isEmpty();
        assertThat(story.voice().course().closure()).isNull();
    }

    @Test
    void amending_changes_the_details_and_nothing_else() {
        VoiceView before = story.voice();
        story.by(
                OFFICE, new VoiceAmended(PLAN, VOICE, said("2025-02", VoiceFrom.OTHER, "Something else", "PA3"), null));

        assertThat(story.voice().details().said()).isEqualTo("Something else");
        assertThat(story.voice().details().from()).isEqualTo(VoiceFrom.OTHER);
        assertThat(story.voice())
                .usingRecursiveComparison()
                .ignoringFields("details", "stamp")
                .isEqualTo(before);
    }

    @Test
    void says_what_was_done_and_who_said_so_in_the_order_recorded() {
        story.by(LEAD, responded(VOICE, "2025-03", "We wrote"));
        story.by(OFFICE, responded(VOICE, "2025-02", "We called"));

        assertThat(story.voice().state()).isEqualTo(VoiceState.RESPONDED);
        assertThat(story.voice().course().responses())
                .containsExactly(
                        new VoiceView.Response(
                                date("2025-03"), "We wrote", new TreeSet<>(List.of(ACTION)), BY_LEAD, "OCC"),
                        new VoiceView.Response(
                                date("2025-02"), "We called", new TreeSet<>(List.of(ACTION)), BY_OFFICE, "OCC"));
    }

    @Test
    void keeps_its_responses_when_closed_and_says_what_came_of_it() {
        story.by(LEAD, responded(VOICE, "2025-02", "We wrote"), closed(VOICE, "2025-03"));

        assertThat(story.voice().state()).isEqualTo(VoiceState.CLOSED);
        assertThat(story.voice().course().responses()).hasSize(1);
        assertThat(story.voice().course().closure())
                .isEqualTo(new VoiceView.Closure(date("2025-03"), "They know now", "The forum", BY_LEAD));
    }

    @Test
    void shows_that_what_was_said_has_been_erased() {
        VoiceDetails like = said("2025-01", VoiceFrom.SCHOOLS, "x");
        VoiceDetails erased = new VoiceDetails(
                like.heardOn(),
                like.from(),
                null,
                new ErasableText("sha256:0", null, null, null),
                like.areas(),
                like.themes(),
                like.concerns(),
                Visibility.PUBLIC);
        assertThat(new Story()
                        .by(OFFICE, new VoiceHeard(PLAN, VOICE, erased))
                        .voice()
                        .details()
                        .said())
                .isEqualTo("[redacted]");
    }

    @Test
    void was_not_heard_if_only_what_came_later_counts() {
        assertThat(story.voice().exists()).isTrue();
        assertThat(new Story()
                        .by(LEAD, responded(VOICE, "2025-02", "We wrote"))
                        .voice()
                        .exists())
                .isFalse();
    }

    @Test
    void is_stamped_with_its_last_event() {
        story.by(LEAD, responded(VOICE, "2025-02", "We wrote"));

        assertThat(story.voice().stamp()).isEqualTo(new Stamp(1, 2, Instant.parse("2025-06-30T09:02:00Z")));
    }
}
