package org.paptracker.query.report.format2;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.query.voice.VoiceView;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;
import org.paptracker.values.voice.VoiceState;

/** What somebody said, and what came of it. */
record PackVoice(
        VoiceId code,
        PlanId plan,
        BusinessDate heardOn,
        VoiceFrom from,
        @Nullable String through,
        @Nullable String said,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        List<PackSubject> concerns,
        Visibility visibility,
        VoiceState state,
        List<Response> responses,
        @Nullable Closure closure,
        @JsonUnwrapped PackStamp stamp) {

    record Response(
            BusinessDate on,
            @Nullable String weDid,
            SortedSet<ActionCode> actions,
            Who by,
            @Nullable String organisation) {}

    record Closure(
            BusinessDate on,
            @Nullable String outcome,
            @Nullable String agreedBy,
            Who by) {}

    static PackVoice of(VoiceView voice) {
        var details = voice.details();
        var closure = voice.course().closure();
        return new PackVoice(
                voice.code(),
                voice.plan(),
                details.heardOn(),
                details.from(),
                details.through(),
                details.said(),
                details.areas(),
                details.themes(),
                details.concerns().stream().map(PackSubject::of).toList(),
                details.visibility(),
                voice.state(),
                voice.course().responses().stream()
                        .map(one -> new Response(one.on(), one.weDid(), one.actions(), one.by(), one.organisation()))
                        .toList(),
                closure == null ? null : new Closure(closure.on(), closure.outcome(), closure.agreedBy(), closure.by()),
                PackStamp.of(voice.stamp()));
    }
}
