package org.paptracker.command.platform.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests in files on the class path, {@code dataset/<name>/*.jsonl}, one a line, in order of the files' names.
 *
 * @param lines in the order in which they are sent
 */
record Dataset(String name, List<Line> lines) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * One request.
     *
     * @param file where it stands, with {@code number}, from 1
     */
    record Line(String file, int number, Entry entry) {
        String where() {
            return file + ", line " + number;
        }
    }

    /**
     * What a line says.
     *
     * @param as the user who sends it
     * @param path below {@code /api/v1}
     * @param source the document it was taken from
     * @param guardOverride lets through what the guard suspects in it; null if nothing is
     * @param overrideFor the key of the line that this gives an override for; null if it gives none
     */
    record Entry(
            String key,
            String as,
            String method,
            String path,
            @Nullable String source,
            @Nullable String guardOverride,
            @Nullable String overrideFor,
            JsonNode body) {}

    /** What the data set calls a line's request, for ever: a second load finds by it what the first one did. */
    String requestKey(Line line) {
        return "dataset:" + name + ":" + line.entry().key();
    }

    /** @throws Unusable if there is no line of this key */
    Line line(String key) {
        return lines.stream()
                .filter(line -> line.entry().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Unusable("The data set '" + name + "' has no line '" + key + "'."));
    }

    /**
     * @throws Unusable if there is none of this name, or a line can't be read
     */
    static Dataset read(String name) {
        List<Line> lines = new ArrayList<>();
        for (Resource file : files(name)) lines.addAll(lines(file));
        if (lines.isEmpty())
            throw new Unusable("There is no data set '" + name + "'. Set PAP_DATASET to none or to one there is.");
        return new Dataset(name, List.copyOf(lines));
    }

    private static List<Resource> files(String name) {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:dataset/" + name + "/*.jsonl");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(Dataset::nameOf))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource file) {
        return String.valueOf(file.getFilename());
    }

    private static List<Line> lines(Resource file) {
        List<Line> lines = new ArrayList<>();
        List<String> texts = text(file).lines().toList();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) continue;
            try {
                lines.add(new Line(nameOf(file), i + 1, JSON.readValue(texts.get(i), Entry.class)));
            } catch (JacksonException e) {
                throw new Unusable(nameOf(file) + ", line " + (i + 1) + ": not as a line of a data set should be");
            }
        }
        return lines;
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a data set can't be loaded, or not to its end, in one sentence for a person. */
    static final class Unusable extends RuntimeException {
        Unusable(String sentence) {
            super(sentence);
        }
    }
}
