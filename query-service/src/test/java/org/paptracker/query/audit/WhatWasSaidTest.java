package org.paptracker.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.History.progress;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.events.DomainEvent;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.Samples;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.Rating;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhatWasSaidTest {
    static Stream<DomainEvent> events() {
        return Samples.ofEach();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_text_of_an_event_is_in_its_entry_whatever_changes(DomainEvent event) throws Exception {
        List<String> expected = new ArrayList<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            boolean isText = component.getType() == ErasableText.class || component.getType() == String.class;
            if (isText
                    && !component.getName().equals("reason")
                    && component.getAccessor().invoke(event) != null) {
                expected.add(component.getName());
            }
        }

        assertThat(WhatWasSaid.in(event, JsonMapper.shared()))
                .extracting(AuditEntry.Said::field)
                .containsAll(expected);
    }

    @Test
    void a_backdated_report_that_changes_nothing_says_what_it_says(@TempDir Path directory) {
        try (QueryService service = QueryService.start(directory)) {
            service.append(List.of(plan(), agreed(ACTION, "PA1"), milestone(ACTION, MILESTONE, "2025-01")), OFFICE);
            service.append(List.of(progress("2025-03-13", Rating.ON_TRACK, 60)), History.LEAD);
            service.append(List.of(progress("2025-02-13", Rating.AT_RISK, 40)), History.LEAD);
            service.awaitViews();

            JsonNode entry = service.json("/api/v1/plans/oxfordshire-pap/audit?limit=1")
                    .path("items")
                    .path(0);
            assertThat(entry.path("effectiveOn").asString()).isEqualTo("2025-02-13");
            assertThat(entry.path("said").toString()).contains("AT_RISK", "40", "note");
            assertThat(service.get("/api/v1/plans/oxfordshire-pap/audit", "Accept", "text/csv")
                            .body())
                    .contains("percentComplete: 40; rating: AT_RISK");
        }
    }
}
