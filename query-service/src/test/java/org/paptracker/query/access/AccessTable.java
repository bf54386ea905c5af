package org.paptracker.query.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.paptracker.platform.security.Role;

/** One of the tables in {@code docs/access.md}: a row for each endpoint, a column for each role. */
final class AccessTable {
    private static final Path DOCUMENT = Path.of("../docs/access.md");
    static final Map<Role, String> USERS = Map.of(
            Role.WORKSTREAM_LEAD, "lead-t1",
            Role.ACCOUNTABLE_EXECUTIVE, "executive",
            Role.PROGRAMME_OFFICE, "office",
            Role.BOARD, "board",
            Role.PARENT_CARER_FORUM, "forum",
            Role.REVIEWER, "reviewer",
            Role.INFORMATION_GOVERNANCE, "governance",
            Role.METRICS, "metrics");
    private static final String HEAD = """
            | | lead | executive | office | board | forum | reviewer | governance | metrics | nobody |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private AccessTable() {}

    /** As it should stand in the document. */
    static String of(List<Endpoint> endpoints, BiPredicate<Endpoint, Role> isLetThrough) {
        Map<String, Set<Role>> rows = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            Set<Role> roles = rows.computeIfAbsent(endpoint.name(), name -> EnumSet.noneOf(Role.class));
            for (Role role : Role.values()) if (isLetThrough.test(endpoint, role)) roles.add(role);
        }
        StringBuilder table = new StringBuilder(HEAD);
        rows.forEach((name, roles) -> table.append("| `")
                .append(name)
                .append("` | ")
                .append(Arrays.stream(Role.values())
                        .map(role -> roles.contains(role) ? "✓" : "–")
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }

    /** As it does stand there, below a heading. */
    static String documented(String heading) {
        try {
            return Files.readString(DOCUMENT)
                    .lines()
                    .dropWhile(line -> !line.equals("## " + heading))
                    .dropWhile(line -> !line.startsWith("|"))
                    .takeWhile(line -> line.startsWith("|"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
