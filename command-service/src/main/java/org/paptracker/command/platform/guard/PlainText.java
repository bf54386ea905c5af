package org.paptracker.command.platform.guard;

import java.text.Normalizer;

/** A text as it looks to a reader: nothing invisible, one kind of space, of hyphen, of apostrophe and of digit. */
final class PlainText {
    private static final char COMBINING_KEYCAP = '\u20E3';

    private PlainText() {}

    static String of(String text) {
        String composed = Normalizer.normalize(withoutFootnoteMarks(text), Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> append(plain, c));
        return plain.toString();
    }

    /** Composing would make digits of them, and those would run into the number that they stand behind. */
    private static String withoutFootnoteMarks(String text) {
        StringBuilder without = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean superscript = c == '\u00B9' || c == '\u00B2' || c == '\u00B3' || (c >= '\u2070' && c <= '\u2079');
            without.append(superscript ? ' ' : c);
        }
        return without.toString();
    }

    private static void append(StringBuilder plain, int c) {
        switch (Character.getType(c)) {
            case Character.FORMAT -> {} // zero-width characters, soft hyphens, marks of direction
            case Character.SPACE_SEPARATOR -> plain.append(' ');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> plain.append('\n');
            case Character.DASH_PUNCTUATION -> plain.append('-');
            case Character.DECIMAL_DIGIT_NUMBER -> plain.append((char) ('0' + Character.digit(c, 10)));
            default -> appendOther(plain, c);
        }
    }

    private static void appendOther(StringBuilder plain, int c) {
        boolean variationSelector = c >= 0xFE00 && c <= 0xFE0F;
        if (c == COMBINING_KEYCAP || variationSelector) return;
        if (c == '\u2212') plain.append('-'); // a minus sign
        else if (c == '\u2018' || c == '\u2019' || c == '`') plain.append('\'');
        else if (c == '\u2044') plain.append('/');
        else if (c == '\t') plain.append("  "); // as wide as between columns
        else if (c == '\r') plain.append(' ');
        else plain.appendCodePoint(c);
    }
}
