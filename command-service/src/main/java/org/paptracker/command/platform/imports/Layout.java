package org.paptracker.command.platform.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column stands where, as the headings say.
 *
 * @param columns in the table's order; null where there is no heading
 */
record Layout<B>(ImportKind<B> kind, List<@Nullable Column> columns) {

    /**
     * @throws org.paptracker.platform.http.Refused if the headings don't say what the rows are
     */
    static Layout<?> of(List<ImportKind<?>> kinds, TableRow headings) {
        ImportKind<?> kind = kinds.stream()
                .max(Comparator.comparingLong(candidate -> known(candidate, headings)))
                .filter(best -> known(best, headings) > 0)
                .orElseThrow(() -> Unreadable.refused(
                        "import.unknown-column",
                        "The first line of the table names no column that can be imported. It says: %s. %s."
                                .formatted(
                                        Headings.quoted(headings.cells(), columns(kinds)),
                                        kinds.stream().map(Layout::inWords).collect(Collectors.joining("; ")))));
        return of(kind, headings);
    }

    private static long known(ImportKind<?> kind, TableRow headings) {
        return headings.cells().stream()
                .filter(heading -> column(kind, heading) != null)
                .count();
    }

    private static <B> Layout<B> of(ImportKind<B> kind, TableRow headings) {
        List<@Nullable Column> columns = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> doubled = new LinkedHashSet<>();
        for (String heading : headings.cells()) {
            Column column = heading.isEmpty() ? null : column(kind, heading);
            if (column == null && !heading.isEmpty()) unknown.add(heading);
            if (column != null && columns.contains(column)) doubled.add(column.name());
            columns.add(column);
        }
        Set<String> missing = kind.columns().stream()
                .filter(column -> column.required() && !columns.contains(column))
                .map(Column::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        refuse("import.unknown-column", kind, "does not know", unknown);
        refuse("import.doubled-column", kind, "has only one each of", doubled);
        refuse("import.missing-column", kind, "needs", missing);
        return new Layout<>(kind, columns);
    }

    private static void refuse(String code, ImportKind<?> kind, String how, Set<String> headings) {
        if (headings.isEmpty()) return;
        throw Unreadable.refused(
                code,
                "The first line of the table is to name its columns. A table of %s %s: %s. %s."
                        .formatted(kind.name(), how, Headings.quoted(headings, columns(List.of(kind))), inWords(kind)));
    }

    private static List<String> columns(List<? extends ImportKind<?>> kinds) {
        return kinds.stream()
                .flatMap(kind -> kind.columns().stream())
                .map(Column::name)
                .toList();
    }

    private static @Nullable Column column(ImportKind<?> kind, String heading) {
        String wanted = Headings.plain(heading);
        return kind.columns().stream()
                .filter(column -> Headings.plain(column.name()).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static String inWords(ImportKind<?> kind) {
        return "The columns of %s are %s"
                .formatted(
                        kind.name(), kind.columns().stream().map(Column::name).collect(Collectors.joining(", ")));
    }
}
