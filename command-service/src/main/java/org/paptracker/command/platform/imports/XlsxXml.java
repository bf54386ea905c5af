package org.paptracker.command.platform.imports;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.table.SpreadsheetCell;

/** How the parts of an XLSX file write their texts, numbers and truth values. */
final class XlsxXml {
    private static final int LONGEST_CELL = SpreadsheetCell.LONGEST;

    private static final int LENGTH_OF_ESCAPE = "_x000D_".length();
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxXml() {}

    static boolean is(XMLStreamReader part, String element) {
        return element.equals(part.getLocalName());
    }

    static boolean begins(int event, XMLStreamReader part, String element) {
        return event == START_ELEMENT && is(part, element);
    }

    static @Nullable String attribute(XMLStreamReader part, String name) {
        return part.getAttributeValue(null, name);
    }

    /** What says neither yes nor no is no truth value, and nothing is guessed. */
    static boolean isTrue(@Nullable String value) {
        if (value == null) return false;
        return switch (value.strip()) {
            case "1", "true", "on" -> true;
            case "0", "false", "off" -> false;
            default -> throw new IllegalArgumentException("Neither true nor false");
        };
    }

    /** Whether a width or a height is given, and is so small that nothing shows. */
    static boolean isNothing(@Nullable String size) {
        return size != null && Double.parseDouble(size) < 1;
    }

    /** All that stands inside the element that has just begun, as it is stored: {@link #unescaped}. */
    static String value(XMLStreamReader part, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (part.hasNext()) {
            int event = part.next();
            if (event == ENTITY_REFERENCE) throw new IllegalArgumentException("A text that is not there");
            if (event == END_ELEMENT && is(part, element)) break;
            if (event != CHARACTERS && event != CDATA && event != SPACE) continue;
            if (text.length() + part.getTextLength() > LONGEST_CELL * LENGTH_OF_ESCAPE) throw tooLong();
            text.append(part.getText());
        }
        String stored = text.toString();
        if (stored.length() > LONGEST_CELL && unescaped(stored).length() > LONGEST_CELL) throw tooLong();
        return stored;
    }

    /**
     * The texts (t) inside the element that has just begun, without how they are spoken (rPh), as a spreadsheet shows them.
     * Each is decoded by itself: an escape that begins in one run and ends in the next is none.
     */
    static String shown(XMLStreamReader part, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int spoken = 0;
        while (part.hasNext()) {
            int event = part.next();
            if (event == ENTITY_REFERENCE) throw new IllegalArgumentException("A text that is not there");
            if (event != START_ELEMENT && event != END_ELEMENT) continue;
            if (event == END_ELEMENT && is(part, element)) break;
            if (is(part, "rPh")) spoken += event == START_ELEMENT ? 1 : -1;
            if (!begins(event, part, "t")) continue;
            String run = unescaped(value(part, "t"));
            if (spoken > 0) continue;
            if (text.length() + run.length() > LONGEST_CELL) throw tooLong();
            text.append(run);
        }
        return text.toString();
    }

    private static RuntimeException tooLong() {
        return Unreadable.because("A cell of the table holds more than %,d characters.".formatted(LONGEST_CELL));
    }

    /**
     * As a spreadsheet shows it (ECMA-376, ST_Xstring): {@code _x000D_} is the character of that number, and
     * {@code _x005F_} an underscore that begins no escape. A character beyond the first 65,536 takes two of them.
     */
    static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        hit -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(hit.group(1), 16))));
    }
}
