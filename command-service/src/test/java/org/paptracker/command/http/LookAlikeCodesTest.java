package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.http.Partnership.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;

/** A code that people take for another that is there. */
class LookAlikeCodesTest {
    private static final CommandService SERVICE = CommandService.shared();
    private static final String TITLE = "{\"title\": \"Every case assessed\"}";
    private static final String MEETING = "{\"board\": \"SIAB\", \"heldOn\": \"2025-03\"}";
    private static final String KPI = "{\"title\": \"t\", \"unit\": \"weeks\", \"polarity\": \"NEUTRAL\"}";

    @ParameterizedTest
    @CsvSource({"pa4-01", "PA4-O1", "PA4-o1", "PA4-0l", "PA4-0I", "pa4-ol"})
    void is_refused_and_the_answer_names_the_code_that_is_there(String alike) {
        String plan = SERVICE.plan();
        SERVICE.put("office", plan + "/actions/PA4-01", CommandService.AGREEMENT)
                .is(201);

        Answer answer = SERVICE.put("office", plan + "/actions/" + alike, CommandService.AGREEMENT)
                .is(409, "code.looks-alike");

        assertThat(answer.json().path("detail").asString()).contains(alike, "looks like PA4-01,");
        SERVICE.put("office", plan + "/actions/PA4-02", CommandService.AGREEMENT)
                .is(201);
        SERVICE.put("office", plan + "/actions/PA4-01", CommandService.AGREEMENT)
                .is(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meetings/M-01 | meetings/m-O1 | {\"board\": \"SIAB\", \"heldOn\": \"2025-03\"}",
                "kpis/K-01 | kpis/k-01 | {\"title\": \"t\", \"unit\": \"weeks\", \"polarity\": \"NEUTRAL\"}",
                "risks/R-01 | risks/R-0l | {\"title\": \"Funding runs out\", \"identifiedOn\": \"2025-01\", \"cause\":"
                        + " \"A growing deficit\", \"event\": \"No money is left\", \"effect\": \"Fewer places\","
                        + " \"ownerRole\": \"Director of Finance\", \"response\": \"REDUCE\"}"
            })
    void of_every_kind(String one, String other, String body) {
        String plan = SERVICE.plan();
        SERVICE.put("office", plan + "/" + one, body).is(201);
        SERVICE.put("office", plan + "/" + other, body).is(409, "code.looks-alike");
    }

    @Test
    void another_kind_and_another_plan_have_codes_of_their_own() {
        String plan = SERVICE.plan();
        SERVICE.put("office", plan + "/meetings/X-01", MEETING).is(201);
        SERVICE.put("office", plan + "/kpis/x-01", KPI).is(201);
        SERVICE.put("office", SERVICE.plan() + "/kpis/X-0l", KPI).is(201);
    }

    @Test
    void of_milestones_through_the_whole_plan() {
        String plan = SERVICE.plan();
        SERVICE.put("office", plan + "/actions/A", CommandService.AGREEMENT).is(201);
        SERVICE.put("office", plan + "/actions/B", CommandService.AGREEMENT).is(201);
        SERVICE.put("office", plan + "/actions/A/milestones/M-01", TITLE).is(201);

        SERVICE.put("office", plan + "/actions/A/milestones/m-01", TITLE).is(409, "code.looks-alike");
        SERVICE.put("office", plan + "/actions/B/milestones/M-O1", TITLE).is(409, "code.looks-alike");
        SERVICE.put("office", plan + "/actions/B/milestones/M-01", TITLE).is(201);
    }

    @Test
    void of_plans_and_of_what_a_plan_lists() {
        String plan = SERVICE.plan();
        SERVICE.put("office", plan.replace("plan-", "p1an-"), CommandService.REGISTRATION)
                .is(409, "code.looks-alike");
        for (String[] alike : new String[][] {
            {"\"code\": \"T1\", \"title\": \"Early help\"", "\"code\": \"tl\", \"title\": \"Other\""},
            {"\"code\": \"SIAB\", \"title\": \"The board\"", "\"code\": \"SlAB\", \"title\": \"Other\""},
            {"\"code\": \"OCC\", \"name\": \"The council\"", "\"code\": \"0CC\", \"name\": \"Other\""}
        }) {
            String both = CommandService.REGISTRATION.replace(alike[0], alike[0] + "}, {" + alike[1]);
            SERVICE.put("office", plan, both).is(409, "code.looks-alike");
        }
        SERVICE.post(
                        "office",
                        plan + "/areas",
                        "{\"code\": \"pa3\", \"kind\": \"PRIORITY_ACTION\", \"number\": 4, \"accountableBody\":"
                                + " \"OCC\"}")
                .is(409, "code.looks-alike");
    }

    @Test
    void one_that_the_sender_cannot_see_is_not_named() {
        Partnership plan = new Partnership(SERVICE);
        plan.put("office", "/voices/v-01", voice("RESTRICTED", "PA3", "T1")).is(201);
        plan.put("office", "/voices/w-01", voice("PUBLIC", "PA3", "T1")).is(201);

        String hidden = detail(plan.put("lead-t1", "/voices/V-O1", voice("PUBLIC", "PA3", "T1")));
        String seen = detail(plan.put("lead-t1", "/voices/W-O1", voice("PUBLIC", "PA3", "T1")));

        assertThat(hidden).contains("V-O1", "cannot see").doesNotContain("v-01");
        assertThat(seen).contains("looks like w-01,");
    }

    private static String detail(Answer answer) {
        return answer.is(409, "code.looks-alike").json().path("detail").asString();
    }

    @Test
    void two_at_once_cannot_both_be_made() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                String plan = SERVICE.plan();
                CountDownLatch ready = new CountDownLatch(2);
                List<Future<Answer>> answers = new ArrayList<>();
                for (String code : List.of("K-01", "k-0l")) {
                    answers.add(both.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return SERVICE.put("office", plan + "/kpis/" + code, KPI);
                    }));
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Answer> answer : answers) statuses.add(answer.get().status());
                assertThat(statuses).containsExactlyInAnyOrder(201, 409);
            }
        } finally {
            both.shutdownNow();
        }
    }
}
