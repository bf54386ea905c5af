package org.paptracker.query.account;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.Right;
import org.paptracker.platform.security.Role;
import org.paptracker.platform.security.Scope;

/**
 * Who somebody is here, in words for that person.
 *
 * @param role null for who has none
 * @param organisation its code; null for who belongs to none
 * @param themes codes, joined; null for who leads none
 * @param reads how far the person may read, a sentence
 * @param may what the person may do, each after "you may"
 */
record Account(
        String name,
        @Nullable String role,
        @Nullable String organisation,
        @Nullable String themes,
        String reads,
        List<String> may) {
    static Account of(Caller caller) {
        Role role = caller.role();
        return new Account(
                caller.name(),
                role == Role.ANONYMOUS ? null : words(role),
                caller.organisation(),
                caller.themes().isEmpty() ? null : String.join(", ", new TreeSet<>(caller.themes())),
                reads(Scope.of(caller)),
                Stream.of(Right.values())
                        .filter(right -> right.isOf(role))
                        .map(Right::inWords)
                        .toList());
    }

    private static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String reads(Scope scope) {
        if (scope.isEverything()) return "You may read everything.";
        String more = scope.themes().isEmpty()
                ? scope.organisation() == null ? "" : " and, whatever its class, what is your own organisation's"
                : " and, whatever its class, what is of your own themes";
        return switch (scope.upTo()) {
            case PUBLIC -> "You may read what is public" + more + ".";
            case PARTNERSHIP -> "You may read what is public and what is for the partnership" + more + ".";
            default -> "You may read everything but what is restricted" + more + ".";
        };
    }
}
