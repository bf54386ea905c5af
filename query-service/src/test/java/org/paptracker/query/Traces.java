package org.paptracker.query;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for words in the bytes of files, a piece at a time: a store's file may be larger than the memory. */
public final class Traces {
    private static final int PIECE = 1 << 20;

    private Traces() {}

    /**
     * The names of the files below a directory in whose bytes one of the words stands; and of those that were written
     * anew meanwhile, for callers that have to look again.
     */
    public static Set<String> of(Collection<String> words, Path directory) throws IOException {
        List<String> bytes = words.stream()
                .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holds(file, bytes)) found.add(file.getFileName().toString());
            }
        }
        return found;
    }

    private static boolean holds(Path file, List<String> words) throws IOException {
        int longest = words.stream().mapToInt(String::length).max().orElseThrow();
        byte[] piece = new byte[PIECE + longest];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(piece, 0, piece.length);
            while (read > 0) {
                int length = kept + read;
                String text = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
                if (words.stream().anyMatch(text::contains)) return true;
                kept = Math.min(longest, length); // a word may stand across two pieces
                System.arraycopy(piece, length - kept, piece, 0, kept);
                read = in.readNBytes(piece, kept, piece.length - kept);
            }
            return false;
        } catch (NoSuchFileException e) {
            return true;
        }
    }
}
