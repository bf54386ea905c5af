package org.paptracker.command.platform.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a CSV file: UTF-8, or UTF-16 if the file begins with its mark, as what Excel calls Unicode text does.
 * Any other encoding would have to be guessed.
 */
final class CsvText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {}

    static String of(byte[] file) {
        ForeignFile.binary(file).ifPresent(CsvText::refuse);
        String text = begins(file, 0xFF, 0xFE)
                ? decoded(file, StandardCharsets.UTF_16LE)
                : begins(file, 0xFE, 0xFF)
                        ? decoded(file, StandardCharsets.UTF_16BE)
                        : decoded(file, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw Unreadable.because(
                    "The file holds characters of number 0, as UTF-16 and UTF-32 do where nothing says so. In the"
                            + " spreadsheet choose \"CSV UTF-8\" when you save it, or send the XLSX file itself.");
        }
        String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        ForeignFile.written(unmarked).ifPresent(CsvText::refuse);
        return unmarked;
    }

    private static void refuse(ForeignFile found) {
        throw Unreadable.because("This is no CSV. It is %s. %s".formatted(found.name(), found.advice()));
    }

    private static boolean begins(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    private static String decoded(byte[] file, Charset charset) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer text = CharBuffer.allocate(file.length);
        CharsetDecoder decoder = charset.newDecoder();
        CoderResult result = decoder.decode(bytes, text, true);
        text.flip();
        if (!result.isError()) return text.toString();
        throw Unreadable.because(
                "The file is not in %s: line %d holds bytes that are no character, as files in Windows-1252 (ANSI) do. In the spreadsheet choose \"CSV UTF-8\" when you save it, or send the XLSX file itself."
                        .formatted(charset, (text + "x").lines().count()));
    }
}
