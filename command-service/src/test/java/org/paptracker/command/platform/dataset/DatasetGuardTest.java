package org.paptracker.command.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.command.platform.dataset.Dataset.Entry;
import org.paptracker.command.platform.dataset.Dataset.Line;
import tools.jackson.databind.json.JsonMapper;

/** The measure of false alarms: of all that is shipped, the guard stops the one count that is indeed small. */
class DatasetGuardTest {
    @TempDir
    Path directory;

    @Test
    void without_its_override_exactly_one_line_is_refused() {
        List<String> refused = new ArrayList<>();
        try (CommandService service = CommandService.start(directory)) {
            for (Line line : Dataset.read("oxfordshire").lines()) {
                if (line.entry().overrideFor() != null) continue;
                Answer answer = sent(service, line.entry());
                if (answer.status() < 300) continue;
                assertThat(answer.is(409, "personal-data-suspected")
                                .json()
                                .path("suspected")
                                .toString())
                        .isEqualTo("[{\"field\":\"summary\",\"kind\":\"SMALL_COUNT\"}]");
                refused.add(line.entry().key());
            }
        }
        assertThat(refused).containsExactly("evidence-dynamic-support-register-inpatient");
    }

    private static Answer sent(CommandService service, Entry entry) {
        String body = JsonMapper.shared().writeValueAsString(entry.body());
        String source = String.valueOf(entry.source());
        return service.send(entry.method(), entry.as(), "/api/v1" + entry.path(), body, "X-Source", source);
    }
}
