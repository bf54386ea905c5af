package org.paptracker.whole;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Every parameter of every address, alone and together with every other one: blank, doubled, without a value, smallest,
 * largest, and as it should be. By the description that a service gives of itself.
 */
final class Pairs {
    private static final List<String> NUMBERS = List.of(
            "1", "0", "-1", "200", "2147483647", "2147483648", "9223372036854775807", "-9223372036854775808", "1e9");
    private static final List<String> WORDS = List.of(
            "2025-02-13",
            "0001-01-01",
            "9999-12-31",
            "+999999999-12-31",
            "2025-02-13T00:00:00Z",
            "position:1",
            "position:9223372036854775807",
            "PA1",
            "action:PA1-01",
            "x".repeat(3_000),
            "\u00a0",
            "\u0000");

    private Pairs() {}

    /** @param target with its query */
    record Asked(String method, String target) {}

    /**
     * @param api the OpenAPI description
     * @param codes for the variables in paths, by name; {@code 1} for others
     * @param partners with how many values of the second parameter each value of the first is sent
     */
    static List<Asked> of(JsonNode api, Map<String, String> codes, int partners) {
        List<Asked> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                List<JsonNode> parameters = StreamSupport.stream(
                                operation.getValue().path("parameters").spliterator(), false)
                        .toList();
                String address = filled(path.getKey(), parameters, codes);
                List<List<String>> forms = parameters.stream()
                        .filter(parameter -> parameter.path("in").asString().equals("query"))
                        .map(Pairs::forms)
                        .toList();
                queries(forms, partners).forEach(query -> all.add(new Asked(method, address + "?" + query)));
            }
        }
        return all;
    }

    private static String filled(String path, List<JsonNode> parameters, Map<String, String> codes) {
        String address = path;
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asString();
            address = address.replace("{" + name + "}", codes.getOrDefault(name, "1"));
        }
        return address;
    }

    private static Stream<String> queries(List<List<String>> forms, int partners) {
        List<String> queries = new ArrayList<>();
        for (int first = 0; first < forms.size(); first++) {
            queries.addAll(forms.get(first));
            for (int second = first + 1; second < forms.size(); second++) {
                List<String> others = forms.get(second);
                for (int i = 0; i < forms.get(first).size(); i++) {
                    for (int partner = 0; partner < partners; partner++) {
                        String other = others.get((i + first + second + partner) % others.size());
                        queries.add(forms.get(first).get(i) + "&" + other);
                    }
                }
            }
        }
        return queries.stream();
    }

    private static List<String> forms(JsonNode parameter) {
        String name = parameter.path("name").asString();
        JsonNode schema = parameter.path("schema");
        JsonNode one = schema.has("items") ? schema.path("items") : schema;
        List<String> values = new ArrayList<>();
        if (one.has("enum")) {
            one.path("enum").forEach(value -> values.add(value.asString()));
        } else if (one.path("type").asString("").equals("boolean")) {
            values.addAll(List.of("true", "false"));
        } else {
            values.addAll(one.path("type").asString("").equals("integer") ? NUMBERS : WORDS);
        }
        List<String> forms = new ArrayList<>(List.of(name, name + "=", name + "=%20"));
        for (String value : values) forms.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.add(forms.get(3) + "&" + forms.get(3));
        forms.add(forms.get(3) + "&" + forms.get(forms.size() - 2));
        return forms;
    }
}
