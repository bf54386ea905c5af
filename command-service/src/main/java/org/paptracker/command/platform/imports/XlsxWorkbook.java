package org.paptracker.command.platform.imports;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;
import static org.paptracker.command.platform.imports.XlsxXml.attribute;
import static org.paptracker.command.platform.imports.XlsxXml.begins;
import static org.paptracker.command.platform.imports.XlsxXml.is;
import static org.paptracker.command.platform.imports.XlsxXml.isTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What all sheets of an XLSX file share, and which of them is the table: the first, which has to be one that people see.
 *
 * @param sheet its part
 * @param name of the sheet, for people
 * @param texts that cells name by number
 */
record XlsxWorkbook(String sheet, String name, List<String> texts, XlsxNumbers numbers) {
    private static final int LONGEST_FORMAT = 255;
    private static final int LONGEST_NAME = 31;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final List<String> RELATION = List.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /** Where a part leads to. The last word of its type says what it is there. */
    private record Relation(String kind, String target, boolean outside) {
        String inside() {
            if (outside)
                throw Unreadable.because("A part of this workbook lies in another file. Save it in one piece.");
            return target;
        }
    }

    static XlsxWorkbook of(XlsxParts parts) throws IOException, XMLStreamException {
        String place = place(parts);
        String relation = null;
        String name = "";
        boolean since1904 = false;
        XMLStreamReader workbook = parts.required(place);
        while (workbook.hasNext()) {
            if (workbook.next() != START_ELEMENT) continue;
            if (is(workbook, "workbookPr")) since1904 = isTrue(attribute(workbook, "date1904"));
            if (is(workbook, "sheet") && relation == null) {
                name = shortened(attribute(workbook, "name"));
                requireVisible(attribute(workbook, "state"), name);
                relation = relation(workbook);
            }
        }
        if (relation == null) throw new IOException("No sheet");
        String folder = place.substring(0, place.lastIndexOf('/') + 1);
        String own = folder + "_rels/" + place.substring(folder.length()) + ".rels";
        Map<String, Relation> relations = relations(parts, own, folder);
        Relation sheet = relations.get(relation);
        if (sheet == null) throw new IOException("No sheet");
        String texts = ofKind(relations, "sharedStrings", folder + "sharedStrings.xml");
        String styles = ofKind(relations, "styles", folder + "styles.xml");
        return new XlsxWorkbook(
                sheet.inside(),
                name,
                texts(parts.part(texts)),
                new XlsxNumbers(formats(parts.part(styles)), since1904));
    }

    /** Spreadsheets open the workbook that the outermost relations name, wherever it lies. */
    private static String place(XlsxParts parts) throws IOException, XMLStreamException {
        return XlsxParts.canonical(ofKind(relations(parts, "_rels/.rels", ""), "officeDocument", WORKBOOK));
    }

    private static @Nullable String relation(XMLStreamReader sheet) {
        for (String namespace : RELATION) {
            String id = sheet.getAttributeValue(namespace, "id");
            if (id != null) return id;
        }
        return null;
    }

    private static void requireVisible(@Nullable String state, String name) {
        if (state == null || state.equals("visible")) return;
        throw Unreadable.hidden(
                "The first sheet, \"%s\", is hidden, and only the first is imported. Show it, or move the table to the front."
                        .formatted(name));
    }

    private static String shortened(@Nullable String name) {
        String given = name == null ? "" : XlsxXml.unescaped(name);
        return given.length() > LONGEST_NAME ? given.substring(0, LONGEST_NAME) + "…" : given;
    }

    private static Map<String, Relation> relations(XlsxParts parts, String part, String folder)
            throws IOException, XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        XMLStreamReader xml = parts.part(part);
        while (xml != null && xml.hasNext()) {
            if (!begins(xml.next(), xml, "Relationship")) continue;
            String target = String.valueOf(attribute(xml, "Target"));
            String type = String.valueOf(attribute(xml, "Type"));
            Relation one = new Relation(
                    type.substring(type.lastIndexOf('/') + 1),
                    target.startsWith("/") || target.startsWith("\\") ? target : folder + target,
                    "External".equals(attribute(xml, "TargetMode")));
            if (relations.put(String.valueOf(attribute(xml, "Id")), one) != null) {
                throw new IOException("Two relations of one name");
            }
        }
        return relations;
    }

    private static String ofKind(Map<String, Relation> relations, String kind, String usual) throws IOException {
        List<Relation> found = relations.values().stream()
                .filter(relation -> relation.kind.equals(kind))
                .toList();
        if (found.size() > 1) throw new IOException("Two parts for one purpose");
        return found.isEmpty() ? usual : found.get(0).inside();
    }

    private static List<String> texts(@Nullable XMLStreamReader part) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        while (part != null && part.hasNext()) {
            if (begins(part.next(), part, "si"))
                texts.add(XlsxXml.shown(part, "si").strip());
        }
        return texts;
    }

    private static List<CellFormat> formats(@Nullable XMLStreamReader part) throws XMLStreamException {
        Map<String, CellFormat> own = new HashMap<>();
        List<String> ids = new ArrayList<>();
        boolean ofCells = false;
        while (part != null && part.hasNext()) {
            int event = part.next();
            if (event != START_ELEMENT && event != END_ELEMENT) continue;
            if (is(part, "cellXfs")) ofCells = event == START_ELEMENT;
            if (event != START_ELEMENT) continue;
            String id = String.valueOf(attribute(part, "numFmtId"));
            String format = String.valueOf(attribute(part, "formatCode"));
            if (is(part, "numFmt")) {
                own.put(
                        id,
                        format.length() <= LONGEST_FORMAT ? CellFormat.of(format) : CellFormat.unknown("number " + id));
            }
            if (ofCells && is(part, "xf")) ids.add(id);
        }
        return ids.stream()
                .map(id -> own.containsKey(id) ? own.get(id) : BuiltInFormats.of(id))
                .toList();
    }
}
