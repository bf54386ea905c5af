package org.paptracker.command.platform.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.imports.Rows.Row;
import org.paptracker.values.plan.PlanId;

/** Takes a table row by row: the headings first, then what stands below them. */
final class Import {
    static final int MOST_ROWS = 10_000;

    /** They go into one commit, and a reader of one of its streams has to read it whole. ADR 10. */
    static final int MOST_AT_ONCE = 1_000;

    private final List<ImportKind<?>> kinds;
    private final Rows reader;
    private final PlanId plan;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Layout<?> layout;

    Import(List<ImportKind<?>> kinds, Rows reader, PlanId plan) {
        this.kinds = kinds;
        this.reader = reader;
        this.plan = plan;
    }

    void accept(TableRow row) {
        if (row.isBlank()) return;
        if (layout == null) {
            layout = Layout.of(kinds, row);
            return;
        }
        if (rows.size() == MOST_ROWS) {
            throw Unreadable.tooLarge("The table has more than %,d rows. Send it in parts.".formatted(MOST_ROWS));
        }
        rows.add(reader.read(layout, plan, row));
    }

    /** In the table's order. */
    List<Row> rows() {
        if (layout == null) throw Unreadable.because("The file is empty. Its first line is to name the columns.");
        if (rows.isEmpty()) {
            throw Unreadable.because("The table has headings and nothing below them, so there is nothing to import.");
        }
        return PerCentCells.checked(layout, rows);
    }

    /** The heading over a field of the body. */
    @Nullable
    String column(String field) {
        return layout == null ? field : Rows.heading(layout, field);
    }

    String kind() {
        return layout == null ? "" : layout.kind().name();
    }
}
