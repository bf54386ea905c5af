package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import tools.jackson.databind.JsonNode;

/**
 * What holds over HTTP for every kind of thing that a plan has a list of. A kind adds its own story and rules; all kinds
 * share a service, each with a plan of its own.
 */
public abstract class PartsOfAPlan {
    protected static final String ROOT = "/api/v1/plans/oxfordshire-pap";

    protected static QueryService service;

    private final String list;
    private final String type;
    private final String[] all;

    /**
     * @param list how the list is called: "decisions"
     * @param type how one of them is: "decision"
     * @param all the codes of the story, in order; at least two
     */
    protected PartsOfAPlan(String list, String type, String... all) {
        this.list = list;
        this.type = type;
        this.all = all;
    }

    @BeforeAll
    static void open(TestInfo test) {
        service = QueryService.shared(test.getTestClass().orElseThrow());
    }

    protected final List<String> codes(String query) {
        return codesOf(service.json(ROOT + "/" + list + query));
    }

    /** @param found by code, with spaces between them; null for none */
    protected final void assertFound(String query, String found) {
        assertThat(codes(query)).isEqualTo(found == null ? List.of() : List.of(found.split(" ")));
    }

    private static List<String> codesOf(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("code").asString())
                .toList();
    }

    @Test
    void are_listed_by_code() {
        assertThat(codes("")).containsExactly(all);
    }

    @Test
    void are_paged_by_cursor() {
        JsonNode first = service.json(ROOT + "/" + list + "?limit=" + (all.length - 1));
        assertThat(codesOf(first)).hasSize(all.length - 1);

        JsonNode second = service.json(
                ROOT + "/" + list + "?limit=200&cursor=" + first.path("next").asString());
        assertThat(codesOf(second)).containsExactly(all[all.length - 1]);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void are_shown_as_they_were_known() {
        assertThat(codes("?knownAt=2020-01-01")).isEmpty();
        assertThat(codes("?knownAt=2100-01-01")).containsExactly(all);
        assertThat(service.get(ROOT + "/" + list + "/" + all[0] + "?knownAt=2020-01-01")
                        .body())
                .contains(type + ".unknown");
    }

    @Test
    void what_does_not_exist_is_404() {
        var answer = service.get(ROOT + "/" + list + "/x");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(type + ".unknown");
        assertThat(service.get("/api/v1/plans/nowhere/" + list).body()).contains("plan.unknown");
        assertThat(service.get("/api/v1/plans/nowhere/" + list + "/x").body()).contains("plan.unknown");
    }
}
