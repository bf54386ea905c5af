package org.paptracker.command.platform.http;

import org.paptracker.values.plan.PlanId;

/**
 * The answer to a command.
 *
 * @param code of what the command speaks of
 * @param version of its stream, as in the ETag
 * @param position up to which the log has to be read to see it, as in X-Log-Position
 */
public record Accepted(PlanId plan, String code, long version, long position) {}
