package org.paptracker.command.guard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.guard.GuardOverrideCommand.GrantOverride;
import org.paptracker.command.platform.guard.RefusedRequests;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Text;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Overrides over HTTP: for information governance only. They are used by naming one in a header. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/guard-overrides/{override}")
class GuardOverrideApi {
    private static final int LONGEST_REFERENCE = 20_000;

    private final HttpCommands commands;
    private final RefusedRequests requests;

    GuardOverrideApi(HttpCommands commands, RefusedRequests requests) {
        this.commands = commands;
        this.requests = requests;
    }

    @RequiresRight(Right.OVERRIDE_GUARD)
    @PutMapping
    ResponseEntity<Accepted> grant(
            @PathVariable PlanId plan, @PathVariable OverrideCode override, @Valid @RequestBody Granting body) {
        GrantOverride command = new GrantOverride(
                plan,
                override,
                Collections.unmodifiableSortedSet(new TreeSet<>(body.kinds)),
                ErasableText.of(body.justification),
                body.validUntil,
                request(plan, body.request));
        return commands.put(command, override);
    }

    private GuardedRequest request(PlanId plan, String reference) {
        return requests.read(plan, reference)
                .orElseThrow(() -> new Refused(Problem.malformed(
                        "request",
                        "must be what the refusal of the request answered as its request, in full; and of this plan")));
    }

    /**
     * @param kinds that it lets through, at least one
     * @param validUntil the last day on which it can be used, 31 days from today at the most; a week if left out
     * @param request the reference of the refused request, as its sender passed it on
     */
    record Granting(
            @NotNull @Size(min = 1, message = "must name at least one kind")
            List<@NotNull PersonalDataKind> kinds,

            @NotNull @Text String justification,
            @Nullable BusinessDate validUntil,

            @NotNull @Size(max = LONGEST_REFERENCE, message = "must be no longer than 20,000 characters")
            String request) {}
}
