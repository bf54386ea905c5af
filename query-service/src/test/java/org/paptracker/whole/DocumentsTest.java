package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.whole.Documents.found;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paptracker.events.Streams;
import org.paptracker.log.EventNames;

/** The documents name what there is: each error code, each test, each file. */
class DocumentsTest {
    private static final Path README = Path.of("README.md");
    private static final Path REQUIREMENTS = Path.of("docs/requirements.md");
    private static final Path THREATS = Path.of("docs/threats.md");

    private static final int MOST_BYTES = 10_240;

    /** What codes begin with that is no kind of stream; those are found. */
    private static final String OTHER_KINDS = "assessment|milestone|rebaseline|inspection|ledger|projection|dead-letter"
            + "|import|reach|code|effective-on|request|stream|log|view|history";

    private static final Pattern CODE = Pattern.compile("\"((?:"
            + EventNames.families().stream().map(Streams::kind).collect(Collectors.joining("|"))
            + "|" + OTHER_KINDS + ")\\.[a-z][a-z-]+[a-z])\"");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
    private static final Pattern METHOD = Pattern.compile("`([A-Z][A-Za-z]+(?:\\.[A-Za-z]\\w*)+)`");
    private static final Pattern ROW = Pattern.compile("\\| [A-Z]+-?\\d+ \\|.*");
    private static final Pattern LINK = Pattern.compile("]\\(((?!http)[^)]+)\\)");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");
    private static final Pattern HARD_TO_READ = Pattern.compile(
            "(?i)\\b(whoever|whomever|(?:for|to|of|by|with) who|he or she|himself|mended|lest|be they|may not)\\b");

    /** Tests that have no method here: two are not in Java, and those of one are Axon's, which it inherits. */
    private static final List<String> OTHER_TESTS =
            List.of("`deploy/alerts.test.yml`", "`.ci/run`", "`MongoEventLogEngineTest`");

    private static final String OTHER = "another test";

    @Test
    void the_readme_is_short_and_its_contents_name_each_of_its_sections() throws IOException {
        assertThat(Files.size(Started.REPOSITORY.resolve(README))).isLessThanOrEqualTo(MOST_BYTES);
        Set<String> sections = found(SECTION, Documents.prose(README));
        sections.remove("Contents");
        assertThat(sections).hasSizeGreaterThan(3);
        String contents = Documents.read(README).split("## ", 3)[1];
        assertThat(contents).startsWith("Contents").contains(sections);
    }

    @Test
    void every_error_code_is_listed() throws IOException {
        String errors = Documents.read(Path.of("docs/errors.md"));
        Set<String> missing = found(CODE, sources());
        assertThat(missing).hasSizeGreaterThan(100);
        missing.removeIf(code -> errors.contains("`" + code + "`"));
        missing.remove("request.refused"); // for what the framework may refuse in ways of its own
        assertThat(missing).isEmpty();
    }

    @Test
    void each_requirement_and_each_threat_names_a_test_that_exists() throws IOException {
        TestSources sources = TestSources.read();
        assertThat(rows(REQUIREMENTS)).hasSizeGreaterThan(250);
        assertThat(rows(THREATS)).hasSizeGreaterThan(20);
        assertThat(unproven(rows(REQUIREMENTS), sources)).isEmpty();
        assertThat(unproven(rows(THREATS), sources)).isEmpty();
    }

    @Test
    void a_requirement_without_a_test_is_found() throws IOException {
        TestSources sources = TestSources.read();
        String good = "| A-1 | One. | `DocumentsTest.each_link_leads_somewhere` |";
        List<String> bad = List.of(
                "| A-2 | Two. | later |",
                "| A-3 | Three, which `DocumentsTest.each_link_leads_somewhere` shows. | |",
                "| A-4 | Four. | `DocumentsTest` |",
                "| A-5 | Five. | `DocumentsTest.there_is_no_such_test` |",
                "| A-6 | Six. | `NoSuchTest.each_link_leads_somewhere` |",
                "| A-7 | Seven. | `DocumentsTest.each_link_leads_somewhere`, `DocumentsTest.there_is_no_such_test` |");
        assertThat(unproven(List.of(good), sources)).isEmpty();
        assertThat(unproven(bad, sources)).isEqualTo(bad);
    }

    private static List<String> rows(Path document) throws IOException {
        return Documents.read(document)
                .lines()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
    }

    /** The rows whose last column names no test method, or one that does not exist. */
    private static List<String> unproven(List<String> rows, TestSources sources) {
        return rows.stream()
                .filter(row -> {
                    String last = row.substring(row.lastIndexOf('|', row.length() - 2));
                    for (String other : OTHER_TESTS) last = last.replace(other, OTHER);
                    Set<String> methods = found(METHOD, last);
                    return TEST.matcher(last).find()
                            || (methods.isEmpty() && !last.contains(OTHER))
                            || !methods.stream().allMatch(sources::contain);
                })
                .toList();
    }

    @Test
    void each_test_that_any_document_names_exists() throws IOException {
        TestSources sources = TestSources.read();
        for (Path document : Documents.all()) {
            assertThat(found(TEST, Documents.read(document)))
                    .as(document.toString())
                    .allMatch(sources::contain);
        }
    }

    @Test
    void each_link_leads_somewhere() throws IOException {
        int links = 0;
        for (Path document : Documents.all()) {
            Matcher link = LINK.matcher(Documents.read(document));
            for (; link.find(); links++) {
                String[] target = link.group(1).split("#", 2);
                Path file = target[0].isEmpty()
                        ? document
                        : document.resolveSibling(target[0]).normalize();
                assertThat(Started.REPOSITORY.resolve(file))
                        .as(document.toString())
                        .exists();
                if (target.length == 2)
                    assertThat(Documents.anchors(file)).as(document.toString()).contains(target[1]);
            }
        }
        assertThat(links).isGreaterThan(100);
    }

    @Test
    void the_documents_are_in_plain_english() throws IOException {
        assertThat(found(HARD_TO_READ, "Whoever mended it, for who it may be.")).hasSize(3);
        List<String> found = new ArrayList<>();
        for (Path document : Documents.all()) {
            for (String words : found(HARD_TO_READ, Documents.prose(document))) found.add(document + ": " + words);
        }
        assertThat(found).isEmpty();
    }

    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String module : List.of("shared-events", "command-service", "query-service")) {
            try (Stream<Path> files =
                    Files.walk(Started.REPOSITORY.resolve(module).resolve("src/main"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    text.append(Files.readString(file));
                }
            }
        }
        return text.toString();
    }
}
