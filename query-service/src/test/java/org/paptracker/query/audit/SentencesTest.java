package org.paptracker.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.PlanEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.log.EventNames;
import org.paptracker.query.History;
import org.paptracker.query.Samples;
import org.paptracker.query.Story;
import org.paptracker.query.history.EverySlice;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.PlanId;

class SentencesTest {
    static Stream<DomainEvent> events() {
        return Samples.ofEach();
    }

    private static String sentence(DomainEvent event) {
        Recorded<DomainEvent> recorded = new Recorded<>(1, "id", Instant.EPOCH, Story.stream(event), 0, LEAD, event);
        return EverySlice.of(event).sentence(recorded);
    }

    @Test
    void there_is_a_sample_of_every_event_that_has_a_name() {
        Set<String> sampled =
                events().map(event -> EventNames.of(event.getClass())).collect(Collectors.toSet());

        assertThat(sampled).isEqualTo(EventNames.all());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_told_in_a_sentence_without_free_text(DomainEvent event) {
        assertThat(sentence(event))
                .matches("[A-Za-z].* .*[^.]\\.")
                .doesNotContainIgnoringCase("null")
                .doesNotContain("erasable words", "ErasableText", "[", "_");
    }

    @Test
    void dates_and_codes_are_said_as_people_say_them() {
        assertThat(sentence(History.progress("2025-02-13", Rating.ON_TRACK, 60)))
                .isEqualTo("The milestone PA3-01.1 saw progress reported, rated on track, 60% complete,"
                        + " effective 13 February 2025.");
        assertThat(sentence(History.correctionByOffice("2025-02-13", Rating.AT_RISK, 7)))
                .isEqualTo("The milestone PA3-01.1 saw progress reported, rated at risk (pmo), correcting entry 7,"
                        + " effective 13 February 2025.");
        assertThat(sentence(History.forecast("2025-02", "2025-Q2")))
                .isEqualTo("The milestone PA3-01.1 was forecast for April to June 2025, effective February 2025.");
        assertThat(sentence(History.proposed("2025", "2025-04-30")))
                .isEqualTo(
                        "The milestone PA3-01.1 was proposed for a new due date, 30 April 2025 (capacity), effective 2025.");
    }

    @Test
    void evidence_is_told_with_its_level() {
        assertThat(sentence(History.submitted("E-1", EvidenceLevel.OUTCOME)))
                .isEqualTo("The evidence E-1 of outcome was submitted: Quality audit.");
        assertThat(sentence(History.validated("E-1", "2025-02-13")))
                .isEqualTo("The evidence E-1 was validated, effective 13 February 2025.");
    }

    @Test
    void figures_are_told_no_more_exactly_than_they_are() {
        assertThat(sentence(History.measured("K-1", "2024-25AY", "News", Reading.of(Reading.Comparator.LT, "50"))))
                .isEqualTo(
                        "The KPI K-1 for the academic year 2024/25 was recorded: less than 50, provisional, from News.");
        assertThat(sentence(History.measured("K-1", "2025-01", "News", Reading.of(Reading.Comparator.EQ, "50"))))
                .isEqualTo("The KPI K-1 for January 2025 was recorded: 50, provisional, from News.");
        assertThat(sentence(History.aimed("K-1", "90", "2025-07")))
                .isEqualTo("The KPI K-1 was given the target 90 by July 2025.");
    }

    @Test
    void a_transfer_and_a_supersession_are_told_at_both_ends() {
        PlanId next = new PlanId("next-plan");
        ActionCode there = new ActionCode("N-1");
        BusinessDate may = BusinessDate.parse("2025-05-01");
        assertThat(sentence(new ActionEvent.ActionTransferred(History.PLAN, History.ACTION, may, next, there, null)))
                .isEqualTo("The action PA3-01 was transferred to the plan next-plan as N-1, effective 1 May 2025.");
        assertThat(sentence(new ActionEvent.ActionReceived(
                        next,
                        there,
                        may,
                        History.PLAN,
                        History.ACTION,
                        History.details("Clear the backlog", "PA3"),
                        ActionState.IN_PROGRESS,
                        List.of(new CarriedMilestone(
                                History.MILESTONE,
                                new MilestoneDetails("Cleared", List.of(), null, false),
                                null,
                                null,
                                MilestoneState.PLANNED)))))
                .isEqualTo("The action N-1 came over from the plan oxfordshire-pap, where it was PA3-01,"
                        + " with 1 unfinished milestone, effective 1 May 2025.");
        assertThat(sentence(new PlanEvent.PlanSuperseded(History.PLAN, may, next, null)))
                .isEqualTo("The plan oxfordshire-pap gave way to the plan next-plan on 1 May 2025.");
        assertThat(sentence(new PlanEvent.PlanTookOver(next, may, History.PLAN)))
                .isEqualTo("The plan next-plan took the place of the plan oxfordshire-pap on 1 May 2025.");
    }

    @Test
    void a_title_that_ends_in_a_full_stop_does_not_end_in_two() {
        assertThat(sentence(new ActionEvent.ActionAgreed(
                        History.PLAN, History.ACTION, History.details("Clear the backlog.", "PA3"))))
                .isEqualTo("The action PA3-01 was agreed: Clear the backlog.");
    }
}
