package org.paptracker.command.guard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.guard.GuardOverrideCommand.GrantOverride;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.http.Text;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
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
    private final HttpCommands commands;

    GuardOverrideApi(HttpCommands commands) {
        this.commands = commands;
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
                body.validUntil);
        return commands.put(command, override);
    }

    /**
     * @param kinds that it lets through, at least one
     * @param validUntil the last day on which it can be used, 31 days from today at the most; a week if left out
     */
    record Granting(
            @NotNull @Size(min = 1, message = "must name at least one kind")
            List<@NotNull PersonalDataKind> kinds,

            @NotNull @Text String justification,
            @Nullable BusinessDate validUntil) {}
}
