package org.paptracker.command.platform.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of an XLSX file, which is a zip of XML files. Some grow from kilobytes to gigabytes when opened: not here. */
final class XlsxParts implements Closeable {
    static final int MOST_BYTES = 24 * 1024 * 1024;
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_NAME = 80;

    /** An XML reader keeps a text, a name or an attribute in memory until it ends. */
    private static final int MOST_WITHOUT_TAG = 256 * 1024;

    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private static final XMLInputFactory XML = factory();

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    private XlsxParts(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** No outside entities and no document types: neither has a place in a spreadsheet. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(DEPTH, 100);
        return factory;
    }

    /** Through a file of its own, as Java reads a zip's table of contents from nothing else; it is gone when closed. */
    static XlsxParts open(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("import", ".xlsx");
        try {
            Files.write(file, bytes);
            XlsxParts parts = new XlsxParts(file, new ZipFile(file.toFile()));
            try {
                parts.weigh();
            } catch (IOException | RuntimeException e) {
                parts.close();
                throw e;
            }
            return parts;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(file);
    }

    /** Unpacks all of it once, keeping nothing, to see how much it is. What the zip says of itself proves nothing. */
    private void weigh() throws IOException {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (entries.size() > MOST_PARTS) throw new IOException("Not the parts of a spreadsheet");
        byte[] buffer = new byte[8192];
        long bytes = 0;
        for (ZipEntry entry : entries) {
            if (entry.isDirectory()) continue;
            String name = canonical(entry.getName());
            if (parts.put(name, entry) != null) throw twice(name);
            int withoutTag = 0;
            try (InputStream part = zip.getInputStream(entry)) {
                for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                    bytes += read;
                    if (bytes > MOST_BYTES) throw grown();
                    for (int i = 0; i < read; i++) {
                        withoutTag = buffer[i] == '<' ? 0 : withoutTag + 1;
                        if (withoutTag > MOST_WITHOUT_TAG) unreadable.add(name);
                    }
                }
            }
        }
    }

    static RuntimeException grown() {
        return Unreadable.tooLarge(
                "Unpacked, this file is larger than %d MiB. Send it in parts, or as CSV, which takes less room."
                        .formatted(MOST_BYTES / 1024 / 1024));
    }

    private static RuntimeException twice(String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return Unreadable.because(
                "The file holds the part %s twice, so programs may read one or the other. Save it from the spreadsheet once more."
                        .formatted(shown));
    }

    /** The one spelling of all that programs take for the same part: of other case, with other slashes, by a detour. */
    static String canonical(String name) {
        Deque<String> path = new ArrayDeque<>();
        for (String step : name.toLowerCase(Locale.ROOT).replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) path.pollLast();
            else if (!step.isEmpty() && !step.equals(".")) path.addLast(step);
        }
        return String.join("/", path);
    }

    /** Null if there is no such part. */
    @Nullable
    XMLStreamReader part(String name) throws IOException, XMLStreamException {
        ZipEntry entry = parts.get(canonical(name));
        if (unreadable.contains(canonical(name))) throw new IOException("Not XML of a spreadsheet");
        return entry == null ? null : XML.createXMLStreamReader(zip.getInputStream(entry));
    }

    XMLStreamReader required(String name) throws IOException, XMLStreamException {
        XMLStreamReader part = part(name);
        if (part == null) throw new IOException("No " + name);
        return part;
    }
}
