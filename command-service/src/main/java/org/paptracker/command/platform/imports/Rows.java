package org.paptracker.command.platform.imports;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.imports.Column.Shape;
import org.paptracker.platform.http.MalformedBody;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.plan.PlanId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a row what a request would have been, and lets it through the same checks. */
@Component
class Rows {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final Set<String> ERRORS_OF_SPREADSHEETS = Set.of(
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#DIV/0!",
            "#NAME?",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#GETTING_DATA",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#EXTERNAL!",
            "#TIMEOUT!");

    private final MalformedBody malformed;
    private final ConversionService codes;

    Rows(MalformedBody malformed, @Qualifier("mvcConversionService") ConversionService codes) {
        this.malformed = malformed;
        this.codes = codes;
    }

    /**
     * @param command null if there are errors
     * @param errors of single cells, in the table's order
     * @param figures in it that could be read, in the table's order
     */
    record Row(int line, @Nullable Command command, List<FieldError> errors, List<RowFigure> figures) {
        List<CellNote> notes() {
            List<CellNote> notes = new ArrayList<>();
            for (RowFigure figure : figures) {
                if (figure.note != null) notes.add(new CellNote(line, figure.column.name(), figure.note));
            }
            return notes;
        }

        /** Its line and what its cells hold beyond what was taken, as the log keeps it. */
        String where() {
            List<String> notes = notes().stream().map(CellNote::message).toList();
            return "line " + line + (notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")");
        }
    }

    /**
     * @param unit what it can be compared with: its column and, unless that is all in per cent, the codes of its row
     * @param note null if the cell holds nothing but what was taken
     */
    record RowFigure(
            Column column,
            XlsxPlace place,
            List<String> unit,
            Figure figure,
            @Nullable String note) {}

    <B> Row read(Layout<B> layout, PlanId plan, TableRow cells) {
        List<FieldError> errors = new ArrayList<>();
        Map<Class<?>, Object> keys = new HashMap<>();
        ObjectNode body = NODES.objectNode();
        List<RowFigure> figures = new ArrayList<>();
        boolean headed = true;
        for (int i = 0; i < Math.max(cells.cells().size(), layout.columns().size()); i++) {
            String cell = cells.cell(i);
            Column column = i < layout.columns().size() ? layout.columns().get(i) : null;
            String misread = Misread.found(cell);
            if (column == null) {
                // The first says enough: a table may be wide and long, and every cell of it wrong.
                if (!cell.isEmpty() && headed) errors.add(withoutHeading(i));
                headed &= cell.isEmpty();
            } else if (ERRORS_OF_SPREADSHEETS.contains(cell)) {
                errors.add(invalid(column.name(), "is an error of the spreadsheet: " + cell));
            } else if (misread != null) {
                errors.add(invalid(column.name(), misread));
            } else {
                XlsxPlace place = new XlsxPlace(cells.line(), i);
                CellReading read = CellReading.of(column.shape(), cell, cells.number(i), place);
                Figure figure = read.figure();
                if (read.unclear() != null) {
                    errors.add(new FieldError(column.name(), "import.unclear-cell", read.unclear()));
                } else if (column.key() != null) {
                    key(column, read.text(), keys, errors);
                } else if (!read.text().isEmpty()) {
                    put(
                            body,
                            column.field(),
                            figure == null ? value(column.shape(), read.text()) : node(figure.value()));
                }
                if (figure != null) {
                    figures.add(new RowFigure(column, place, unit(layout, column, cells), figure, read.note()));
                }
            }
        }
        Command command = command(layout.kind(), plan, keys, body, errors);
        if (errors.isEmpty()) return new Row(cells.line(), command, List.of(), figures);
        return new Row(cells.line(), null, inOrder(layout, cells.line(), errors), figures);
    }

    /** The same row with more that is wrong. Of one cell the first that is said of it counts. */
    static Row refused(Layout<?> layout, Row row, List<FieldError> more) {
        Set<String> now =
                more.stream().map(error -> String.valueOf(error.field())).collect(Collectors.toSet());
        List<FieldError> errors = new ArrayList<>(more);
        for (FieldError error : row.errors()) if (!now.contains(String.valueOf(error.field()))) errors.add(error);
        return new Row(row.line(), null, inOrder(layout, row.line(), errors), row.figures());
    }

