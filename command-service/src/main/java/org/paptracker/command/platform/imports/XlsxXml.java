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

/** How the parts of an XLSX file write their texts, numbers and truth values. */
final class XlsxXml {
    /** As in a spreadsheet. */
    private static final int LONGEST_CELL = 32_767;

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

    /** All that stands inside the element that has just begun. */
    static String value(XMLStreamReader part, String element) throws XMLStreamException {
        return text(part, element, false);
    }

    /** The texts (t) inside the element that has just begun, without how they are spoken (rPh), as a spreadsheet shows them. */
    static String shown(XMLStreamReader part, String element) throws XMLStreamException {
        return unescaped(text(part, element, true));
    }

    /** A spreadsheet shows {@code _x0041_} as the letter A. */
    static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        hit -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(hit.group(1), 16))));
    }

    private static String text(XMLStreamReader part, String element, boolean onlyTexts) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int spoken = 0;
        boolean inText = !onlyTexts;
        while (part.hasNext()) {
            int event = part.next();
            if (event == ENTITY_REFERENCE) throw new IllegalArgumentException("A text that is not there");
            if (event == END_ELEMENT && is(part, element)) break;
            if (event == START_ELEMENT || event == END_ELEMENT) {
                if (is(part, "rPh")) spoken += event == START_ELEMENT ? 1 : -1;
                if (onlyTexts && is(part, "t")) inText = event == START_ELEMENT;
            } else if (inText && spoken == 0 && (event == CHARACTERS || event == CDATA || event == SPACE)) {
                if (text.length() + part.getTextLength() > LONGEST_CELL) {
                    throw Unreadable.because(
                            "A cell of the table holds more than %,d characters.".formatted(LONGEST_CELL));
                }
                text.append(part.getText());
            }
        }
        return text.toString();
    }
}
