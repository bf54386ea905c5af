package org.paptracker.query.voice;

import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.web.FromQuery;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceState;

/** What a list of voices is narrowed to. Each is null where it does not matter. */
@FromQuery
record VoiceFilter(
        @Nullable VoiceState state,
        @Nullable VoiceFrom from,
        @Nullable AreaCode area,
        @Nullable ThemeCode theme) {
    boolean admits(VoiceView voice) {
        return (state == null || voice.state() == state)
                && (from == null || voice.details().from() == from)
                && (area == null || voice.details().areas().contains(area))
                && (theme == null || voice.details().themes().contains(theme));
    }
}
