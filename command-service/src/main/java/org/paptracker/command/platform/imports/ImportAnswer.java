package org.paptracker.command.platform.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.values.plan.PlanId;

/**
 * What became of a table. {@code rows} is the sum of {@code accepted}, {@code unchanged} and {@code refused}.
 *
 * @param kind of its rows
 * @param accepted rows that say something new: recorded, or in a dry run to be recorded
 * @param unchanged rows that say what was so already; null if this repeats a partial import, as the log does not tell
 *     such rows from refused ones
 * @param refused likewise
 * @param recorded whether anything went into the log
 * @param position up to which the log has to be read to see it, as in X-Log-Position
 * @param errors in order of their lines, the first thousand of them
 * @param suspected rows that seem to hold personal data, the first hundred of them
 * @param notes of cells that hold something else than was taken of them, in order of their lines
 */
public record ImportAnswer(
        PlanId plan,
        String kind,
        boolean dryRun,
        int rows,
        int accepted,
        @Nullable Integer unchanged,
        @Nullable Integer refused,
        boolean recorded,
        long position,
        int errorCount,
        List<FieldError> errors,
        List<SuspectedRow> suspected,
        List<CellNote> notes) {}
