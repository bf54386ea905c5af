package org.paptracker.platform.http;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What people write, and what of it can't be taken. Characters that turn the direction of what follows, or that nobody can
 * see, make a text read otherwise than it is stored; half a character can't be stored at all.
 */
public final class WrittenText {
    /** Letters of any language, marks, emoji, line breaks and tabs; no other control characters, nothing that turns text. */
    public static final String SHAPE = "[\\n\\t[^\\p{Cc}\\p{Cs}\\p{IsNoncharacter_Code_Point}"
            + "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]]*";

    public static final String WORDS =
            "must not hold control characters, characters that turn the direction of text, or halves of characters";

    /** The same on one line, and nothing that can't be seen. */
    public static final String LINE = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{IsNoncharacter_Code_Point}]*";

    public static final String LINE_WORDS = "must be one line without control characters or others that can't be seen";

    /** Something in it that can be seen. */
    public static final String VISIBLE = "(?s).*[\\p{L}\\p{N}\\p{P}\\p{S}].*";

    private static final Pattern ON_ONE_LINE = Pattern.compile(LINE);
    private static final int LONGEST_NAME_SHOWN = 80;

    private WrittenText() {}

    /** The same text in the one way to write it that counts here: composed (NFC), lines broken by a line feed alone. */
    public static String normal(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.isNormalized(lines, Normalizer.Form.NFC)
                ? lines
                : Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    public static boolean isLine(String text) {
        return ON_ONE_LINE.matcher(text).matches();
    }

    /** The name of a field as it can be repeated to the sender: not too long, and only what can be seen. */
    static String shown(String name) {
        String start = name.length() > LONGEST_NAME_SHOWN ? name.substring(0, LONGEST_NAME_SHOWN) + "…" : name;
        return isLine(start) ? start : start.replaceAll("[^!-~]", "?");
    }
}
