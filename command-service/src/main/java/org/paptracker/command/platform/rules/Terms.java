package org.paptracker.command.platform.rules;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Codes that something names, checked against those that its plan has. */
public final class Terms {
    private Terms() {}

    /**
     * @param subject what names them: {@code action}
     * @param kind of what they stand for: {@code area}
     * @throws RuleBroken {@code action.unknown-area} and the like
     */
    public static <C extends Comparable<C>> void requireTerms(
            String subject, String kind, Collection<C> named, Set<C> known) {
        Set<C> unknown = new TreeSet<>(named);
        unknown.removeAll(known);
        require(
                unknown.isEmpty(),
                subject + ".unknown-" + kind,
                "The plan has no %s %s. %s"
                        .formatted(
                                kind,
                                inWords(unknown),
                                known.isEmpty()
                                        ? "It has none yet: amend the plan first."
                                        : "It has " + inWords(new TreeSet<>(known))
                                                + ": name one of these, or amend the plan first."));
    }

    /** "PA1, PA3". */
    public static String inWords(Set<?> codes) {
        return String.join(", ", codes.stream().map(Object::toString).toList());
    }
}
