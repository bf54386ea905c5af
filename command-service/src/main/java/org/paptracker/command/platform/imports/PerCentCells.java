package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.imports.Column.Shape;
import org.paptracker.command.platform.imports.Rows.Row;
import org.paptracker.command.platform.imports.Rows.RowFigure;
import org.paptracker.platform.http.Problem.FieldError;

/**
 * Figures that say per cent beside figures that don't. 1 may mean 1% or 100% there, so it is asked. Only figures of one
 * unit are compared: those of a column in per cent, or those of one KPI.
 */
final class PerCentCells {
    private static final String CODE = "import.unclear-percent";

    private PerCentCells() {}

    /** Of figures of one unit, the first of each kind. */
    private static final class Unit {
        @Nullable
        RowFigure perCent;

        @Nullable
        RowFigure fraction;
    }

    /** The same rows, with errors where it is not clear what is meant. */
    static List<Row> checked(Layout<?> layout, List<Row> rows) {
        Map<List<String>, Unit> units = new HashMap<>();
        for (Row row : rows) {
            for (RowFigure cell : row.figures()) {
                Unit unit = units.computeIfAbsent(cell.unit(), any -> new Unit());
                if (cell.figure().perCent() && unit.perCent == null) unit.perCent = cell;
                if (isFraction(cell) && unit.fraction == null) unit.fraction = cell;
            }
        }
        List<Row> checked = new ArrayList<>();
        for (Row row : rows) {
            List<FieldError> errors = new ArrayList<>();
            for (RowFigure cell : row.figures()) {
                String wrong = wrong(cell, units.getOrDefault(cell.unit(), new Unit()));
                if (wrong != null) errors.add(new FieldError(cell.column().name(), CODE, wrong));
            }
            checked.add(errors.isEmpty() ? row : Rows.refused(layout, row, errors));
        }
        return checked;
    }

    private static boolean isFraction(RowFigure cell) {
        BigDecimal value = cell.figure().value();
        return cell.column().shape() == Shape.PER_CENT
                && !cell.figure().perCent()
                && value.signum() > 0
                && value.compareTo(BigDecimal.ONE) < 0;
    }

    private static @Nullable String wrong(RowFigure cell, Unit unit) {
        Figure figure = cell.figure();
        if (figure.perCent() || figure.value().signum() == 0) return null; // 0 is 0 either way
        RowFigure other = unit.perCent;
        if (other == null && figure.value().compareTo(BigDecimal.ONE) == 0) other = unit.fraction;
        if (other != null) {
            return "cell %s says %s and cell %s says %s. It is not clear whether %s is meant in per cent. Give both cells the per cent format, and check that each shows what you mean."
                    .formatted(
                            cell.place(),
                            figure.inWords(),
                            other.place(),
                            other.figure().inWords(),
                            figure.inWords());
        }
        if (!isFraction(cell)) return null;
        return "cell %s says %s. It is not clear whether %s%% or %s%% is meant. Write a whole number from 0 to 100."
                .formatted(
                        cell.place(),
                        figure.inWords(),
                        figure.inWords(),
                        figure.value().movePointRight(2).stripTrailingZeros().toPlainString());
    }
}
