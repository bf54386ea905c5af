package org.paptracker.command.platform.http;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of codes in a request, in whatever order and with repeats, as the ordered sets they stand for. */
public final class CodeSets {
    private CodeSets() {}

    /** Of what was given; empty if it was left out. */
    public static <C extends Comparable<C>> SortedSet<C> of(@Nullable List<String> given, Function<String, C> code) {
        if (given == null) return Collections.emptySortedSet();
        return Collections.unmodifiableSortedSet(
                given.stream().map(code).collect(Collectors.toCollection(TreeSet::new)));
    }
}
