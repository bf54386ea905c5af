package org.paptracker.command.platform.imports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.imports.Column.Shape;

/**
 * What a cell says in its column: it is taken as people see it, or it is asked about.
 *
 * @param text as it is to be read
 * @param figure null if it is none, or none belongs there
 * @param note what else the cell holds than was taken; null if nothing
 * @param unclear why it has to be asked about; null if it can be read
 */
record CellReading(
        String text,
        @Nullable Figure figure,
        @Nullable String note,
        @Nullable String unclear) {
    private static final String TYPE_AGAIN = "Format the cell as text and type what it is to say.";

    static CellReading of(Shape shape, String text, @Nullable NumberCell number, XlsxPlace place) {
        boolean isFigure = shape == Shape.NUMBER || shape == Shape.PER_CENT;
        if (number == null) return isFigure ? figure(text, text, Figure.written(text), place) : text(text);
        String shown = number.shown();
        if (shape == Shape.DATE && number.date() != null) return text(number.date());
        if (number.isTime()) return time(shape, number, place);
        if (shown == null || (number.ofPlace() && !isFigure)) {
            return unclear("cell %s holds %s in the format %s, and it is not certain what that shows. %s"
                    .formatted(place, number.held(), number.format(), TYPE_AGAIN));
        }
        BigDecimal held = number.value();
        if (!isFigure || held == null) return text(shown);
        Figure figure = Figure.seen(shown, held);
        if (figure != null) return figure(number.held(), shown, figure, place);
        return unclear(
                "cell %s holds %s and shows %s. Choose a format that shows the number itself, or format the cell as text and type the figure."
                        .formatted(place, number.held(), shown));
    }

    private static CellReading time(Shape shape, NumberCell number, XlsxPlace place) {
        String date = number.date();
        if (shape == Shape.DATE) {
            return unclear(
                    "cell %s holds %s in the format %s, which shows no date that can be used. Choose a format that shows day, month and year."
                            .formatted(place, number.held(), number.format()));
        }
        return unclear(
                "cell %s holds a %s. Spreadsheets make dates and times of what looks like one, such as 1.10 or 3-4. %s"
                        .formatted(place, date == null ? "time" : "date, " + date, TYPE_AGAIN));
    }

    private static CellReading figure(String held, String shown, @Nullable Figure figure, XlsxPlace place) {
        if (figure == null || !figure.differs()) return new CellReading(shown, figure, null, null);
        String seen = held.equals(shown) ? "" : " and shows " + shown;
        return new CellReading(
                shown,
                figure,
                "cell %s holds %s%s; %s was taken"
                        .formatted(place, held, seen, figure.value().toPlainString()),
                null);
    }

    private static CellReading text(String text) {
        return new CellReading(text, null, null, null);
    }

    private static CellReading unclear(String why) {
        return new CellReading("", null, null, why);
    }
}
