package org.paptracker.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.plan;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.QueryService;

/** Readers take over from each other. */
class LostClaimTest {
    private static final String PROJECTION = "/api/v1/projections/actions";

    @TempDir
    Path directory;

    @Test
    void a_reader_whose_view_another_has_brought_up_to_date_does_not_fail() {
        try (QueryService service = QueryService.start(directory)) {
            service.append(List.of(plan()), OFFICE);
            service.awaitViews();
            service.bean(Writers.class).failed("actions", new IllegalStateException("its claim was lost"));

            assertThat(service.jsonAs("office", PROJECTION).path("state").asString())
                    .isEqualTo("RUNNING");
            assertThat(service.parse(service.get("office", "/actuator/health").body())
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
        }
    }
}
