package org.paptracker.command.voice;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.paptracker.command.Scenario;
import org.paptracker.command.platform.axon.Told;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.command.voice.VoiceCommand.CloseVoice;
import org.paptracker.command.voice.VoiceCommand.HearVoice;
import org.paptracker.command.voice.VoiceCommand.RespondToVoice;
import org.paptracker.events.VoiceEvent;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;

/** One voice, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final VoiceId VOICE = new VoiceId("forum-survey");
    static final BusinessDate JANUARY = date("2025-01");
    static final BusinessDate FEBRUARY_13 = date("2025-02-13");
    static final BusinessDate TOMORROW = date("2025-03-01");
    static final BusinessDate TODAY = BusinessDate.day(Scenario.TODAY);
    static final ErasableText WE_DID = ErasableText.of("We wrote a guide for schools");
    static final ErasableText OUTCOME = ErasableText.of("Families say schools now know the guide");

    private Examples() {}

    static BusinessDate date(String text) {
        return BusinessDate.parse(text);
    }

    static PlanTerms plan(PlanState state) {
        return new PlanTerms(
                state, Set.of(new AreaCode("PA1")), Set.of(new ThemeCode("T1")), Set.of(), Set.of(), Set.of());
    }

    static Scenario<Voice, VoiceCommand, VoiceEvent> given(VoiceEvent... events) {
        return in(plan(PlanState.PUBLISHED), events);
    }

    static Scenario<Voice, VoiceCommand, VoiceEvent> in(PlanTerms plan, VoiceEvent... events) {
        return new Scenario<>(VoiceDecider.RULES).under(plan).given(Scenario.OFFICE, events);
    }

    static <C extends Comparable<C>> SortedSet<C> codes(Function<String, C> code, String... values) {
        return Collections.unmodifiableSortedSet(
                Arrays.stream(values).map(code).collect(Collectors.toCollection(TreeSet::new)));
    }

    static VoiceDetails details() {
        return said("Schools do not know what support there is");
    }

    static VoiceDetails said(String words) {
        return details(JANUARY, words, "PA1", "T1");
    }

    static VoiceDetails concerning(SubjectType type) {
        VoiceDetails like = details();
        return new VoiceDetails(
                like.heardOn(),
                like.from(),
                like.through(),
                like.said(),
                like.areas(),
                like.themes(),
                List.of(new Subject(SubjectType.ACTION, "PA1-04"), new Subject(type, "X-1")),
                like.visibility());
    }

    static VoiceDetails details(BusinessDate heardOn, String words, String area, String theme) {
        return new VoiceDetails(
                heardOn,
                VoiceFrom.PARENTS_AND_CARERS,
                "Forum survey",
                ErasableText.of(words),
                codes(AreaCode::new, area),
                codes(ThemeCode::new, theme),
                List.of(new Subject(SubjectType.ACTION, "PA1-04")),
                Visibility.PUBLIC);
    }

    static VoiceHeard heard() {
        return new VoiceHeard(PLAN, VOICE, details());
    }

    static VoiceResponded responded() {
        return new VoiceResponded(PLAN, VOICE, FEBRUARY_13, WE_DID, codes(ActionCode::new, "PA1-04"));
    }

    static VoiceClosed closed() {
        return new VoiceClosed(PLAN, VOICE, FEBRUARY_13, OUTCOME, "Parent carer forum");
    }

    static Stream<DynamicTest> shell() {
        Told.To told = new Told.To(VoiceAggregate.class, plan(PlanState.PUBLISHED));
        return Stream.of(
                told.given().when(new HearVoice(PLAN, VOICE, details(), null)).records(0, heard()),
                told.given(heard())
                        .when(new RespondToVoice(PLAN, VOICE, null, WE_DID, codes(ActionCode::new)))
                        .records(1, new VoiceResponded(PLAN, VOICE, TODAY, WE_DID, codes(ActionCode::new))),
                told.given(heard(), responded())
                        .when(new CloseVoice(PLAN, VOICE, null, OUTCOME, null))
                        .records(2, new VoiceClosed(PLAN, VOICE, TODAY, OUTCOME, null)),
                told.given(heard())
                        .when(new CloseVoice(PLAN, VOICE, null, OUTCOME, null))
                        .isRefused("voice.not-responded"),
                told.given(heard(), responded())
                        .when(new CloseVoice(PLAN, VOICE, null, OUTCOME, null))
                        .isStale());
    }
}
