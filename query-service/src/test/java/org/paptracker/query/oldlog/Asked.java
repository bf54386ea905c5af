package org.paptracker.query.oldlog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One question that the old version was asked, and its answer to the last character.
 *
 * @param accept the type asked for; null for any
 * @param etag empty if the answer had none
 */
record Asked(String as, String path, @Nullable String accept, int status, String etag, String body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Stands for a body that was the same for the one asked before, which saves a third of the file. */
    private static final String SAME = "same";

    /** One line of JSON each. */
    static List<Asked> read(Path file) {
        Map<String, String> bodies = new HashMap<>();
        List<Asked> read = new ArrayList<>();
        for (String line : Lines.read(file)) {
            Asked asked = JSON.readValue(line, Asked.class);
            if (asked.body.equals(SAME)) asked = asked.with(bodies.get(asked.question()));
            bodies.put(asked.question(), asked.body);
            read.add(asked);
        }
        return read;
    }

    static void write(Path file, List<Asked> answers) {
        Map<String, String> bodies = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (Asked asked : answers) {
            boolean same = asked.body.equals(bodies.put(asked.question(), asked.body));
            lines.add(JSON.writeValueAsString(same ? asked.with(SAME) : asked));
        }
        Lines.write(file, lines);
    }

    Asked with(String other) {
        return new Asked(as, path, accept, status, etag, other);
    }

    private String question() {
        return accept + " " + path;
    }

    @Override
    public String toString() {
        return path + " as " + as + (accept == null ? "" : " (" + accept + ")");
    }
}
