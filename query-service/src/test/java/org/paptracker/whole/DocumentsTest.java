package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents name what there is: each error code, each test, each file. */
class DocumentsTest {
    private static final Pattern CODE = Pattern.compile(
            "\"((?:plan|action|assessment|milestone|rebaseline|inspection|evidence|kpi|voice|risk|decision|stocktake|redaction|guard-override|ledger|projection|dead-letter|import|reach|code|effective-on|request|stream|log|view|history)\\.[a-z][a-z-]+[a-z])\"");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
    private static final Pattern LINK = Pattern.compile("]\\(((?!http)[^)#]+)\\)");

    @Test
    void the_readme_lists_every_error_code() throws IOException {
        String readme = read("README.md");
        Set<String> missing = found(CODE, sources("main"));
        missing.removeIf(code -> readme.contains("`" + code + "`"));
        missing.remove("request.refused"); // for what the framework may refuse in ways of its own
        assertThat(missing).isEmpty();
    }

    @Test
    void each_threat_names_a_test() throws IOException {
        List<String> threats = read("docs/threats.md")
                .lines()
                .filter(line -> line.startsWith("| T"))
                .toList();
        assertThat(threats)
                .hasSizeGreaterThan(20)
                .allMatch(threat -> TEST.matcher(threat).find());
    }

    @Test
    void each_test_that_a_requirement_or_a_threat_names_exists() throws IOException {
        Set<String> missing = found(TEST, read("docs/requirements.md") + read("docs/threats.md"));
        assertThat(missing).hasSizeGreaterThan(20);
        try (Stream<Path> files = Files.walk(Started.REPOSITORY)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> missing.remove(name.substring(0, name.length() - ".java".length())));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void each_link_leads_somewhere() throws IOException {
        for (String document : new String[] {
            "README.md",
            "docs/deployment.md",
            "docs/data.md",
            "docs/guard.md",
            "docs/access.md",
            "docs/threats.md",
            "docs/requirements.md"
        }) {
            Path folder = Started.REPOSITORY.resolve(document).getParent();
            Matcher link = LINK.matcher(read(document));
            while (link.find())
                assertThat(folder.resolve(link.group(1))).as(document).exists();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    private static String sources(String set) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String module : new String[] {"shared-events", "command-service", "query-service"}) {
            try (Stream<Path> files =
                    Files.walk(Started.REPOSITORY.resolve(module).resolve("src").resolve(set))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    text.append(Files.readString(file));
                }
            }
        }
        return text.toString();
    }

    private static String read(String document) throws IOException {
        return Files.readString(Started.REPOSITORY.resolve(document));
    }
}
