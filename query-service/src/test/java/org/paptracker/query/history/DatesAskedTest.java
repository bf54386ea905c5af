package org.paptracker.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;

class DatesAskedTest {
    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.shared(DatesAskedTest.class);
        service.tell(List.of(History.plan()));
    }

    @ParameterizedTest
    @CsvSource({
        "actions?dueBefore=0000-01-01",
        "actions?dueBefore=9999-12-31",
        "actions?effectiveAt=1989-12-31",
        "actions?effectiveAt=0000",
        "actions?knownAt=9999",
        "actions?knownAt=9999-12-31T00:00:00Z",
        "actions?knownAt=1901-01-01T00:00:00Z",
        "changes?from=1500",
        "audit?from=0001-01-01",
        "audit?to=2101-01-01"
    })
    void are_of_the_years_of_a_plan(String question) {
        HttpResponse<String> answer = service.get("/api/v1/plans/" + History.PLAN.value() + "/" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(", from 1990 to 2100");
    }
}
