package org.paptracker.platform.http;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Characters that show nothing, as Unicode describes them. Some belong to how a language or an emoji is written: they are
 * taken where they do that, and nowhere else.
 */
final class UnseenCharacters {
    private static final int NOT_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEY = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int VIRAMA = 9; // the class of signs that join an Indic consonant to the next

    /** Of those that Unicode takes for letters and symbols: blank Braille, what stands for an object, two fillers. */
    private static final Set<Integer> BLANK = Set.of(0x2800, 0xFFFC, 0x16FE4, 0x1D159);

    /** The flags of England, Scotland and Wales: a black flag and, unseen, the name of the country. */
    private static final List<String> FLAGS = List.of(flag("gbeng"), flag("gbsct"), flag("gbwls"));

    private UnseenCharacters() {}

    private static String flag(String country) {
        StringBuilder flag = new StringBuilder().appendCodePoint(BLACK_FLAG);
        country.chars().forEach(letter -> flag.appendCodePoint(0xE0000 + letter));
        return flag.appendCodePoint(0xE007F).toString();
    }

    /** @param refused which control characters are unseen here */
    static boolean isFree(String text, IntPredicate refused) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (character == BLACK_FLAG) i += flagAt(text, i);
            boolean isControl = UCharacter.getType(character) == UCharacterCategory.CONTROL;
            if (isControl ? refused.test(character) : isUnseen(character) && !belongs(text, i, character)) return false;
            i += Character.charCount(text.codePointAt(i));
        }
        return true;
    }

    /** How many characters it is to the last one of the flag that begins here; 0 if none does. */
    private static int flagAt(String text, int index) {
        for (String flag : FLAGS) if (text.startsWith(flag, index)) return flag.length() - 2;
        return 0;
    }

    static boolean isUnseen(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacterCategory.CONTROL, UCharacterCategory.SURROGATE, UCharacterCategory.PRIVATE_USE -> true;
            // A few of Arabic and the like stand round their digits, and show.
            case UCharacterCategory.FORMAT -> !has(character, UProperty.PREPENDED_CONCATENATION_MARK);
            default ->
                has(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                        || has(character, UProperty.NONCHARACTER_CODE_POINT)
                        || BLANK.contains(character);
        };
    }

    private static boolean belongs(String text, int index, int character) {
        int before = index == 0 ? 0 : text.codePointBefore(index);
        int next = index + Character.charCount(character);
        int after = next == text.length() ? 0 : text.codePointAt(next);
        if (character == EMOJI_STYLE || character == TEXT_STYLE) {
            return has(before, UProperty.EMOJI) && (before > 0x7F || after == KEY);
        }
        if (character != JOINER && character != NOT_JOINER) return false;
        return isBetweenEmoji(text, index, character, after)
                || UCharacter.getCombiningClass(before) == VIRAMA
                || (UCharacter.isLetter(before) && UCharacter.getCombiningClass(after) == VIRAMA)
                || (joins(letterBefore(text, index)) && joins(letterFrom(text, next)));
    }

    private static boolean isBetweenEmoji(String text, int index, int character, int after) {
        if (character != JOINER || !has(after, UProperty.EXTENDED_PICTOGRAPHIC)) return false;
        int at = index;
        int before = 0;
        while (at > 0) {
            before = text.codePointBefore(at);
            at -= Character.charCount(before);
            if (before != EMOJI_STYLE && !has(before, UProperty.EMOJI_MODIFIER)) break;
        }
        return has(before, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    /** The letter before, past the marks on it; 0 if there is none. */
    private static int letterBefore(String text, int index) {
        for (int at = index; at > 0; ) {
            int character = text.codePointBefore(at);
            if (joining(character) != JoiningType.TRANSPARENT) return character;
            at -= Character.charCount(character);
        }
        return 0;
    }

    private static int letterFrom(String text, int index) {
        for (int at = index; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (joining(character) != JoiningType.TRANSPARENT) return character;
            at += Character.charCount(character);
        }
        return 0;
    }

    /** Whether it is a letter of those that are joined in writing, as in Persian and Urdu. */
    private static boolean joins(int character) {
        return switch (joining(character)) {
            case JoiningType.DUAL_JOINING, JoiningType.RIGHT_JOINING, JoiningType.LEFT_JOINING -> true;
            default -> false;
        };
    }

    private static int joining(int character) {
        return UCharacter.getIntPropertyValue(character, UProperty.JOINING_TYPE);
    }

    private static boolean has(int character, int property) {
        return UCharacter.hasBinaryProperty(character, property);
    }
}
