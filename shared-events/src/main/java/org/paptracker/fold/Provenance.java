package org.paptracker.fold;

import org.jspecify.annotations.Nullable;

/**
 * Who recorded an event, and from what. Taken from the request, never from its body.
 *
 * @param actor the person's pseudonym; in older entries the user's name in the identity provider
 * @param role the role the actor acted in; null for an event from before roles were known
 * @param organisation the actor's organisation, by code; null if the actor has none
 * @param requestId the request that caused it
 * @param source the document it was taken from; null if it was recorded first-hand
 */
public record Provenance(
        String actor,
        @Nullable String role,
        @Nullable String organisation,
        @Nullable String requestId,
        @Nullable String source) {}
