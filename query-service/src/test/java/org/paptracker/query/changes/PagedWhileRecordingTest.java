package org.paptracker.query.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.paptracker.events.DomainEvent;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import tools.jackson.databind.JsonNode;

/** Somebody reads page after page while others record. */
class PagedWhileRecordingTest {
    private static final int PLANS = 4;
    private static final int EVENTS_EACH = 350;
    private static final int MOST_BETWEEN_PAGES = 4;
    /** They see everything. What others may see can change with what is recorded, and each page says what they may now. */
    private static final List<String> READERS = List.of("reviewer", "office");

    private static QueryService service;
    private static List<DomainEvent> history;
    private static int told;

    @BeforeContainer
    static void start() throws IOException {
        service = QueryService.start(Files.createTempDirectory("paged"));
        history = RandomHistory.interleaved(PLANS, EVENTS_EACH);
        tell(history.size() / 2);
    }

    @AfterContainer
    static void stop() {
        service.close();
    }

    private static void tell(int count) {
        int end = Math.min(history.size(), told + count);
        if (end == told) return;
        service.tell(history.subList(told, end));
        told = end;
        service.awaitViews();
    }

    /** Every item of every page, with so many things recorded before each page but the first as {@code recording} says. */
    private static List<JsonNode> pages(String reader, String question, String cursor, int limit, Runnable recording) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        while (true) {
            JsonNode page = service.parse(
                    service.getAs(reader, question + "&limit=" + limit + next).body());
            assertThat(page.has("items")).as(page.toString()).isTrue();
            page.path("items").forEach(items::add);
            if (!page.has("next")) return items;
            next = "&" + cursor + "=" + page.path("next").asString();
            recording.run();
        }
    }

    @Property(tries = 30)
    void changes_are_those_that_there_were_when_the_first_page_was_asked_for(
            @ForAll @IntRange(min = 5, max = 60) int limit, @ForAll long seed) {
        Random random = new Random(seed);
        String plan = "/api/v1/plans/" + RandomHistory.plan(1 + random.nextInt(PLANS));
        String reader = READERS.get(random.nextInt(READERS.size()));
        String question = plan + "/changes?from=position:" + random.nextInt(history.size() / 2)
                + List.of("", "&effectiveAt=2024-12-31", "&acrossPlans=true").get(random.nextInt(3));

        List<JsonNode> atOnce = pages(reader, question, "cursor", 200, () -> {});
        List<JsonNode> paged = pages(reader, question, "cursor", limit, () -> tell(random.nextInt(MOST_BETWEEN_PAGES)));

        assertThat(paged).isEqualTo(atOnce);
    }

    @Property(tries = 15)
    void the_history_is_that_which_there_was_when_the_first_page_was_asked_for(
            @ForAll @IntRange(min = 5, max = 60) int limit, @ForAll long seed) {
        Random random = new Random(seed);
        String plan = "/api/v1/plans/" + RandomHistory.plan(1 + random.nextInt(PLANS));
        String reader = READERS.get(random.nextInt(READERS.size()));
        String question = plan + "/audit?acrossPlans=" + random.nextBoolean();

        List<Long> atOnce = positions(pages(reader, question, "before", 200, () -> {}));
        List<Long> paged =
                positions(pages(reader, question, "before", limit, () -> tell(random.nextInt(MOST_BETWEEN_PAGES))));

        assertThat(paged).isEqualTo(atOnce);
    }

    private static List<Long> positions(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("position").asLong()).toList();
    }
}
