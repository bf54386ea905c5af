package org.paptracker.query.oldlog;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first thing in which a new answer falls short of the old one. A new field is no difference, a lost one is. */
final class Difference {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Each request has another. */
    private static final Set<String> OF_THE_REQUEST = Set.of("requestId");

    private Difference() {}

    static Optional<String> first(Asked was, HttpResponse<String> is) {
        String etag = is.headers().firstValue("ETag").orElse("");
        if (is.statusCode() != was.status()) return said(was, "status", was.status(), is.statusCode());
        if (!etag.equals(was.etag())) return said(was, "ETag", was.etag(), etag);
        return first(was, is.body());
    }

    static Optional<String> first(Asked was, String body) {
        if (was.body().equals(body)) return Optional.empty();
        if (isExact(was)) return inLines(was, was.body().split("\n", -1), body.split("\n", -1));
        return inTree(was, "", JSON.readTree(was.body()), JSON.readTree(body));
    }

    /** Packs, exports and tables are promised to the byte; other answers may gain fields. */
    private static boolean isExact(Asked was) {
        if (was.status() != 200) return false;
        return was.path().endsWith("/pack") || was.path().startsWith("/audit/export") || was.accept() != null;
    }

    private static Optional<String> inLines(Asked was, String[] before, String[] after) {
        int line = 0;
        while (line < before.length && line < after.length && before[line].equals(after[line])) line++;
        String old = line < before.length ? before[line] : "nothing";
        String found = line < after.length ? after[line] : "nothing";
        int at = 0;
        while (at < old.length() && at < found.length() && old.charAt(at) == found.charAt(at)) at++;
        return said(was, "line %d, character %d".formatted(line + 1, at + 1), from(at, old), from(at, found));
    }

    private static String from(int at, String line) {
        return line.substring(at, Math.min(line.length(), at + 80));
    }

    private static Optional<String> inTree(Asked was, String at, JsonNode before, @Nullable JsonNode after) {
        if (before.equals(after)) return Optional.empty();
        if (after != null && before.isObject() && after.isObject()) return inFields(was, at, before, after);
        if (after != null && before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                Optional<String> difference = inTree(was, at + "[" + i + "]", before.get(i), after.get(i));
                if (difference.isPresent()) return difference;
            }
            return Optional.empty();
        }
        return said(was, at, before, after);
    }

    private static Optional<String> inFields(Asked was, String at, JsonNode before, JsonNode after) {
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            if (OF_THE_REQUEST.contains(field.getKey()) && was.status() != 200) continue;
            String name = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
            Optional<String> difference = inTree(was, name, field.getValue(), after.get(field.getKey()));
            if (difference.isPresent()) return difference;
        }
        return Optional.empty();
    }

    private static Optional<String> said(Asked was, String at, Object before, @Nullable Object after) {
        return Optional.of("%s: %s was %.300s and is %.300s".formatted(was, at, before, after));
    }
}
