package org.paptracker.query.oldlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files of lines, packed. */
final class Lines {
    private Lines() {}

    static List<String> read(Path file) {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            // Not lines(): a text may hold other characters that end one.
            return List.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, List<String> lines) {
        try (OutputStream bytes = new Packed(Files.newOutputStream(file))) {
            for (String line : lines) bytes.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream to) throws IOException {
            super(to);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
