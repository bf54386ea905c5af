package org.paptracker.values.plan;

import org.jspecify.annotations.Nullable;

/**
 * An area of a plan.
 *
 * @param number its number in the plan document, from 1
 * @param title null where the source gives none: nothing is invented
 * @param accountableBody the organisation that answers for it
 */
public record Area(
        AreaCode code, AreaKind kind, int number, @Nullable String title, OrganisationCode accountableBody) {}
