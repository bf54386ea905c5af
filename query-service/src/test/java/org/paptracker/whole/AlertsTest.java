package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.QueryService;
import org.yaml.snakeyaml.Yaml;

/** Each alert fires when it should, in Prometheus's own tests; and it looks at numbers that there are. */
class AlertsTest {
    private static final Path DEPLOY = Started.REPOSITORY.resolve("deploy");

    /** Of a backup, which no service makes, so its alert never fires; and of a plan, which an empty log has none of. */
    private static final Set<String> NOT_YET = Set.of("pap_backup_age_seconds", "pap_milestones_overdue");

    @TempDir
    Path directory;

    private record Alert(String name, String expression) {}

    @Test
    void prometheus_fires_each_when_it_should() throws Exception {
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "test", "rules", "alerts.test.yml")
                    .directory(DEPLOY.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.out.println("SKIPPED: there is no promtool here, so nobody has seen the alerts fire.");
            abort("There is no promtool here");
            return;
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void each_is_shown_firing_and_silent_and_has_its_row() throws IOException {
        Set<String> fired = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (Map<?, ?> test : list(yaml("alerts.test.yml").get("tests"))) {
            for (Map<?, ?> one : list(test.get("alert_rule_test"))) {
                (one.get("exp_alerts") == null ? silent : fired).add(String.valueOf(one.get("alertname")));
            }
        }
        String page = Files.readString(Started.REPOSITORY.resolve("docs/deployment.md"));

        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(fired).contains(alert.name());
            assertThat(silent).contains(alert.name());
            assertThat(page).contains("\n| `" + alert.name() + "` |");
        });
    }

    @Test
    void each_looks_at_numbers_that_the_services_tell() throws IOException {
        try (QueryService service = QueryService.start(directory)) {
            service.get("/api/v1/plans"); // requests are counted from the first on
            String scraped = service.scrape();
            for (Alert alert : alerts()) {
                for (Matcher name =
                                Pattern.compile("\\b(pap|jvm|disk|http)_\\w+").matcher(alert.expression());
                        name.find(); ) {
                    if (NOT_YET.contains(name.group())) continue;
                    assertThat(scraped).as(alert.name()).contains("\n" + name.group());
                }
            }
        }
    }

    private static List<Alert> alerts() throws IOException {
        List<Alert> alerts = new ArrayList<>();
        for (Map<?, ?> group : list(yaml("alerts.yml").get("groups"))) {
            for (Map<?, ?> rule : list(group.get("rules"))) {
                alerts.add(new Alert(String.valueOf(rule.get("alert")), String.valueOf(rule.get("expr"))));
            }
        }
        return alerts;
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(DEPLOY.resolve(file)));
    }

    private static List<Map<?, ?>> list(Object value) {
        List<Map<?, ?>> all = new ArrayList<>();
        for (Object one : (List<?>) value) all.add((Map<?, ?>) one);
        return all;
    }
}
