package org.paptracker.command.voice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.Code;
import org.paptracker.command.platform.http.CodeSets;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.SubjectBody;
import org.paptracker.command.platform.http.Text;
import org.paptracker.command.voice.VoiceCommand.CloseVoice;
import org.paptracker.command.voice.VoiceCommand.HearVoice;
import org.paptracker.command.voice.VoiceCommand.RespondToVoice;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Voices over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/voices/{voice}")
class VoiceApi {
    private final HttpCommands commands;

    VoiceApi(HttpCommands commands) {
        this.commands = commands;
    }

    @RequiresRight(Right.RECORD_VOICES)
    @PutMapping
    ResponseEntity<Accepted> hear(
            @PathVariable PlanId plan, @PathVariable VoiceId voice, @Valid @RequestBody Hearing body) {
        return commands.put(new HearVoice(plan, voice, body.details(), ErasableText.ofNullable(body.reason)), voice);
    }

    @RequiresRight(Right.ANSWER_VOICES)
    @PostMapping("/response")
    ResponseEntity<Accepted> respond(
            @PathVariable PlanId plan, @PathVariable VoiceId voice, @Valid @RequestBody Response body) {
        RespondToVoice command = new RespondToVoice(
                plan, voice, body.effectiveOn, ErasableText.of(body.weDid), CodeSets.of(body.actions, ActionCode::new));
        return commands.post(command, voice);
    }

    @RequiresRight(Right.CLOSE_VOICES)
    @PostMapping("/closure")
    ResponseEntity<Accepted> close(
            @PathVariable PlanId plan, @PathVariable VoiceId voice, @Valid @RequestBody Closure body) {
        return commands.post(
                new CloseVoice(plan, voice, body.effectiveOn, ErasableText.of(body.outcome), body.agreedBy), voice);
    }

    /**
     * @param from a group of people, never a person
     * @param through how it was heard, such as a survey or a forum
     * @param areas codes of the plan, as are themes
     * @param visibility PARTNERSHIP if left out
     * @param reason why it is amended; the programme office gives one for what others recorded
     */
    record Hearing(
            @NotNull BusinessDate heardOn,
            @NotNull VoiceFrom from,
            @Name @Nullable String through,
            @NotNull @Text String said,
            @Nullable List<@NotNull @Code String> areas,
            @Nullable List<@NotNull @Code String> themes,
            @Nullable List<@NotNull @Valid SubjectBody> concerns,
            @Nullable Visibility visibility,
            @Text @Nullable String reason) {
        VoiceDetails details() {
            return new VoiceDetails(
                    heardOn,
                    from,
                    through,
                    ErasableText.of(said),
                    CodeSets.of(areas, AreaCode::new),
                    CodeSets.of(themes, ThemeCode::new),
                    concerns == null
                            ? List.of()
                            : concerns.stream()
                                    .map(SubjectBody::subject)
                                    .distinct()
                                    .toList(),
                    visibility == null ? Visibility.PARTNERSHIP : visibility);
        }
    }

    /**
     * @param actions codes of the plan's actions that do it
     */
    record Response(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Text String weDid,
            @Nullable List<@NotNull @Code String> actions) {}

    /**
     * @param agreedBy the role or body that agreed, never a personal name
     */
    record Closure(
            @Nullable BusinessDate effectiveOn,
            @NotNull @Text String outcome,
            @Name @Nullable String agreedBy) {}
}
