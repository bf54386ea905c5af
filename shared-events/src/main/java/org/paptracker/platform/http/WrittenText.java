package org.paptracker.platform.http;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.text.Normalizer;

/**
 * What people write, and what of it can't be taken. Characters that turn the direction of what follows, or that nobody can
 * see, make a text read otherwise than it is stored; half a character can't be stored at all.
 */
public final class WrittenText {
    public static final String WORDS =
            "must not hold control characters, characters that can't be seen or that turn the direction of text, or"
                    + " halves of characters";

    public static final String LINE_WORDS = "must be one line without control characters or others that can't be seen";

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

    /** Letters of any language, marks, emoji, line breaks and tabs: what each of them shows is all there is. */
    public static boolean isText(String text) {
        return UnseenCharacters.isFree(text, character -> character != '\n' && character != '\t');
    }

    /** The same on one line. */
    public static boolean isLine(String text) {
        return UnseenCharacters.isFree(text, character -> true)
                && text.indexOf('\u2028') < 0
                && text.indexOf('\u2029') < 0;
    }

    /** Whether there is something in it that can be seen. */
    public static boolean isVisible(String text) {
        return text.codePoints()
                .anyMatch(character -> isMark(UCharacter.getType(character)) && !UnseenCharacters.isUnseen(character));
    }

    /** Of letters, digits, punctuation and symbols. */
    private static boolean isMark(int category) {
        return switch (category) {
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER,
                    UCharacterCategory.DECIMAL_DIGIT_NUMBER,
                    UCharacterCategory.LETTER_NUMBER,
                    UCharacterCategory.OTHER_NUMBER,
                    UCharacterCategory.DASH_PUNCTUATION,
                    UCharacterCategory.START_PUNCTUATION,
                    UCharacterCategory.END_PUNCTUATION,
                    UCharacterCategory.CONNECTOR_PUNCTUATION,
                    UCharacterCategory.OTHER_PUNCTUATION,
                    UCharacterCategory.INITIAL_PUNCTUATION,
                    UCharacterCategory.FINAL_PUNCTUATION,
                    UCharacterCategory.MATH_SYMBOL,
                    UCharacterCategory.CURRENCY_SYMBOL,
                    UCharacterCategory.MODIFIER_SYMBOL,
                    UCharacterCategory.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /** The name of a field as it can be repeated to the sender: not too long, and only what can be seen. */
    static String shown(String name) {
        String start = name.length() > LONGEST_NAME_SHOWN ? name.substring(0, LONGEST_NAME_SHOWN) + "…" : name;
        return isLine(start) ? start : start.replaceAll("[^!-~]", "?");
    }
}
