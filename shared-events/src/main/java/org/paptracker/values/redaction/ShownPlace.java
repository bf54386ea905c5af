package org.paptracker.values.redaction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.plan.PlanId;

/**
 * A place that holds the words, as both services tell it. Never the words.
 *
 * @param plan null for what belongs to no one plan
 * @param subject type and code: {@code action:PA3-01}
 * @param kind what happened there: {@code milestone-progress-recorded}
 * @param recordedOn Europe/London
 * @param goes whether the words go there
 */
public record ShownPlace(
        long position,
        String field,
        @Nullable PlanId plan,
        String subject,
        String kind,
        BusinessDate recordedOn,
        boolean goes,
        String inWords) {

    /** In the same order. {@code only} as in {@link FoundPlace#going}. */
    public static List<ShownPlace> of(List<FoundPlace> all, @Nullable List<TextAt> only) {
        Set<FoundPlace> going = Set.copyOf(FoundPlace.going(all, only));
        return all.stream().map(place -> of(place, going.contains(place))).toList();
    }

    /** Streams are called {@code action:plan/code}, {@code plan:code} or {@code redaction:number}. */
    private static ShownPlace of(FoundPlace place, boolean goes) {
        String stream = place.stream();
        String type = stream.substring(0, Math.max(0, stream.indexOf(':')));
        String rest = stream.substring(stream.indexOf(':') + 1);
        int end = rest.indexOf('/');
        String code = rest.substring(end + 1);
        String plan = end > 0 ? rest.substring(0, end) : type.equals("plan") ? rest : null;
        String inWords = "The text %s of entry %d, about the %s %s%s, recorded on %s, %s."
                .formatted(
                        place.field(),
                        place.position(),
                        type.replace('-', ' '),
                        code,
                        plan == null || plan.equals(code) ? "" : " of plan " + plan,
                        place.recordedOn().inWords(),
                        goes ? "goes" : "stays");
        return new ShownPlace(
                place.position(),
                place.field(),
                plan == null ? null : new PlanId(plan),
                type + ":" + code,
                place.kind(),
                place.recordedOn(),
                goes,
                inWords);
    }
}