    private static List<String> unit(Layout<?> layout, Column figure, TableRow cells) {
        List<String> unit = new ArrayList<>(List.of(figure.name()));
        if (figure.shape() == Shape.PER_CENT) return unit;
        for (int i = 0; i < layout.columns().size(); i++) {
            Column column = layout.columns().get(i);
            if (column != null && column.key() != null && column.shape() == Shape.TEXT) unit.add(cells.cell(i));
        }
        return unit;
    }

    private static JsonNode node(BigDecimal figure) {
        boolean isWhole = figure.scale() <= 0 && figure.precision() - figure.scale() <= DIGITS_OF_A_LONG;
        return isWhole ? NODES.numberNode(figure.longValueExact()) : NODES.numberNode(figure);
    }

    /** An error as this class knows it again; one that it does not know is still one. */
    static String errorOfSpreadsheet(String error) {
        return ERRORS_OF_SPREADSHEETS.contains(error) ? error : "#VALUE!";
    }

    private static FieldError withoutHeading(int index) {
        return new FieldError(
                "column " + (index + 1), "request.unknown-field", "stands in a column that has no heading");
    }

    private static FieldError invalid(String field, String message) {
        return new FieldError(field, "request.invalid-value", message);
    }

    private void key(Column column, String cell, Map<Class<?>, Object> keys, List<FieldError> errors) {
        Class<?> type = column.key();
        if (type == null) return;
        if (cell.isEmpty()) {
            errors.add(FieldError.violating(column.name(), "NotNull", "is missing"));
            return;
        }
        try {
            Object code = codes.convert(cell, type);
            if (code != null) keys.put(type, code);
        } catch (ConversionFailedException e) {
            if (!(e.getCause() instanceof Refused refused)) throw e;
            refused.problem()
                    .errors()
                    .forEach(error -> errors.add(new FieldError(
                            column.name(), error.code(), error.message() + UnusualCharacter.named(cell))));
        }
    }

    private static void put(ObjectNode body, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            body.set(path, value);
            return;
        }
        String object = path.substring(0, dot);
        if (body.get(object) == null) body.set(object, NODES.objectNode());
        if (body.get(object) instanceof ObjectNode inner) put(inner, path.substring(dot + 1), value);
    }

    /** What is no number stays text, and is then refused in the words that a request with it would get. */
    private static JsonNode value(Shape shape, String cell) {
        if (shape == Shape.TRUTH) {
            String truth = cell.toLowerCase(Locale.ROOT);
            if (truth.equals("true") || truth.equals("false")) return NODES.booleanNode(truth.equals("true"));
        }
        return NODES.stringNode(cell);
    }

    private <B> @Nullable Command command(
            ImportKind<B> kind, PlanId plan, Map<Class<?>, Object> keys, ObjectNode node, List<FieldError> errors) {
        MalformedBody.Reading<B> read = malformed.read(node, kind.body());
        Set<String> known =
                errors.stream().map(error -> String.valueOf(error.field())).collect(Collectors.toSet());
        read.errors().stream()
                .filter(error -> !known.contains(String.valueOf(error.field())))
                .forEach(errors::add);
        B body = read.body();
        if (body == null || !errors.isEmpty()) return null;
        try {
            return kind.command(plan, keysOf(keys), body);
        } catch (Refused refused) {
            errors.addAll(refused.problem().errors());
            return null;
        }
    }

    private static ImportKind.Keys keysOf(Map<Class<?>, Object> keys) {
        return new ImportKind.Keys() {
            @Override
            public <C> C get(Class<C> type) {
                return requireNonNull(type.cast(keys.get(type)));
            }
        };
    }

    private static List<FieldError> inOrder(Layout<?> layout, int line, List<FieldError> errors) {
        List<String> names = new ArrayList<>();
        for (Column column : layout.columns()) names.add(column == null ? "" : column.name());
        return errors.stream()
                .map(error -> new FieldError(line, heading(layout, error.field()), error.code(), error.message()))
                .distinct()
                .sorted(Comparator.comparingInt(error -> {
                    int index = names.indexOf(error.field());
                    return index < 0 ? names.size() : index;
                }))
                .toList();
    }

    /** The heading over a field of the body; over its first part, if it is an object. */
    static @Nullable String heading(Layout<?> layout, @Nullable String field) {
        if (field == null) return null;
        return layout.kind().columns().stream()
                .filter(column -> column.field().equals(field) || column.field().startsWith(field + "."))
                .findFirst()
                .map(Column::name)
                .orElse(field);
    }
}
