package org.paptracker.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @CsvSource({
        "actions?knownAt=2025-02-13T09:30:00+01:00, write + as %2B",
        "actions?effectiveAt=2025-02-13T09:30:00.5+0100, write + as %2B",
        "changes?from=2025-02-13T09:30+01, write + as %2B",
        "actions?knownAt=2025-02-13T09:30:00, does not say its offset from UTC",
        "actions?knownAt=2025-02-13%2009:30, does not say its offset from UTC",
        "actions?knownAt=2025-02-13T25:30:00Z, must be a date such as 2025-02-13 or an instant"
    })
    void an_instant_that_cannot_be_read_is_refused_with_what_is_wrong(String question, String why) {
        HttpResponse<String> answer = service.get("/api/v1/plans/" + History.PLAN.value() + "/" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-13T09:30:00Z",
                "2025-02-13t09:30:00z",
                "2025-02-13T09:30Z",
                "2025-02-13T10:30:00%2B01:00",
                "2025-02-13T04:30:00.000-05:00"
            })
    void an_instant_is_read_with_any_offset(String instant) {
        HttpResponse<String> answer =
                service.get("/api/v1/plans/" + History.PLAN.value() + "/actions?knownAt=" + instant);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
