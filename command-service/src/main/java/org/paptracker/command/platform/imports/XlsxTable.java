package org.paptracker.command.platform.imports;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;
import static org.paptracker.command.platform.imports.XlsxXml.attribute;
import static org.paptracker.command.platform.imports.XlsxXml.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of an XLSX file, row by row, with what each cell shows. Formulas count by what they last came to. What
 * would be dropped, taken twice or taken unseen is refused, with the name of its cell, row or sheet.
 */
final class XlsxTable {
    private static final int LAST_ROW = 1_048_576;

    private final XlsxParts parts;
    private final XlsxWorkbook workbook;
    private final XlsxHidden hidden;
    private long characters;

    private XlsxTable(XlsxParts parts) throws IOException, XMLStreamException {
        this.parts = parts;
        workbook = XlsxWorkbook.of(parts);
        hidden = XlsxHidden.of(parts.required(workbook.sheet()), workbook.name());
    }

    static void read(byte[] file, Consumer<TableRow> rows) {
        try (XlsxParts parts = XlsxParts.open(file)) {
            new XlsxTable(parts).forEach(rows);
        } catch (IOException | XMLStreamException | IllegalArgumentException | ArithmeticException e) {
            throw ForeignFile.insteadOfXlsx(file)
                    .map(found -> Unreadable.because(
                            "This is no XLSX file. It is %s. %s".formatted(found.name(), found.advice())))
                    .orElseGet(() -> Unreadable.because(
                            "This is no XLSX file, or a damaged one. Save it from the spreadsheet as an Excel workbook"
                                    + " (.xlsx), or as CSV UTF-8."));
        }
    }

    private void forEach(Consumer<TableRow> rows) throws IOException, XMLStreamException {
        XMLStreamReader part = parts.required(workbook.sheet());
        String namespace = null; // elements of another are other programs' own
        int line = 0;
        while (part.hasNext()) {
            if (part.next() != START_ELEMENT) continue;
            if (namespace == null) namespace = String.valueOf(part.getNamespaceURI());
            if (!is(part, "row") || !namespace.equals(String.valueOf(part.getNamespaceURI()))) continue;
            line = line(attribute(part, "r"), line);
            rows.accept(row(line, part));
        }
    }

    private static int line(@Nullable String given, int before) {
        int line = given == null ? before + 1 : Integer.parseInt(given);
        if (line > before && line <= LAST_ROW) return line;
        throw Unreadable.because(
                "Row %d stands in the file twice or out of order, so it is not clear what it says. Save it from the spreadsheet once more."
                        .formatted(line));
    }

    private TableRow row(int line, XMLStreamReader part) throws XMLStreamException {
        boolean isSeen = isSeen(part);
        List<String> cells = new ArrayList<>();
        Map<Integer, NumberCell> numbers = new HashMap<>();
        int column = -1;
        while (part.hasNext()) {
            int event = part.next();
            if (event == END_ELEMENT && is(part, "row")) break;
            if (event != START_ELEMENT || !is(part, "c")) continue;
            XlsxPlace place = place(attribute(part, "r"), line, column);
            column = place.column();
            XlsxCell cell = XlsxCell.read(part, place, workbook);
            String shown = cell.shown();
            if (shown.isBlank()) continue;
            if (column >= TableRow.MOST_COLUMNS) throw Unreadable.tooWide(line);
            if (!isSeen) throw XlsxHidden.row(line);
            hidden.requireSeen(place);
            characters += shown.length();
            if (characters > XlsxParts.MOST_BYTES) throw XlsxParts.grown(); // one text may stand in a million cells
            cells.addAll(Collections.nCopies(Math.max(0, column + 1 - cells.size()), ""));
            cells.set(column, shown);
            NumberCell number = cell.number();
            if (number != null) numbers.put(column, number);
        }
        return TableRow.of(line, cells).with(numbers);
    }

    private static boolean isSeen(XMLStreamReader row) {
        return !XlsxXml.isTrue(attribute(row, "hidden")) && !XlsxXml.isNothing(attribute(row, "ht"));
    }

    private static XlsxPlace place(@Nullable String given, int line, int before) {
        XlsxPlace place = given == null ? new XlsxPlace(line, before + 1) : XlsxPlace.of(given);
        if (place.row() == line && place.column() > before) return place;
        if (place.column() >= TableRow.MOST_COLUMNS) throw Unreadable.tooWide(line);
        throw Unreadable.because(
                "Cell %s stands in row %d of the file twice, or not in its place, so it is not clear what it says. Save it from the spreadsheet once more."
                        .formatted(place, line));
    }
}
