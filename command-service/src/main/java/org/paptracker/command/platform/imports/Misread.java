package org.paptracker.command.platform.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that a program read in the wrong encoding before it came here: "CafÃ©" is "Café", written in UTF-8 and read in
 * Windows-1252. Only what nobody writes on purpose counts.
 */
final class Misread {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char LOST = '\uFFFD';

    private static final String FURTHER = "[^\\x00-\\x7F]";

    /**
     * What the first byte of a letter of ours becomes, of a sign such as ’ or €, or of an emoji; and what follows it. Two of
     * them are capitals that a dash or a closing quotation mark may follow.
     */
    private static final Pattern SUSPECT = Pattern.compile(
            "[\u00C2\u00C3]%1$s|[\u00C4\u00C5](?![\u2010-\u2026])%1$s|[\u00E1\u00E2\u00EF]%1$s{2}|\u00F0%1$s{3}"
                    .formatted(FURTHER));

    private Misread() {}

    /** A predicate for the cell: {@code holds "Ã©" where …}; null if nothing in it was misread. */
    static @Nullable String found(String cell) {
        if (cell.indexOf(LOST) >= 0) {
            return "holds " + LOST + ", which stands for a character that a program could not read. Correct the text";
        }
        Matcher suspect = SUSPECT.matcher(cell);
        for (int from = 0; suspect.find(from); from = suspect.start() + 1) {
            String meant = meant(suspect.group());
            if (meant != null) {
                return "holds \"%s\" where \"%s\" is meant, as a program has read it in the wrong encoding. Save the file as UTF-8, or correct the text"
                        .formatted(suspect.group(), meant);
            }
        }
        return null;
    }

    private static @Nullable String meant(String read) {
        ByteBuffer bytes = ByteBuffer.allocate(read.length());
        try {
            for (int i = 0; i < read.length(); i++) {
                char one = read.charAt(i);
                bytes.put(one <= 0xFF ? (byte) one : ofWindows(one));
            }
            String meant =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            return isOurs(meant.codePointAt(0)) ? meant : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static byte ofWindows(char one) throws CharacterCodingException {
        return WINDOWS.newEncoder().encode(CharBuffer.wrap(String.valueOf(one))).get();
    }

    /** Latin letters and signs, Welsh ones too, punctuation, currencies, marks at a file's start and emoji. */
    private static boolean isOurs(int character) {
        return (character >= 0xA0 && character <= 0x17F)
                || (character >= 0x1E80 && character <= 0x1EF3)
                || (character >= 0x2010 && character <= 0x214F)
                || character == 0xFEFF
                || (character >= 0x1F000 && character <= 0x1FAFF);
    }
}
