package org.paptracker.command.platform.imports;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;
import static org.paptracker.command.platform.imports.XlsxXml.attribute;
import static org.paptracker.command.platform.imports.XlsxXml.is;
import static org.paptracker.command.platform.imports.XlsxXml.isNothing;
import static org.paptracker.command.platform.imports.XlsxXml.isTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What of a sheet its readers don't see, though it is there: hidden columns, and cells that lie under another. Nobody has
 * checked what nobody sees, so a table with something there is refused.
 */
final class XlsxHidden {
    private static final int MOST_MERGED = 100;

    private final BitSet columns = new BitSet();
    private final List<Area> merged = new ArrayList<>();

    /** Cells that are one on the screen, counted from 0. */
    private record Area(XlsxPlace first, XlsxPlace last, String name) {
        boolean holds(XlsxPlace place) {
            return place.row() >= first.row()
                    && place.row() <= last.row()
                    && place.column() >= first.column()
                    && place.column() <= last.column();
        }
    }

    /** From the whole of a sheet, as what lies under another cell is said at its end. */
    static XlsxHidden of(XMLStreamReader sheet, String name) throws IOException, XMLStreamException {
        XlsxHidden hidden = new XlsxHidden();
        boolean root = true;
        while (sheet.hasNext()) {
            if (sheet.next() != START_ELEMENT) continue;
            if (root && !is(sheet, "worksheet")) {
                throw Unreadable.because(
                        "The first sheet, \"%s\", is no table. Move the table to the front.".formatted(name));
            }
            root = false;
            if (is(sheet, "sheetFormatPr")) requireRoom(sheet, name);
            if (is(sheet, "col")) hidden.column(sheet);
            if (is(sheet, "mergeCell")) hidden.merge(String.valueOf(attribute(sheet, "ref")));
        }
        return hidden;
    }

    private static void requireRoom(XMLStreamReader format, String name) {
        boolean rows = isTrue(attribute(format, "zeroHeight")) || isNothing(attribute(format, "defaultRowHeight"));
        if (!rows && !isNothing(attribute(format, "defaultColWidth"))) return;
        throw Unreadable.hidden(
                "The rows or columns of the sheet \"%s\" are hidden. Show them, and check what they hold."
                        .formatted(name));
    }

    private void column(XMLStreamReader column) {
        if (!isTrue(attribute(column, "hidden")) && !isNothing(attribute(column, "width"))) return;
        int first = number(attribute(column, "min"));
        int last = Math.min(number(attribute(column, "max")), TableRow.MOST_COLUMNS);
        if (first <= last) columns.set(first - 1, last);
    }

    private static int number(@Nullable String column) {
        int number = Integer.parseInt(String.valueOf(column));
        if (number < 1) throw new IllegalArgumentException("No column");
        return number;
    }

    private void merge(String cells) {
        if (merged.size() == MOST_MERGED) {
            throw Unreadable.because(
                    "The table has more than %d merged cells. Please split them.".formatted(MOST_MERGED));
        }
        String[] corners = cells.toUpperCase(Locale.ROOT).split(":", 2);
        XlsxPlace first = XlsxPlace.of(corners[0]);
        XlsxPlace last = corners.length == 1 ? first : XlsxPlace.of(corners[1]);
        if (!first.equals(last)) merged.add(new Area(first, last, first + ":" + last));
    }

    /** @throws org.paptracker.platform.http.Refused if people don't see what stands there, or not where it counts */
    void requireSeen(XlsxPlace place) {
        if (columns.get(place.column())) {
            throw Unreadable.hidden(
                    "Cell %s holds something and its column is hidden. Show the column, or empty it.".formatted(place));
        }
        for (Area area : merged) {
            if (!area.holds(place)) continue;
            throw Unreadable.hidden(
                    "Cells %s are merged and hold something, but only %s would count. Please split them, and fill in each."
                            .formatted(area.name, area.first));
        }
    }

    static RuntimeException row(int line) {
        return Unreadable.hidden(
                "Row %d holds something and is hidden, perhaps by a filter. Show the row, or delete it."
                        .formatted(line));
    }
}
