package org.paptracker.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.paptracker.values.ErasableText;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes erasable texts out of a payload before it is stored, and puts back those that are still there when it is read.
 * The payload itself then never changes, whatever is erased beside it.
 */
final class ErasableTexts {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // a number keeps its digits
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern COMMITMENT =
            Pattern.compile("\\{\"digest\":\"(" + ErasableText.ALGORITHM + "[^\"]*)\"}");

    /** Stands for the digest of a text that has no salt yet. */
    static final String TO_COME = ErasableText.ALGORITHM;

    private static final Set<String> PARTS = Set.of("digest", "salt", "text", "redaction");

    private ErasableTexts() {}

    /** The payload with digests only; what was taken out is added to {@code texts}, by digest. */
    static String takeOut(String payload, Map<String, Document> texts) {
        if (!payload.contains(ErasableText.ALGORITHM)) return payload;
        JsonNode root = JSON.readTree(payload);
        takeOut(root, texts);
        return JSON.writeValueAsString(root);
    }

    private static void takeOut(JsonNode node, Map<String, Document> texts) {
        if (node instanceof ObjectNode object && isErasable(object)) {
            if (TO_COME.equals(object.path("digest").asString(""))) salt(object);
            Document shadow = new Document();
            JsonNode salt = object.remove("salt");
            JsonNode text = object.remove("text");
            if (salt != null && text != null) {
                shadow.append("salt", salt.stringValue()).append("text", text.stringValue());
            }
            // Carried over from an entry of which it was erased: a copy of a text is stored as the text itself is.
            JsonNode redaction = object.remove("redaction");
            if (redaction != null) shadow.append("redaction", Document.parse(redaction.toString()));
            if (!shadow.isEmpty()) texts.put(object.path("digest").stringValue(), shadow);
        } else {
            node.forEach(child -> takeOut(child, texts));
        }
    }

    private static void salt(ObjectNode object) {
        ErasableText salted = ErasableText.of(object.path("text").asString(""));
        object.put("digest", salted.digest()).put("salt", salted.salt());
    }

    /** The metadata of an entry with a digest in place of the words of {@code field}, if it has any. */
    static String takeOut(String field, String metadata, Map<String, Document> texts) {
        if (!(JSON.readTree(metadata) instanceof ObjectNode root)) return metadata;
        if (!(root.get(field) instanceof StringNode words)) return metadata;
        root.putObject(field).put("digest", TO_COME).put("text", words.stringValue());
        takeOut(root, texts);
        return JSON.writeValueAsString(root);
    }

    private static boolean isErasable(ObjectNode object) {
        return object.path("digest").asString("").startsWith(ErasableText.ALGORITHM)
                && PARTS.containsAll(object.propertyNames()); // else it only names a text that stands elsewhere
    }

    /** The digests that an entry commits to, by the path of their field: those of its payload, then of its metadata. */
    static Map<String, String> commitments(Commit.Entry entry) {
        Map<String, String> found = new LinkedHashMap<>();
        commitments("", entry.payload(), found);
        commitments("metadata", entry.metadata(), found);
        return found;
    }

    private static void commitments(String path, String json, Map<String, String> found) {
        if (json.contains(ErasableText.ALGORITHM)) commitments(path, JSON.readTree(json), found);
    }

    private static void commitments(String path, JsonNode node, Map<String, String> found) {
        if (node instanceof ObjectNode object && isErasable(object)) {
            found.put(path, object.path("digest").stringValue());
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> commitments(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), found));
        } else {
            for (int i = 0; i < node.size(); i++) commitments(path + "[" + i + "]", node.get(i), found);
        }
    }

    /**
     * The payload with each text that is still kept. A digest in braces can't be part of what somebody wrote: inside a
     * JSON string its quotes would be escaped.
     */
    static String putBack(String payload, Map<String, Document> texts) {
        if (texts.isEmpty()) return payload;
        return COMMITMENT.matcher(payload).replaceAll(found -> {
            Document kept = texts.get(found.group(1));
            return Matcher.quoteReplacement(kept == null ? found.group() : whole(found.group(1), kept));
        });
    }

    /** The same for metadata, whose readers take a string: the words, or those that say that they are gone. */
    static String tell(String metadata, Map<String, Document> texts) {
        return COMMITMENT.matcher(metadata).replaceAll(found -> {
            Document kept = texts.getOrDefault(found.group(1), new Document());
            String whole = whole(found.group(1), kept);
            return Matcher.quoteReplacement(
                    JSON.writeValueAsString(ErasableText.shown(JSON.readValue(whole, ErasableText.class))));
        });
    }

    private static String whole(String digest, Document kept) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("digest", digest);
        parts.putAll(kept);
        return JSON.writeValueAsString(parts);
    }
}
