package org.paptracker.command.platform.imports;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

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

/** The first sheet of an XLSX file, row by row, with what each cell shows. Formulas count by what they last came to. */
final class XlsxTable {
    /** As in a spreadsheet. */
    private static final int LONGEST_CELL = 32_767;

    private static final int LONGEST_FORMAT = 255;
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final XlsxParts parts;
    private final List<String> shared;
    private final XlsxNumbers numbers;
    private final String sheet;
    private long characters;

    private XlsxTable(XlsxParts parts) throws IOException, XMLStreamException {
        this.parts = parts;
        String relation = null;
        boolean since1904 = false;
        XMLStreamReader workbook = parts.required("xl/workbook.xml");
        while (workbook.hasNext()) {
            if (workbook.next() != START_ELEMENT) continue;
            if (is(workbook, "workbookPr")) since1904 = isTrue(workbook.getAttributeValue(null, "date1904"));
            if (is(workbook, "sheet") && relation == null) {
                relation = workbook.getAttributeValue(RELATION, "id");
                if (relation == null) relation = workbook.getAttributeValue(STRICT_RELATION, "id");
            }
        }
        sheet = target(String.valueOf(relation));
        shared = sharedTexts();
        numbers = new XlsxNumbers(formats(), since1904);
    }

    static void read(byte[] file, Consumer<TableRow> rows) {
        try (XlsxParts parts = XlsxParts.open(file)) {
            new XlsxTable(parts).forEach(rows);
        } catch (IOException | XMLStreamException | IllegalArgumentException | ArithmeticException e) {
            throw Unreadable.because(
                    "This is no XLSX file, or a damaged one, or it has a password. Save it from the spreadsheet as an Excel workbook (.xlsx) without a password, or as CSV UTF-8.");
        }
    }

    private String target(String relation) throws IOException, XMLStreamException {
        XMLStreamReader relations = parts.required("xl/_rels/workbook.xml.rels");
        while (relations.hasNext()) {
            if (relations.next() == START_ELEMENT
                    && is(relations, "Relationship")
                    && relation.equals(relations.getAttributeValue(null, "Id"))) {
                String target = String.valueOf(relations.getAttributeValue(null, "Target"));
                return target.startsWith("/") ? target : "xl/" + target;
            }
        }
        throw new IOException("No sheet");
    }

    private List<String> sharedTexts() throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        XMLStreamReader part = parts.part("xl/sharedStrings.xml");
        while (part != null && part.hasNext()) {
            if (part.next() == START_ELEMENT && is(part, "si"))
                texts.add(text(part, "si").strip());
        }
        return texts;
    }

    private List<String> formats() throws IOException, XMLStreamException {
        Map<String, String> own = new HashMap<>();
        List<String> formats = new ArrayList<>();
        XMLStreamReader part = parts.part("xl/styles.xml");
        boolean ofCells = false;
        while (part != null && part.hasNext()) {
            int event = part.next();
            if (event != START_ELEMENT && event != END_ELEMENT) continue;
            if (is(part, "cellXfs")) ofCells = event == START_ELEMENT;
            if (event != START_ELEMENT) continue;
            String id = String.valueOf(part.getAttributeValue(null, "numFmtId"));
            String format = String.valueOf(part.getAttributeValue(null, "formatCode"));
            if (is(part, "numFmt") && format.length() <= LONGEST_FORMAT) own.put(id, format);
            if (ofCells && is(part, "xf")) formats.add(own.getOrDefault(id, XlsxNumbers.builtIn(id)));
        }
        return formats;
    }

    private void forEach(Consumer<TableRow> rows) throws IOException, XMLStreamException {
        XMLStreamReader part = parts.required(sheet);
        int line = 0;
        while (part.hasNext()) {
            if (part.next() != START_ELEMENT || !is(part, "row")) continue;
            String number = part.getAttributeValue(null, "r");
            line = number == null ? line + 1 : Integer.parseInt(number);
            rows.accept(row(line, part));
        }
    }

    private TableRow row(int line, XMLStreamReader part) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = -1;
        while (part.hasNext()) {
            int event = part.next();
            if (event == END_ELEMENT && is(part, "row")) break;
            if (event != START_ELEMENT || !is(part, "c")) continue;
            String place = part.getAttributeValue(null, "r");
            column = place == null ? column + 1 : column(place);
            String shown = cell(part);
            if (shown.isBlank()) continue;
            if (column >= TableRow.MOST_COLUMNS) throw Unreadable.tooWide(line);
            characters += shown.length();
            if (characters > XlsxParts.MOST_BYTES) throw XlsxParts.grown(); // one text may stand in a million cells
            cells.addAll(Collections.nCopies(Math.max(0, column + 1 - cells.size()), ""));
            cells.set(column, shown);
        }
        return TableRow.of(line, cells);
    }

    /** From 0, out of {@code B7}. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column =
                    Math.min(column, TableRow.MOST_COLUMNS * 2) * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
        }
        if (column < 1) throw new IllegalArgumentException("No place of a cell");
        return column - 1;
    }

    private String cell(XMLStreamReader part) throws XMLStreamException {
        String type = part.getAttributeValue(null, "t");
        String style = part.getAttributeValue(null, "s");
        String value = "";
        while (part.hasNext()) {
            int event = part.next();
            if (event == END_ELEMENT && is(part, "c")) break;
            if (event == START_ELEMENT && is(part, "v")) value = text(part, "v");
            if (event == START_ELEMENT && is(part, "is")) value = text(part, "is");
        }
        return value.isEmpty() ? "" : shown(type == null ? "n" : type, value, style);
    }

    private String shown(String type, String value, @Nullable String style) {
        return switch (type) {
            case "s" -> sharedText(Integer.parseInt(value));
            case "b" -> Boolean.toString(isTrue(value));
            case "n" -> numbers.shown(value, style == null ? 0 : Integer.parseInt(style));
            case "d" -> value.length() > 10 ? value.substring(0, 10) : value;
            default -> value; // text that stands here, what a formula came to, or an error
        };
    }

    private String sharedText(int index) {
        if (index < 0 || index >= shared.size()) throw new IllegalArgumentException("No such text");
        return shared.get(index);
    }

    /** All text inside the element that has just begun, without how it is spoken (rPh). */
    private static String text(XMLStreamReader part, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int spoken = 0;
        while (part.hasNext()) {
            int event = part.next();
            if (event == END_ELEMENT && is(part, element)) break;
            if (event == START_ELEMENT && is(part, "rPh")) spoken++;
            if (event == END_ELEMENT && is(part, "rPh")) spoken--;
            if (spoken == 0 && (event == CHARACTERS || event == CDATA || event == SPACE)) {
                if (text.length() + part.getTextLength() > LONGEST_CELL) {
                    throw Unreadable.because(
                            "A cell of the table holds more than %,d characters.".formatted(LONGEST_CELL));
                }
                text.append(part.getText());
            }
        }
        return text.toString();
    }

    private static boolean is(XMLStreamReader part, String element) {
        return element.equals(part.getLocalName());
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
