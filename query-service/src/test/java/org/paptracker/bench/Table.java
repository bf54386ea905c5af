package org.paptracker.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures one below the other, as a table of Markdown whose columns are also straight in a terminal. */
final class Table {
    private static final List<String> HEADINGS =
            List.of("what", "measured", "beside it, same run", "ratio", "aim", "met?");

    private Table() {}

    static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        for (Row row : rows) lines.add(cells(row));
        List<Integer> widths = IntStream.range(0, HEADINGS.size())
                .mapToObj(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        lines.add(1, widths.stream().map("-"::repeat).toList());
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> cells(Row row) {
        Aim aim = row.aim();
        Double ratio = row.ratio();
        return List.of(
                row.what(),
                row.measured(),
                row.beside(),
                ratio == null ? "" : number(ratio),
                aim == null ? "" : aim.text(),
                aim == null ? "" : aim.isMet() ? "yes" : "**no**");
    }

    private static String padded(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths.get(column) - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    static String amount(double value, String unit) {
        return number(value) + " " + unit;
    }

    /** To three figures or so. */
    static String number(double value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(value >= 100 ? 0 : value >= 10 ? 1 : 2);
        return format.format(value);
    }
}
