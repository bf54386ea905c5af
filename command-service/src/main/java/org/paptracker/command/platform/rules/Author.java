package org.paptracker.command.platform.rules;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.fold.Recorded;
import org.paptracker.platform.security.Role;
import org.paptracker.platform.security.Scope;
import org.paptracker.values.Visibility;

/**
 * Who said something first, as the log has it: a person. Only the parent carer forum is one author. It speaks with one
 * voice, and any of its members can go on.
 *
 * @param role in which they said it; null if none is known
 * @param organisation by code; null if they had none
 */
public record Author(
        String name, @Nullable String role, @Nullable String organisation) {
    public static Author of(Recorded<?> said) {
        return new Author(
                said.actor(), said.provenance().role(), said.provenance().organisation());
    }

    static Author of(Actor actor) {
        return new Author(actor.name(), actor.role(), actor.organisation());
    }

    boolean is(Actor actor) {
        return actor.is(name)
                || (isIn(Role.PARENT_CARER_FORUM)
                        && Objects.equals(role, actor.role())
                        && organisation != null
                        && organisation.equals(actor.organisation()));
    }

    boolean isIn(Role one) {
        return one.name().equals(role);
    }

    /** Whether they see an item of this class that is nobody's in particular. Without a known role they are taken to. */
    boolean sees(Visibility visibility) {
        return Arrays.stream(Role.values())
                .filter(this::isIn)
                .allMatch(known -> Scope.reachOf(known).compareTo(visibility) >= 0);
    }

    /** "the parent carer forum", or "somebody else". */
    String inWords() {
        return isIn(Role.PARENT_CARER_FORUM) || isIn(Role.PROGRAMME_OFFICE)
                ? Role.valueOf(Objects.requireNonNull(role)).inWords()
                : "somebody else";
    }
}
