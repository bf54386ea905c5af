package org.paptracker.command.platform.rules;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Rules that keep two people apart compare people, not roles: the same person in another role is still the same
 * person, and so is anyone who has another name than before. Two accounts of one name are taken for one person.
 *
 * @param name in the identity provider, now
 * @param role the role the actor acts in; null if none is known
 * @param organisation by code; null if the actor has none
 * @param person what the log calls the actor
 * @param names the name behind what the log calls somebody, or the same again if it is a name or nobody knows
 */
public record Actor(
        String name, @Nullable String role, @Nullable String organisation, String person, UnaryOperator<String> names) {
    /** Somebody whom the log calls by name. */
    public Actor(String name, @Nullable String role, @Nullable String organisation) {
        this(name, role, organisation, name, UnaryOperator.identity());
    }

    /** Whether this is the person whom an event names, by pseudonym or by name; null is nobody. */
    public boolean is(@Nullable String recorded) {
        if (recorded == null) return false;
        return person.equals(recorded) || isNamed(recorded, name);
    }

    /** Whether somebody whom an event names has this name. */
    public boolean isNamed(String recorded, String name) {
        return plain(name).equalsIgnoreCase(plain(names.apply(recorded)));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    }
}
