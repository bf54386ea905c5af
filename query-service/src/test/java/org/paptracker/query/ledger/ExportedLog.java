package org.paptracker.query.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * A made-up log as it is exported, written from the description of the formats, without the service's own code.
 *
 * @param lines of the export
 * @param texts lines of the texts, in order
 */
record ExportedLog(List<String> lines, List<String> texts) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> STREAMS = List.of("plan:oxfordshire-pap", "action:PA1-01", "voice:\"1\" \\ ü");

    /** Every third entry has words, every fifth has more of them, every seventh is of no stream. */
    static ExportedLog of(int size, long seed) throws GeneralSecurityException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Map<String, Integer> sequences = new HashMap<>();
        Instant time = Instant.parse("2025-02-13T09:30:00.000Z");
        for (int position = 1; position <= size; position++) {
            String stream = position % 7 == 0 ? null : STREAMS.get(random.nextInt(STREAMS.size()));
            int sequence = stream == null ? 0 : sequences.merge(stream, 1, Integer::sum) - 1;
            time = time.plusMillis(random.nextInt(4) * 777L);
            StringBuilder payload = new StringBuilder("{\"title\":\"A \\\"brace\\\" } \\\\\",\"of\":[1,{\"position\":1,"
                    + "\"digest\":\"sha256:not words, because it is not alone\"}]");
            if (position % 3 == 0) payload.append(words(position, "note", random, texts));
            if (position % 5 == 0) payload.append(words(position, "details", random, texts));
            lines.add(
                    "{\"position\":%d,\"id\":\"%016x\",\"recordedAt\":\"%s\",\"stream\":%s,\"sequence\":%d,\"type\":\"noted\","
                                    .formatted(
                                            position,
                                            random.nextLong(),
                                            TIME.format(time),
                                            JSON.writeValueAsString(stream),
                                            sequence)
                            + "\"revision\":%s,\"payload\":%s},\"metadata\":{\"actor\":\"lead-t2\"}}"
                                    .formatted(position % 2 == 0 ? "null" : "\"1\"", payload));
        }
        return new ExportedLog(lines, texts);
    }

    private static String words(int position, String field, Random random, List<String> texts)
            throws GeneralSecurityException {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String words = "Entry %d: \"€ 5\"\n\t{\u0001\u007f} \\ ü 😀 $1 /".formatted(position);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(salt);
        String digest = "sha256:" + HexFormat.of().formatHex(sha256.digest(words.getBytes(StandardCharsets.UTF_8)));
        texts.add("{\"position\":%d,\"field\":\"%s\",\"digest\":\"%s\",\"salt\":\"%s\",\"text\":%s}"
                .formatted(
                        position,
                        field,
                        digest,
                        Base64.getEncoder().encodeToString(salt),
                        JSON.writeValueAsString(words)));
        return ",\"%s\":{\"digest\":\"%s\"}".formatted(field, digest);
    }

    static String leaves(List<String> lines) {
        return joined(lines.stream()
                .map(line -> IndependentTree.leaf(line.getBytes(StandardCharsets.UTF_8)))
                .map(Base64.getEncoder()::encodeToString)
                .toList());
    }

    static String joined(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
