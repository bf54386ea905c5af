package org.paptracker.query.account;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.Right;
import org.paptracker.platform.security.Role;
import org.paptracker.platform.security.Scope;

/**
 * Who somebody is here, in words for that person.
 *
 * @param role null if they have none
 * @param organisation its code; null if they belong to none
 * @param themes each {@code PLAN/THEME}, joined; null if they lead none
 * @param reads how far the person can read, a sentence
 * @param may what the person can do, each after "you can"
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
                caller.own().themes().isEmpty()
                        ? null
                        : String.join(", ", caller.own().inWords()),
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
        if (scope.isEverything()) return "You can read everything.";
        String more = scope.own().themes().isEmpty()
                ? scope.organisation() == null ? "" : " and, whatever its class, what is your own organisation's"
                : " and, whatever its class, what is of your own themes";
        return switch (scope.upTo()) {
            case PUBLIC -> "You can read what is public" + more + ".";
            case PARTNERSHIP -> "You can read what is public and what is for the partnership" + more + ".";
            default -> "You can read everything but what is restricted" + more + ".";
        };
    }
}
