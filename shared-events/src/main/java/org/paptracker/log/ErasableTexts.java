package org.paptracker.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.paptracker.values.ErasableText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes erasable texts out of a payload before it is stored, and puts back those that are still there when it is read.
 * The payload itself then never changes, whatever is erased beside it.
 */
final class ErasableTexts {
    private static final JsonMapper JSON = JsonMapper.shared();

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
            JsonNode salt = object.remove("salt");
            JsonNode text = object.remove("text");
            if (salt != null && text != null) {
                texts.put(
                        object.path("digest").stringValue(),
                        new Document("salt", salt.stringValue()).append("text", text.stringValue()));
            }
        } else {
            node.forEach(child -> takeOut(child, texts));
        }
    }

    private static boolean isErasable(ObjectNode object) {
        return object.path("digest").asString("").startsWith(ErasableText.ALGORITHM);
    }

    /**
     * The payload with each text that is still kept. A digest in braces can't be part of what somebody wrote: inside a
     * JSON string its quotes would be escaped.
     */
    static String putBack(String payload, Map<String, Document> texts) {
        String whole = payload;
        for (Map.Entry<String, Document> entry : texts.entrySet()) {
            String digest = "{\"digest\":\"" + entry.getKey() + "\"";
            if (!whole.contains(digest)) continue;
            Map<String, Object> parts = new LinkedHashMap<>(entry.getValue());
            String inner = JSON.writeValueAsString(parts);
            whole = whole.replace(digest + "}", digest + "," + inner.substring(1));
        }
        return whole;
    }
}
