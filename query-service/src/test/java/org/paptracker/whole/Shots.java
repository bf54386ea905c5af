package org.paptracker.whole;

import static org.paptracker.whole.Oddities.pick;
import static org.paptracker.whole.Oddities.quoted;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Requests made by chance from what a service says of itself in its OpenAPI description: most nearly right, so that they
 * get far. The same seed and number make the same request.
 */
final class Shots {
    private static final List<String> USERS = List.of(
            "office",
            "office",
            "office",
            "office",
            "office",
            "office",
            "board",
            "board",
            "board",
            "lead-t1",
            "lead-t2",
            "executive",
            "forum",
            "reviewer",
            "governance",
            "governance-2",
            "metrics");
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "FOO");

    private static final Pattern ENDINGS = Pattern.compile("\\}/(supersession|closure)$");

    private final int port;
    private final String password;
    private final Map<String, List<String>> codes;
    private final JsonNode schemas;
    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String method, String path, JsonNode parameters, JsonNode content) {}

    /** @param codes that there are, by the name of the parameter that takes them */
    Shots(int port, String password, JsonNode api, Map<String, List<String>> codes) {
        this.port = port;
        this.password = password;
        this.codes = codes;
        schemas = api.at("/components/schemas");
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue().path("parameters"),
                        operation.getValue().at("/requestBody/content")));
            }
        }
    }

    int operations() {
        return operations.size();
    }

    Shot make(long seed, long number) {
        Random random = new Random(seed * 1_000_003 + number);
        Operation operation = pick(operations, random);
        List<String> headers = new ArrayList<>();
        String method = oneIn(60, random) ? pick(METHODS, random) : operation.method;
        String target = target(operation, random);
        byte[] body = body(operation, headers, random);
        authorise(headers, random);
        if (oneIn(12, random)) headers.add("Accept: " + pick(Oddities.ACCEPTS, random));
        for (int i = random.nextInt(8); i < 2; i++) headers.add(pick(Oddities.HEADERS, random));
        if (oneIn(200, random)) headers.add("Host: " + pick(List.of("evil.example", "a b", "[::", "", "x@y"), random));
        return new Shot(number, port, method, target, headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static boolean oneIn(int many, Random random) {
        return random.nextInt(many) == 0;
    }

    private void authorise(List<String> headers, Random random) {
        int chance = random.nextInt(40);
        if (chance < 3) return;
        if (chance == 3) {
            headers.add("Authorization: "
                    + pick(List.of("Basic", "Basic !!!", "Basic bm8=", "Bearer a.b.c", "Digest x", "\u00e9"), random));
            return;
        }
        String user = pick(USERS, random);
        headers.add(Shot.login(user, password));
    }

    private String target(Operation operation, Random random) {
        String path = operation.path;
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : operation.parameters) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", segment(path, name, random));
            } else if (parameter.path("in").asString().equals("query")
                    && (parameter.path("required").asBoolean() || oneIn(4, random))) {
                query.add(name + "=" + parameter(name, parameter.path("schema"), random));
                if (oneIn(40, random)) query.add(name + "=" + parameter(name, parameter.path("schema"), random));
            }
        }
        if (oneIn(60, random)) query.add(encoded(pick(Oddities.TEXTS, random)) + "=1");
        if (oneIn(400, random)) query.add("x=1&".repeat(1200));
        if (oneIn(120, random))
            path = path + pick(List.of("/", "//", ";a=b", "/.", "/..", ".json", "%20", "?a?b"), random);
        return path + query;
    }

    private String segment(String path, String name, Random random) {
        if (oneIn(25, random)) return pick(Oddities.SEGMENTS, random);
        if (oneIn(40, random)) return encoded(pick(Oddities.TEXTS, random));
        if (name.equals("number") || name.equals("position")) return String.valueOf(random.nextInt(12));
        if (oneIn(6, random)) return "fuzz-" + random.nextInt(40);
        if (name.equals("plan") && ENDINGS.matcher(path).find()) return "fuzz-plan"; // the other is still needed
        return pick(codes.getOrDefault(name, List.of("unknown")), random);
    }

    private String parameter(String name, JsonNode schema, Random random) {
        if (oneIn(4, random)) return oneIn(8, random) ? pick(Oddities.SEGMENTS, random) : encoded(shortText(random));
        if (schema.has("enum")) return pick(texts(schema.path("enum")), random);
        if (name.endsWith("At") || name.equals("from") || name.equals("to")) {
            return pick(List.of("2025-02-13", "2025-02", "position:100", "stocktake:2025-02", "400", "1"), random);
        }
        return switch (schema.path("type").asString()) {
            case "integer" -> String.valueOf(random.nextInt(300));
            case "boolean" -> String.valueOf(random.nextBoolean());
            default -> encoded(pick(codes.getOrDefault(name, List.of("PA1", "T2", "2025-03-01")), random));
        };
    }

    private static String shortText(Random random) {
        String text = pick(Oddities.TEXTS, random);
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static String encoded(String text) {
        String shortened = text.length() > 1000 ? text.substring(0, 1000) : text;
        return URLEncoder.encode(shortened, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(Operation operation, List<String> headers, Random random) {
        List<String> types = new ArrayList<>(operation.content.propertyNames());
        if (types.isEmpty()) {
            return oneIn(20, random) ? pick(Oddities.VALUES, random).getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        String type = pick(types, random);
        headers.add("Content-Type: " + (oneIn(40, random) ? pick(Oddities.TYPES, random) : type));
        String text = type.equals("application/json")
                ? json(operation.content.at("/application~1json/schema"), "", random.nextBoolean() ? 0 : 6, random)
                : table(random);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return oneIn(30, random) ? Oddities.damaged(body, random) : body;
    }

    /** @param oddity one in how many parts is odd; 0 for none */
    private String json(JsonNode schema, String field, int oddity, Random random) {
        if (oddity > 0 && oneIn(oddity * 3, random)) return pick(Oddities.VALUES, random);
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            JsonNode meant = schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
            return json(meant, field, oddity, random);
        }
        if (schema.has("enum")) return quoted(pick(texts(schema.path("enum")), random));
        return switch (schema.path("type").asString("object")) {
            case "integer" -> String.valueOf(1 + random.nextInt(field.equals("position") ? 600 : 5));
            case "number" -> String.valueOf(random.nextInt(1000) / 10.0);
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "array" -> array(schema, field, oddity, random);
            case "string" -> quoted(text(schema, field, random));
            default -> object(schema, oddity, random);
        };
    }

    private String array(JsonNode schema, String field, int oddity, Random random) {
        StringJoiner array = new StringJoiner(", ", "[", "]");
        for (int i = random.nextInt(3); i < 3; i++) array.add(json(schema.path("items"), field, oddity, random));
        return array.toString();
    }

    private String object(JsonNode schema, int oddity, Random random) {
        List<String> required = texts(schema.path("required"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean wanted =
                    required.contains(property.getKey()) ? oddity == 0 || !oneIn(oddity * 5, random) : oneIn(2, random);
            if (wanted) fields.put(property.getKey(), json(property.getValue(), property.getKey(), oddity, random));
        }
        if (oddity > 0 && oneIn(oddity * 5, random)) fields.put(shortText(random), pick(Oddities.VALUES, random));
        StringJoiner object = new StringJoiner(", ", "{", "}");
        fields.forEach((name, value) -> object.add(quoted(name) + ": " + value));
        return object.toString();
    }

    private String text(JsonNode schema, String field, Random random) {
        String pattern = schema.path("pattern").asString("");
        if (pattern.startsWith("https?")) return "https://example.org/minutes";
        if (pattern.equals("[0-9a-f]{64}")) return "0".repeat(64);
        if (field.endsWith("On") || field.equals("until") || field.equals("validUntil")) {
            return pick(List.of("2025-02-13", "2025-03", "2024-Q4", "2023", "2026-11-22", "2030-01-01"), random);
        }
        if (field.equals("period")) return pick(List.of("2025-01", "2024-Q3", "2024-25AY", "2025-02-28"), random);
        if (pattern.contains("A-Za-z0-9") || pattern.contains("a-z0-9")) return pick(anyCodes(field), random);
        return pick(List.of("Agreed by all.", "As planned", "Caf\u00e9 \u2013 \u201cyes\u201d", "x"), random);
    }

    private List<String> anyCodes(String field) {
        String singular = field.endsWith("s") ? field.substring(0, field.length() - 1) : field;
        return codes.getOrDefault(singular, List.of("PA1", "T1", "OCC", "PA3-01", "fuzz-1"));
    }

    private String table(Random random) {
        StringBuilder table = new StringBuilder("action,milestone,effectiveOn,note,percentComplete,rating\n");
        for (int i = 0; i < random.nextInt(5); i++) {
            table.append(pick(codes.get("action"), random)).append(',');
            table.append(pick(codes.get("milestone"), random)).append(",2025-03-01,");
            table.append(oneIn(3, random) ? pick(Oddities.TEXTS, random) : "As planned")
                    .append(',');
            table.append(oneIn(3, random) ? pick(Oddities.VALUES, random) : "50")
                    .append(",ON_TRACK\n");
        }
        return table.toString();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
