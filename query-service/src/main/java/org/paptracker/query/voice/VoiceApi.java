package org.paptracker.query.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;
import org.paptracker.values.voice.VoiceState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/voices")
class VoiceApi {
    private final Voices voices;

    VoiceApi(Voices voices) {
        this.voices = voices;
    }

    @RequiresRight(Right.READ)
    @GetMapping
    Page<VoiceView> voices(
            @PathVariable PlanId plan,
            @RequestParam @Nullable VoiceState state,
            @RequestParam @Nullable VoiceFrom from,
            @RequestParam @Nullable AreaCode area,
            @RequestParam @Nullable ThemeCode theme,
            AsAt asAt,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + Page.USUAL) int limit) {
        List<VoiceView> items = voices.of(plan, asAt).stream()
                .filter(voice -> state == null || voice.state() == state)
                .filter(voice -> from == null || voice.details().from() == from)
                .filter(voice -> area == null || voice.details().areas().contains(area))
                .filter(voice -> theme == null || voice.details().themes().contains(theme))
                .toList();
        return Page.of(items, voice -> voice.code().value(), cursor, limit);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{voice}")
    ResponseEntity<VoiceView> voice(@PathVariable PlanId plan, @PathVariable VoiceId voice, AsAt asAt) {
        return Tagged.of(voices.get(plan, voice, asAt));
    }
}
