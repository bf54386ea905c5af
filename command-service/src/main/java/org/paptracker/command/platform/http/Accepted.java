package org.paptracker.command.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.paptracker.command.platform.guard.Warning;
import org.paptracker.values.plan.PlanId;

/**
 * The answer to a command.
 *
 * @param code of what the command speaks of
 * @param version of its stream, as in the ETag
 * @param position up to which the log has to be read to see it, as in X-Log-Position
 * @param warnings of what the guard lets pass, but somebody should look at again; left out if there are none
 */
public record Accepted(
        PlanId plan,
        String code,
        long version,
        long position,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings) {}
