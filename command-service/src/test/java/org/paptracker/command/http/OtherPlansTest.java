package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.http.Partnership.evidence;
import static org.paptracker.command.http.Partnership.reading;
import static org.paptracker.command.http.Partnership.voice;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.command.CommandService;

/** A plan that has the codes of the plans in which the local users have their work, and is none of these. */
class OtherPlansTest {
    private static final AtomicInteger PLANS = new AtomicInteger();
    private static final String PROGRESS = "{\"note\": \"Half done\"}";

    private final CommandService service = CommandService.shared();
    private final String elsewhere = "elsewhere-" + PLANS.incrementAndGet();
    private final Partnership plan = new Partnership(service, elsewhere);

    @BeforeEach
    void things() {
        plan.action("A1", "T1", "OCC", "PARTNERSHIP");
        plan.action("A2", "T1", "OCC", "RESTRICTED");
        plan.kpi("k1", "PA3", "T1");
        plan.kpi("k2", "", "");
    }

    @ParameterizedTest
    @CsvSource({"lead-t1, reach.other-themes", "executive, reach.other-organisation"})
    void takes_nothing_from_those_who_have_their_work_in_another(String user, String code) {
        long before = service.position();
        plan.post(user, "/actions/A1/start", "{}").is(403, code);
        plan.post(user, "/actions/A1/milestones/A1.1/progress", PROGRESS).is(403, code);
        plan.put(user, "/kpis/k1/measurements/2024-10", reading(8)).is(403, code);
        plan.put(user, "/kpis/k2/measurements/2024-10", reading(8)).is(403, code);
        plan.put(user, "/voices/v1", voice("PARTNERSHIP", "PA3", "T1")).is(403, code);
        plan.put(user, "/voices/v1", voice("PARTNERSHIP", "", "")).is(403, code);
        for (String one : new String[] {"action:A1", "action:A2", "milestone:A1.1", "kpi:k1", "theme:T1", "area:PA3"}) {
            plan.put(user, "/evidence/e1", evidence("PARTNERSHIP", one)).is(403, code);
        }
        service.upload(
                        user,
                        plan.path + "/imports?dryRun=false",
                        "text/csv",
                        "action,milestone,note\nA1,A1.1,Half done\n".getBytes(StandardCharsets.UTF_8))
                .is(409, "import.rows-refused");
        assertThat(service.position()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"lead-t1", "executive"})
    void does_not_even_show_them_what_is_restricted(String user) {
        plan.post(user, "/actions/A2/start", "{}").is(404, "action.unknown");
        plan.post(user, "/actions/A2/milestones/A2.1/progress", PROGRESS).is(404, "action.unknown");
    }

    @Test
    void says_that_they_have_no_work_in_it() {
        assertThat(plan.post("lead-t1", "/actions/A1/start", "{}")
                        .json()
                        .path("detail")
                        .asString())
                .contains("you lead no theme of this plan");
    }

    @Test
    void is_theirs_once_it_took_the_place_of_their_plan() {
        String before = service.plan();
        service.post("board", before + "/approval", "{\"approvedBy\": \"The board\"}")
                .is(200);
        service.post("office", before + "/supersession", "{\"successor\": \"%s\"}".formatted(elsewhere))
                .is(200);
        plan.post("lead-t1", "/actions/A1/start", "{}").is(200);
        plan.post("executive", "/actions/A2/start", "{}").is(200);
        plan.post("lead-t1", "/actions/A2/milestones/A2.1/progress", PROGRESS).is(200);
        plan.post("lead-t2", "/actions/A1/milestones/A1.1/progress", PROGRESS).is(403, "reach.other-themes");
    }

    @Test
    void is_not_theirs_because_it_says_that_it_supersedes_their_plan() {
        String before = service.plan().replace("/api/v1/plans/", "");
        String claims = Partnership.REGISTRATION.replaceFirst("\\}$", ", \"supersedes\": \"" + before + "\"}");
        plan.put("office", "", claims).is(200);
        plan.post("lead-t1", "/actions/A1/start", "{}").is(403, "reach.other-themes");
    }
}
