package org.paptracker.query.voice;

import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.voice.VoiceId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
    Page<VoiceView> voices(@PathVariable PlanId plan, VoiceFilter filter, AsAt asAt, Paging paging) {
        List<VoiceView> items =
                voices.of(plan, asAt).stream().filter(filter::admits).toList();
        return Page.of(items, voice -> voice.code().value(), paging);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{voice}")
    ResponseEntity<VoiceView> voice(@PathVariable PlanId plan, @PathVariable VoiceId voice, AsAt asAt) {
        return Tagged.of(voices.get(plan, voice, asAt));
    }
}
