package org.paptracker.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.DECISION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.RISK;
import static org.paptracker.query.History.VOICE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.MilestoneEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.EventNames;
import org.paptracker.query.History;
import org.paptracker.query.Samples;
import org.paptracker.query.Story;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.SubjectType;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.voice.VoiceFrom;

/** What each slice says about its events, beside the sentence: whom they are about, and where they belong. */
class SlicesTest {
    static Stream<DomainEvent> ofEachKind() {
        return Samples.ofEach();
    }

    /** The events that something of the plan begins with, each in the area PA3 and the theme T2. */
    static Stream<DomainEvent> beginnings() {
        return Stream.of(
                History.agreed(ACTION, "PA3"),
                History.heard(VOICE, "2025-02-13", VoiceFrom.PARENTS_AND_CARERS, "PA3"),
                History.identified(RISK, "2025-02-13", "PA3"),
                History.made(DECISION, "2025-02-13", "SIAB", null, "PA3"),
                History.defined("K-1", Polarity.LOWER_IS_BETTER, null),
                History.submitted(
                        "E-1",
                        EvidenceLevel.OUTCOME,
                        History.subject(SubjectType.AREA, "PA3"),
                        History.subject(SubjectType.THEME, "T2"),
                        History.subject(SubjectType.ACTION, "PA3-01")));
    }

    private static <V extends View, E extends DomainEvent> EntrySubject subject(DomainEvent event, Slice<V, E> slice) {
        return slice.subjects(event).get(0);
    }

    private static <V extends View, E extends DomainEvent> List<Set<String>> areasAndThemes(
            DomainEvent event, Slice<V, E> slice) {
        V view = after(event, slice);
        return List.of(
                slice.areasAndThemes(view).areas(), slice.areasAndThemes(view).themes());
    }

    private static <V extends View, E extends DomainEvent> boolean isWhole(DomainEvent event, Slice<V, E> slice) {
        V view = after(event, slice);
        return view.equals(slice.part(view, subject(event, slice)));
    }

    private static <V extends View, E extends DomainEvent> V after(DomainEvent event, Slice<V, E> slice) {
        Recorded<DomainEvent> recorded = new Recorded<>(1, "id", Instant.EPOCH, Story.stream(event), 0, LEAD, event);
        return slice.fold().step(slice.fold().initial(), recorded.as(slice.family()));
    }

    @ParameterizedTest
    @MethodSource("ofEachKind")
    void an_event_is_about_what_its_stream_is_of_or_about_a_milestone_in_it(DomainEvent event) {
        String stream = Story.stream(event);
        String type = event instanceof MilestoneEvent ? "milestone" : stream.substring(0, stream.indexOf(':'));
        String action =
                event instanceof MilestoneEvent milestone ? milestone.action().value() : null;

        assertThat(subject(event, EverySlice.of(event))).isEqualTo(new EntrySubject(type, "words", action));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void it_belongs_to_the_areas_and_themes_of_what_it_is_about(DomainEvent event) {
        assertThat(areasAndThemes(event, EverySlice.of(event))).containsExactly(Set.of("PA3"), Set.of("T2"));
    }

    @Test
    void of_the_plan_itself_it_belongs_to_no_area_more_than_to_another() {
        assertThat(areasAndThemes(History.plan(), EverySlice.of(History.plan())))
                .containsExactly(Set.of(), Set.of());
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void what_it_changes_is_looked_for_in_the_whole_view(DomainEvent event) {
        assertThat(isWhole(event, EverySlice.of(event))).isTrue();
    }

    @Test
    void what_it_changes_in_a_milestone_is_looked_for_there_and_not_in_the_history_of_its_date() {
        ActionEvent added = History.milestone(ACTION, MILESTONE, "2025-01");
        ActionView action =
                new Story().by(OFFICE, History.agreed(ACTION, "PA3"), added).action();

        Slice<ActionView, ActionEvent> slice = ofActions();
        assertThat(slice.part(action, subject(added, slice)))
                .isEqualTo(action.milestone(MILESTONE).orElseThrow().withoutDueDates())
                .satisfies(part -> assertThat(((MilestoneView) part).dueDates()).isEmpty());
        assertThat(action.milestone(MILESTONE).orElseThrow().dueDates()).hasSize(1);
        assertThat(slice.part(action, new EntrySubject("milestone", "X", ACTION.value())))
                .isNull();
    }

    @SuppressWarnings("unchecked") // the slice of an action's event
    private static Slice<ActionView, ActionEvent> ofActions() {
        return (Slice<ActionView, ActionEvent>) EverySlice.of(History.agreed(ACTION, "PA3"));
    }

    @Test
    void there_is_a_slice_for_every_family_and_each_has_a_name_of_its_own() {
        assertThat(EverySlice.all().stream().map(Slice::family).toArray())
                .containsExactlyInAnyOrder(EventNames.families().toArray());
        assertThat(EverySlice.all()).extracting(Slice::projection).doesNotHaveDuplicates();
        assertThat(EverySlice.projections())
                .containsAll(EverySlice.all().stream().map(Slice::projection).toList());
    }
}
