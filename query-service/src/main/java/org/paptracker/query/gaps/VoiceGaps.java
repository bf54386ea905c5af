package org.paptracker.query.gaps;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.voice.VoiceView;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceState;
import org.springframework.stereotype.Component;

/**
 * Areas and themes about which no parent, carer, child or young person has been heard, and what families said that
 * belongs to nothing in the plan. What schools and others say is heard too, but is not the voice of families.
 */
@Component
class VoiceGaps implements GapFinder {
    private static final Set<VoiceFrom> FAMILIES =
            Set.of(VoiceFrom.PARENTS_AND_CARERS, VoiceFrom.CHILDREN_AND_YOUNG_PEOPLE);

    @Override
    public List<Gap> gaps(PlanContents contents) {
        return of(contents.plan(), contents.actions(), contents.voices());
    }

    static List<Gap> of(PlanView plan, List<ActionView> actions, List<VoiceView> voices) {
        Set<Subject> byFamilies = new HashSet<>();
        Set<Subject> byOthers = new HashSet<>();
        List<Gap> gaps = new ArrayList<>();
        for (VoiceView voice : voices) {
            Set<Subject> about = about(voice, actions);
            boolean family = FAMILIES.contains(voice.details().from());
            (family ? byFamilies : byOthers).addAll(about);
            if (family && about.isEmpty()) gaps.add(tiedToNothing(voice));
        }
        groups(plan)
                .filter(group -> !byFamilies.contains(group))
                .map(group -> unheard(group, byOthers.contains(group)))
                .forEach(gaps::add);
        return List.copyOf(gaps);
    }

    private static Stream<Subject> groups(PlanView plan) {
        return Stream.concat(
                plan.details().areas().stream()
                        .map(area -> new Subject(SubjectType.AREA, area.code().value())),
                plan.details().themes().stream()
                        .map(theme ->
                                new Subject(SubjectType.THEME, theme.code().value())));
    }

    /** The areas and themes that it names, and those of every action that it speaks of or that answers it. */
    private static Set<Subject> about(VoiceView voice, List<ActionView> actions) {
        Set<Subject> about = new HashSet<>();
        voice.details().areas().forEach(area -> about.add(new Subject(SubjectType.AREA, area.value())));
        voice.details().themes().forEach(theme -> about.add(new Subject(SubjectType.THEME, theme.value())));
        for (ActionView action : actions) {
            if (!concerns(voice, action)) continue;
            about.add(new Subject(SubjectType.ACTION, action.code().value()));
            action.details().areas().forEach(area -> about.add(new Subject(SubjectType.AREA, area.value())));
            action.details().themes().forEach(theme -> about.add(new Subject(SubjectType.THEME, theme.value())));
        }
        return about;
    }

    private static boolean concerns(VoiceView voice, ActionView action) {
        return voice.details().concerns().stream().anyMatch(subject -> isOf(subject, action))
                || voice.course().responses().stream()
                        .anyMatch(response -> response.actions().contains(action.code()));
    }

    private static boolean isOf(Subject subject, ActionView action) {
        if (subject.type() == SubjectType.ACTION)
            return subject.code().equals(action.code().value());
        return subject.type() == SubjectType.MILESTONE
                && action.milestones().stream()
                        .anyMatch(milestone ->
                                subject.code().equals(milestone.code().value())
                                        || subject.code().equals(action.code() + "/" + milestone.code()));
    }

    private static Gap unheard(Subject group, boolean othersWere) {
        String what = "the %s %s".formatted(group.type(), group.code());
        return Gap.of(
                GapKind.NO_FAMILY_VOICE,
                group,
                othersWere
                        ? "Schools or others have been heard about %s, but no parent, carer, child or young person has."
                                .formatted(what)
                        : "No parent, carer, child or young person has been heard about %s.".formatted(what),
                "Ask families about it, and record what they say as a voice that names %s.".formatted(what),
                null);
    }

    private static Gap tiedToNothing(VoiceView voice) {
        return Gap.of(
                GapKind.NO_FAMILY_VOICE,
                new Subject(SubjectType.VOICE, voice.code().value()),
                "The voice %s was heard, but it belongs to no area, theme, action or milestone of the plan."
                        .formatted(voice.code()),
                toTie(voice.state()),
                null);
    }

    private static String toTie(VoiceState state) {
        return switch (state) {
            case HEARD -> "Record it again with the area or theme it belongs to, or the action it speaks of.";
            case RESPONDED -> "Respond to it once more, and name the actions that came of it.";
            case CLOSED -> "It is closed, so record what was said as a new voice that names its area or theme.";
        };
    }
}
