package org.paptracker.values.plan;

import org.jspecify.annotations.Nullable;

/**
 * Work that cuts across themes.
 *
 * @param leadRole a role, never a personal name; null where the source names none
 */
public record Workstream(
        WorkstreamCode code, String title, @Nullable String leadRole) {}
