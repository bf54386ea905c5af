package org.paptracker.query.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.VOICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.aimed;
import static org.paptracker.query.History.claimed;
import static org.paptracker.query.History.closed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.defined;
import static org.paptracker.query.History.fact;
import static org.paptracker.query.History.measured;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.responded;
import static org.paptracker.query.History.said;
import static org.paptracker.query.History.subject;
import static org.paptracker.query.History.verified;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.query.Story;
import org.paptracker.query.kpi.Trend;
import org.paptracker.query.proof.Proof;
import org.paptracker.query.proof.Proofs;
import org.paptracker.query.voice.VoiceView;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDefinition;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;

class GapsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 2, 28);

    private final Story story = new Story().by(OFFICE, agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2025-01"));

    private static Proof proof(String id, EvidenceLevel level, LocalDate asOf) {
        return new Proof(
                new EvidenceId(id),
                level,
                new TreeSet<>(List.of(new Subject(SubjectType.MILESTONE, "PA3-01.1"))),
                asOf);
    }

    private List<Gap> gaps(Proof... proofs) {
        return MilestoneGaps.of(List.of(story.action()), new Proofs(List.of(proofs)), DAY);
    }

    @Nested
    class A_complete_milestone {
        GapsTest complete() {
            story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-01-25"));
            return GapsTest.this;
        }

        @Test
        void without_any_standing_evidence_is_a_gap_that_names_what_was_claimed() {
            assertThat(complete().gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.kind()).isEqualTo(GapKind.COMPLETE_BUT_UNEVIDENCED);
                assertThat(gap.subject()).hasToString("milestone:PA3-01.1");
                assertThat(gap.why()).contains("PA3-01.1", "E-1").endsWith(".");
                assertThat(gap.wouldClose()).contains("E-1").endsWith(".");
                assertThat(gap.strongest()).isNull();
            });
        }

        @Test
        void that_was_claimed_without_evidence_is_told_so() {
            story.by(
                            LEAD,
                            new CompletionClaimed(
                                    PLAN,
                                    ACTION,
                                    MILESTONE,
                                    date("2025-01-20"),
                                    ErasableText.of("Done"),
                                    List.of(),
                                    ErasableText.of("None yet")))
                    .by(OFFICE, verified("2025-01-25"));
            assertThat(gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.why()).contains("no validated evidence supports it");
                assertThat(gap.wouldClose()).contains("somebody else validate");
            });
        }

        @Test
        void with_activity_or_output_only_is_a_gap() {
            complete();
            for (EvidenceLevel level : List.of(EvidenceLevel.ACTIVITY, EvidenceLevel.OUTPUT)) {
                assertThat(gaps(proof("E-7", level, DAY))).singleElement().satisfies(gap -> {
                    assertThat(gap.kind()).isEqualTo(GapKind.OUTPUT_ONLY);
                    assertThat(gap.strongest()).isEqualTo(level);
                    assertThat(gap.why())
                            .contains("not that it changed anything")
                            .endsWith(".");
                });
            }
        }

        @Test
        void with_a_fresh_outcome_is_no_gap() {
            complete();
            assertThat(gaps(proof("E-7", EvidenceLevel.OUTCOME, LocalDate.of(2024, 8, 28))))
                    .isEmpty();
        }

        @Test
        void with_an_outcome_of_more_than_six_months_ago_is_stale() {
            complete();
            assertThat(gaps(
                            proof("E-7", EvidenceLevel.OUTCOME, LocalDate.of(2024, 8, 27)),
                            proof("E-8", EvidenceLevel.OUTCOME, LocalDate.of(2023, 8, 27)),
                            proof("E-9", EvidenceLevel.ACTIVITY, DAY)))
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.kind()).isEqualTo(GapKind.STALE);
                        assertThat(gap.why()).contains("outcome", "27 August 2024");
                    });
        }
    }

    @Test
    void what_is_only_done_and_what_is_only_made_are_told_apart() {
        story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-01-25"));

        assertThat(gaps(proof("E-7", EvidenceLevel.ACTIVITY, DAY)).get(0).why()).contains("shows that work was done");
        assertThat(gaps(proof("E-7", EvidenceLevel.OUTPUT, DAY)).get(0).why()).contains("shows what was made");
    }

    @Test
    void a_code_that_two_actions_share_is_told_with_its_action() {
        story.by(LEAD, claimed("2025-01-20")).by(OFFICE, verified("2025-01-25"));

        assertThat(MilestoneGaps.of(List.of(story.action(), story.action()), Proofs.NONE, DAY))
                .extracting(Gap::subject)
                .map(Subject::toString)
                .containsOnly("milestone:PA3-01/PA3-01.1");
    }

    @Test
    void come_by_kind_from_all_finders_and_kinds_without_any_are_counted_as_none() {
        Gap stale = Gap.of(GapKind.STALE, subject(SubjectType.MILESTONE, "B"), "Why.", "What.", null);
        Gap first = Gap.of(GapKind.OUTPUT_ONLY, subject(SubjectType.MILESTONE, "A"), "Why.", "What.", null);
        Gap second = Gap.of(GapKind.OUTPUT_ONLY, subject(SubjectType.MILESTONE, "C"), "Why.", "What.", null);
        story.by(OFFICE, plan());
        PlanContents contents = new PlanContents(story.plan(), List.of(), List.of(), List.of(), List.of(), DAY);
        List<Gap> gaps = Gaps.of(List.of(plan -> List.of(stale, second), plan -> List.of(first)), contents);

        assertThat(gaps).containsExactly(first, second, stale);
        assertThat(Gaps.count(gaps))
                .containsOnlyKeys(GapKind.values())
                .containsEntry(GapKind.OUTPUT_ONLY, 2L)
                .containsEntry(GapKind.STALE, 1L)
                .containsEntry(GapKind.NO_FAMILY_VOICE, 0L);
    }

    @Test
    void what_is_not_complete_or_no_longer_counts_is_no_gap() {
        assertThat(gaps()).isEmpty();
        story.by(LEAD, claimed("2025-01-20"));
        assertThat(gaps()).isEmpty();
        story.by(OFFICE, verified("2025-01-25"));
        assertThat(gaps()).hasSize(1);
        story.by(OFFICE, new ActionCancelled(PLAN, ACTION, date("2025-02-01"), ErasableText.of("Merged")));
        assertThat(gaps()).isEmpty();
    }

    @Nested
    class One_fact {
        private List<Gap> conflicts() {
            return FactGaps.of(List.of(story.evidence("F-1"), story.evidence("F-2")));
        }

        @Test
        void stated_differently_is_in_conflict_before_anybody_has_validated_it() {
            story.by(LEAD, fact("F-1", "Established in June 2024.", "youth-forum-established"))
                    .by(LEAD, fact("F-2", "Established in July 2024.", "youth-forum-established"));
            assertThat(conflicts()).singleElement().satisfies(gap -> {
                assertThat(gap.kind()).isEqualTo(GapKind.SOURCES_IN_CONFLICT);
                assertThat(gap.subject()).hasToString("fact:youth-forum-established");
                assertThat(gap.sides())
                        .extracting(Gap.Side::says)
                        .containsExactly("Established in June 2024.", "Established in July 2024.");
                assertThat(gap.why()).endsWith(".");
                assertThat(gap.wouldClose()).contains("F-1 or F-2").endsWith(".");
            });
        }

        @Test
        void stated_alike_or_of_another_fact_is_no_conflict() {
            story.by(
                    LEAD, fact("F-1", "Established in June 2024.", "a"), fact("F-2", "Established in June 2024.", "a"));
            assertThat(conflicts()).isEmpty();
            Story other = new Story().by(LEAD, fact("F-1", "June", "a"), fact("F-2", "July", "b"));
            assertThat(FactGaps.of(List.of(other.evidence("F-1"), other.evidence("F-2"))))
                    .isEmpty();
        }

        @Test
        void is_settled_once_one_statement_is_withdrawn_or_returned() {
            story.by(LEAD, fact("F-1", "June", "a"), fact("F-2", "July", "a"));
            assertThat(conflicts()).hasSize(1);
            Story settled = new Story()
                    .by(LEAD, fact("F-1", "June", "a"), fact("F-2", "July", "a"), fact("F-3", "August", "a"))
                    .by(
                            OFFICE,
                            new EvidenceWithdrawn(
                                    PLAN, new EvidenceId("F-1"), date("2025-02-13"), ErasableText.of("x")),
                            new EvidenceReturned(
                                    PLAN, new EvidenceId("F-3"), date("2025-02-13"), ErasableText.of("x")));
            assertThat(FactGaps.of(List.of(settled.evidence("F-1"), settled.evidence("F-2"), settled.evidence("F-3"))))
                    .isEmpty();
        }
    }

    @Nested
    class The_voice_of_families {
        private final Story told = new Story().by(OFFICE, plan(), agreed(ACTION, "PA3"));

        private static VoiceHeard heard(VoiceFrom from, String area, Subject... concerns) {
            return new VoiceHeard(
                    PLAN,
                    VOICE,
                    new VoiceDetails(
                            date("2025-02-13"),
                            from,
                            null,
                            ErasableText.of("Nobody tells us"),
                            area == null ? new TreeSet<>() : new TreeSet<>(List.of(new AreaCode(area))),
                            new TreeSet<>(),
                            List.of(concerns),
                            Visibility.PUBLIC));
        }

        private List<Gap> unheard() {
            List<VoiceView> voices = told.voice().code().equals(VOICE) ? List.of(told.voice()) : List.of();
            return VoiceGaps.of(told.plan(), List.of(told.action()), voices);
        }

        @Test
        void is_missing_in_each_area_and_theme_about_which_nobody_was_heard() {
            assertThat(unheard()).allSatisfy(gap -> {
                assertThat(gap.kind()).isEqualTo(GapKind.NO_FAMILY_VOICE);
                assertThat(gap.why()).startsWith("No parent, carer, child or young person has been heard");
                assertThat(gap.why()).contains(gap.subject().code()).endsWith(".");
                assertThat(gap.wouldClose()).contains(gap.subject().code()).endsWith(".");
            });
            assertThat(unheard())
                    .extracting(Gap::subject)
                    .map(Subject::toString)
                    .containsExactly("area:PA1", "area:PA3", "theme:T2");
        }

        @ParameterizedTest
        @EnumSource(
                value = VoiceFrom.class,
                names = {"PARENTS_AND_CARERS", "CHILDREN_AND_YOUNG_PEOPLE"})
        void is_heard_in_the_area_it_names_and_no_other(VoiceFrom from) {
            told.by(LEAD, heard(from, "PA1"));
            assertThat(unheard())
                    .extracting(Gap::subject)
                    .map(Subject::toString)
                    .containsExactly("area:PA3", "theme:T2");
        }

        @ParameterizedTest
        @CsvSource({"ACTION, PA3-01", "MILESTONE, PA3-01.1", "MILESTONE, PA3-01/PA3-01.1"})
        void is_heard_in_the_areas_and_themes_of_the_action_it_speaks_of(SubjectType type, String code) {
            told.by(OFFICE, milestone(ACTION, MILESTONE, "2025-01"));
            told.by(LEAD, heard(VoiceFrom.PARENTS_AND_CARERS, null, new Subject(type, code)));
            assertThat(unheard())
                    .extracting(Gap::subject)
                    .map(Subject::toString)
                    .containsExactly("area:PA1");
        }

        @ParameterizedTest
        @EnumSource(
                value = VoiceFrom.class,
                names = {"SCHOOLS", "OTHER"})
        void is_not_what_schools_or_others_said(VoiceFrom from) {
            told.by(LEAD, heard(from, "PA1"));
            assertThat(unheard())
                    .extracting(Gap::subject)
                    .map(Subject::toString)
                    .containsExactly("area:PA1", "area:PA3", "theme:T2");
            assertThat(unheard().get(0).why())
                    .startsWith("Schools or others have been heard about the area PA1, but no");
            assertThat(unheard().get(1).why()).startsWith("No parent");
        }

        @Test
        void is_a_gap_of_its_own_if_it_belongs_to_nothing() {
            told.by(LEAD, heard(VoiceFrom.PARENTS_AND_CARERS, null, new Subject(SubjectType.ACTION, "PA9-99")));
            assertThat(unheard()).hasSize(4).first().satisfies(gap -> {
                assertThat(gap.subject()).hasToString("voice:" + VOICE);
                assertThat(gap.why()).contains("belongs to no area, theme, action or milestone");
                assertThat(gap.wouldClose()).startsWith("Record it again");
            });
        }

        @ParameterizedTest
        @CsvSource({"ACTION, PA3-01.1", "MILESTONE, PA3-01.2", "MILESTONE, PA3-02/PA3-01.1"})
        void belongs_to_nothing_if_what_it_speaks_of_is_not_in_the_plan(SubjectType type, String code) {
            told.by(OFFICE, milestone(ACTION, MILESTONE, "2025-01"));
            told.by(LEAD, heard(VoiceFrom.CHILDREN_AND_YOUNG_PEOPLE, null, new Subject(type, code)));
            assertThat(unheard()).extracting(Gap::subject).map(Subject::type).startsWith(SubjectType.VOICE);
        }

        @Test
        void is_heard_in_the_theme_it_names() {
            VoiceDetails words = said("2025-02-13", VoiceFrom.PARENTS_AND_CARERS, "Nobody tells us");
            told.by(
                    LEAD,
                    new VoiceHeard(
                            PLAN,
                            VOICE,
                            new VoiceDetails(
                                    words.heardOn(),
                                    words.from(),
                                    null,
                                    words.said(),
                                    words.areas(),
                                    words.themes(),
                                    List.of(),
                                    Visibility.PUBLIC)));
            assertThat(unheard())
                    .extracting(Gap::subject)
                    .map(Subject::toString)
                    .containsExactly("area:PA1", "area:PA3");
        }

        @Test
        void is_tied_by_the_actions_that_answer_it() {
            told.by(LEAD, heard(VoiceFrom.PARENTS_AND_CARERS, null));
            told.by(OFFICE, responded(VOICE, "2025-02-20", "We asked again"));
            assertThat(unheard())
                    .extracting(Gap::subject)
                    .map(Subject::toString)
                    .containsExactly("area:PA1");
        }

        @Test
        void is_tied_in_another_way_once_it_is_answered_or_closed() {
            told.by(LEAD, heard(VoiceFrom.PARENTS_AND_CARERS, null));
            told.by(
                    OFFICE,
                    new VoiceResponded(PLAN, VOICE, date("2025-02-20"), ErasableText.of("Asked"), new TreeSet<>()));
            assertThat(unheard().get(0).wouldClose()).startsWith("Respond to it once more");
            told.by(OFFICE, closed(VOICE, "2025-02-27"));
            assertThat(unheard().get(0).wouldClose()).startsWith("It is closed");
        }

        @Test
        void needs_no_tie_if_it_is_of_schools() {
            told.by(LEAD, heard(VoiceFrom.SCHOOLS, null));
            assertThat(unheard()).extracting(Gap::subject).noneMatch(subject -> subject.type() == SubjectType.VOICE);
        }
    }

    @Nested
    class A_figure {
        private List<Gap> lacking() {
            return KpiGaps.of(story.kpi("K-1"), Trend.of(story.kpi("K-1"), DAY));
        }

        @Test
        void without_beginning_aim_or_definition_says_what_nobody_can_say() {
            story.by(LEAD, defined("K-1", Polarity.LOWER_IS_BETTER, null));
            assertThat(lacking())
                    .extracting(Gap::kind)
                    .containsExactly(
                            GapKind.KPI_WITHOUT_BASELINE, GapKind.KPI_WITHOUT_TARGET, GapKind.KPI_WITHOUT_DEFINITION);
            assertThat(lacking()).allSatisfy(gap -> {
                assertThat(gap.subject()).hasToString("kpi:K-1");
                assertThat(gap.why()).contains("K-1").endsWith(".");
                assertThat(gap.wouldClose()).endsWith(".");
            });
        }

        @Test
        void with_all_three_is_no_gap() {
            KpiDetails lax = defined("K-1", Polarity.LOWER_IS_BETTER, Reading.exactly("200"))
                    .details();
            KpiDetails strict = new KpiDetails(
                    lax.title(),
                    lax.unit(),
                    lax.polarity(),
                    lax.basis(),
                    new KpiDefinition(ErasableText.of("Reviews over 12 months old"), null, null, null, null),
                    lax.baseline(),
                    lax.areas(),
                    lax.themes(),
                    lax.kind(),
                    lax.countsPeople());
            story.by(LEAD, new KpiDefined(PLAN, new KpiCode("K-1"), strict), aimed("K-1", "0", "2999"));
            assertThat(lacking()).isEmpty();
        }

        @Test
        void of_which_sources_say_different_things_is_in_conflict_for_that_period() {
            story.by(
                    LEAD,
                    defined("K-1", Polarity.HIGHER_IS_BETTER, null),
                    measured("K-1", "2025-01", "News", Reading.exactly("44.5")),
                    measured("K-1", "2025-01", "Blog", Reading.going(Direction.UP)));
            assertThat(lacking()).last().satisfies(gap -> {
                assertThat(gap.kind()).isEqualTo(GapKind.SOURCES_IN_CONFLICT);
                assertThat(gap.period()).hasToString("2025-01");
                assertThat(gap.why()).contains("up or 44.5").endsWith(".");
                assertThat(gap.wouldClose()).endsWith(".");
                assertThat(gap.sides())
                        .containsExactly(new Gap.Side(null, "Blog", "up"), new Gap.Side(null, "News", "44.5 reviews"));
            });
        }
    }
}
