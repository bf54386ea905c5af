package org.paptracker.command.platform.imports;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;
import static org.paptracker.command.platform.imports.XlsxXml.attribute;
import static org.paptracker.command.platform.imports.XlsxXml.is;
import static org.paptracker.command.platform.imports.XlsxXml.isTrue;
import static org.paptracker.command.platform.imports.XlsxXml.unescaped;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A cell of an XLSX file, as people see it. */
final class XlsxCell {
    private final XlsxPlace place;
    private final String type;
    private final @Nullable String style;
    private @Nullable String value;
    private boolean inLine;
    private boolean formula;
    private @Nullable NumberCell number;
    private String shown = "";

    private XlsxCell(XlsxPlace place, @Nullable String type, @Nullable String style) {
        this.place = place;
        this.type = type == null ? "n" : type;
        this.style = style;
    }

    /** The cell that has just begun. */
    static XlsxCell read(XMLStreamReader part, XlsxPlace place, XlsxWorkbook workbook) throws XMLStreamException {
        XlsxCell cell = new XlsxCell(place, attribute(part, "t"), attribute(part, "s"));
        cell.read(part);
        cell.shown = cell.shown(workbook);
        return cell;
    }

    /** What people see; "" if the cell is empty. */
    String shown() {
        return shown;
    }

    /** Null if it holds none. */
    @Nullable
    NumberCell number() {
        return number;
    }

    private void read(XMLStreamReader part) throws XMLStreamException {
        while (part.hasNext()) {
            int event = part.next();
            if (event == END_ELEMENT && is(part, "c")) break;
            if (event != START_ELEMENT) continue;
            if (is(part, "f")) formula = true;
            if (is(part, "v")) takes(XlsxXml.value(part, "v"));
            if (is(part, "is")) {
                inLine = true;
                takes(XlsxXml.shown(part, "is"));
            }
        }
    }

    private void takes(String text) {
        if (value != null) {
            throw Unreadable.because(
                    "Cell %s holds two values. Save the table from the spreadsheet once more.".formatted(place));
        }
        value = text;
    }

    private String shown(XlsxWorkbook workbook) {
        boolean isEmpty = value == null || value.isEmpty();
        // A formula that came to an empty text says so.
        if (formula && (value == null || (isEmpty && !type.equals("str")))) {
            throw Unreadable.refused(
                    "import.not-calculated",
                    "Cell %s holds a formula, and the file does not say what it comes to. Open it in a spreadsheet and save it there, or put the value in its place."
                            .formatted(place));
        }
        if (value == null || isEmpty) return "";
        int format = style == null ? 0 : Integer.parseInt(style);
        String text = inLine ? value : shown(value, format, workbook);
        String seen = isText() ? workbook.numbers().format(format).shown(text) : text;
        boolean isHidden = number == null ? seen == null && !text.isBlank() : text.isBlank();
        if (isHidden) {
            throw Unreadable.hidden(
                    "Cell %s holds something that its format hides. Choose another format, or empty the cell."
                            .formatted(place));
        }
        return seen == null ? "" : seen;
    }

    private boolean isText() {
        return inLine || type.equals("s") || type.equals("str") || type.equals("inlineStr");
    }

    private String shown(String value, int format, XlsxWorkbook workbook) {
        return switch (type) {
            case "s" -> shared(workbook.texts(), Integer.parseInt(value));
            case "b" -> isTrue(value) ? "TRUE" : "FALSE";
            case "n" -> number(workbook.numbers().number(value, format), value);
            case "d" -> number(workbook.numbers().date(value, format), value);
            case "e" -> Rows.errorOfSpreadsheet(value);
            case "str", "inlineStr" -> unescaped(value);
            default -> throw new IllegalArgumentException("No kind of cell");
        };
    }

    private String number(@Nullable NumberCell number, String value) {
        this.number = number;
        return number == null ? value : number.text();
    }

    private static String shared(List<String> texts, int index) {
        if (index < 0 || index >= texts.size()) throw new IllegalArgumentException("No such text");
        return texts.get(index);
    }
}
