package org.paptracker.command.redaction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Name;
import org.paptracker.command.platform.http.Text;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.redaction.RedactionCommand.ConfirmRedaction;
import org.paptracker.command.redaction.RedactionCommand.DeclineRedaction;
import org.paptracker.command.redaction.RedactionCommand.ProposeRedaction;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.Streams;
import org.paptracker.log.Eraser;
import org.paptracker.log.LogReader;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextAt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Redactions over HTTP. */
@RestController
@RequestMapping("/api/v1/redactions")
class RedactionApi {
    private static final int MOST_ATTEMPTS = 20;

    private final HttpCommands commands;
    private final Removal removal;
    private final LogReader log;
    private final Eraser eraser;

    RedactionApi(HttpCommands commands, Removal removal, LogReader log, Eraser eraser) {
        this.commands = commands;
        this.removal = removal;
        this.log = log;
        this.eraser = eraser;
    }

    /** Of two who propose at once, the one who loses gets the next number. */
    @RequiresRight(Right.REDACT)
    @PostMapping
    ResponseEntity<Proposed> propose(@Valid @RequestBody Proposal body) {
        PlanId plan = plan(body.position);
        requireField(body.position, body.field);
        ErasableText legalBasis = ErasableText.of(body.legalBasis);
        ErasableText note = ErasableText.ofNullable(body.note);
        List<TextAt> also = body.places == null
                ? List.of()
                : body.places.stream().map(Place::at).toList();
        for (int attempt = 1; ; attempt++) {
            RedactionId redaction = commands.streamBefore(Streams.prefix(RedactionEvent.class))
                    .map(RedactionApi::of)
                    .orElseGet(removal::free);
            try {
                ProposeRedaction command = new ProposeRedaction(
                        plan, redaction, body.position, body.field, body.reason, legalBasis, note, also);
                return withPlaces(commands.create(command, redaction), redaction);
            } catch (RuleBroken e) {
                if (!e.code().equals(RedactionDecider.NUMBER_TAKEN) || attempt == MOST_ATTEMPTS) throw e;
            }
        }
    }

    /** As they are on record: a repeat is answered as the first time. */
    private ResponseEntity<Proposed> withPlaces(ResponseEntity<Accepted> answer, RedactionId redaction) {
        Accepted accepted = Objects.requireNonNull(answer.getBody());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(new Proposed(accepted, removal.proposedPlaces(redaction)));
    }

    private static RedactionId of(String stream) {
        return new RedactionId(
                stream.substring(Streams.prefix(RedactionEvent.class).length()));
    }

    private PlanId plan(long position) {
        if (position < 1 || position > log.position()) {
            throw new Refused(Problem.malformed(
                    "position", "must be the position of an entry in the log: 1 to %d".formatted(log.position())));
        }
        return log.at(position).orElseThrow().event().plan();
    }

    private void requireField(long position, String field) {
        Set<String> fields = eraser.fields(position).keySet();
        if (fields.contains(field)) return;
        throw new Refused(Problem.malformed(
                "field",
                fields.isEmpty()
                        ? "can't be of this entry: it holds no text that can be removed"
                        : "must be a text of the entry: " + String.join(", ", fields)));
    }

    /** The answer comes when the words are gone. */
    @RequiresRight(Right.REDACT)
    @PostMapping("/{redaction}/confirmation")
    ResponseEntity<Accepted> confirm(@PathVariable RedactionId redaction, @Valid @RequestBody Confirmation body) {
        Set<TextAt> places = body.places.stream().map(Place::at).collect(Collectors.toSet());
        return commands.post(
                new ConfirmRedaction(plan(redaction), redaction, places), redaction, () -> removal.carryOut(redaction));
    }

    @RequiresRight(Right.REDACT)
    @PostMapping("/{redaction}/refusal")
    ResponseEntity<Accepted> refuse(@PathVariable RedactionId redaction, @Valid @RequestBody Refusal body) {
        return commands.post(new DeclineRedaction(plan(redaction), redaction, ErasableText.of(body.reason)), redaction);
    }

    private PlanId plan(RedactionId redaction) {
        return removal.plan(redaction).orElseThrow(() -> RedactionDecider.unknown(redaction));
    }

    /**
     * @param position of the entry whose text is to go
     * @param field path of the text in the entry, such as {@code note} or {@code details.wording}
     * @param legalBasis such as "UK GDPR Article 17(1)(d)"
     * @param places that are to go besides the text itself, of those that hold the same words; if left out, all of
     *     them go, or of a short text none
     */
    record Proposal(
            @NotNull Long position,
            @NotNull @Name String field,
            @NotNull RedactionGround reason,
            @NotNull @Text String legalBasis,
            @Text @Nullable String note,
            @Nullable List<@NotNull @Valid Place> places) {}

    /** @param field path of the text in the entry at {@code position} */
    record Place(@NotNull Long position, @NotNull @Name String field) {
        private TextAt at() {
            return new TextAt(position, field);
        }
    }

    /** @param places whose words go, each of them, as the proposal or the last refusal told them */
    record Confirmation(@NotNull List<@NotNull @Valid Place> places) {}

    record Refusal(@NotNull @Text String reason) {}
}
