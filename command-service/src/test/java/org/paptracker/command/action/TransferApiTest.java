package org.paptracker.command.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.AGREEMENT;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.command.platform.axon.RequestKeys;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.log.Commit;

/** A transfer is in the log as one commit, with both of its ends. */
class TransferApiTest {
    private final CommandService service = CommandService.shared();

    private static String code(String plan) {
        return plan.replace("/api/v1/plans/", "");
    }

    private static String stream(String action) {
        return action.replace("/api/v1/plans/", "action:").replace("/actions/", "/");
    }

    private static String to(String plan, String more) {
        return "{\"toPlan\": \"%s\", \"effectiveOn\": \"2025-04-01\"%s}".formatted(code(plan), more);
    }

    @Test
    void is_one_commit_that_holds_both_ends() {
        String action = service.action();
        String next = service.plan();
        service.post("lead-t1", action + "/start", "").is(200);
        Answer answer = service.post(
                        "office",
                        action + "/transfer",
                        to(next, ", \"toAction\": \"N-1\", \"reason\": \"The plan gives way\""),
                        "Idempotency-Key",
                        "transfer-1")
                .is(200);

        Commit commit =
                service.bean(RequestKeys.class).accepted("office:transfer-1").orElseThrow();
        assertThat(commit.entries())
                .extracting(Commit.Entry::stream, Commit.Entry::type, Commit.Entry::sequence)
                .containsExactly(
                        Tuple.tuple(stream(action), "action-transferred", 3L),
                        Tuple.tuple(stream(next + "/actions/N-1"), "action-received", 0L));
        assertThat(answer.header("X-Log-Position")).isEqualTo(String.valueOf(commit.position()));
        DomainEventMessage<?> received =
                service.stream(stream(next + "/actions/N-1")).get(0);
        assertThat(service.actor(received)).isEqualTo("office");
        assertThat(received.getMetaData()).containsEntry("role", "PROGRAMME_OFFICE");
        assertThat(received.getPayload()).isInstanceOfSatisfying(ActionReceived.class, event -> {
            assertThat(event.fromPlan()).hasToString(code(action.substring(0, action.indexOf("/actions"))));
            assertThat(event.milestones()).hasSize(1);
        });
    }

    @Test
    void answers_with_the_version_of_what_was_addressed_also_when_it_is_asked_again() {
        String action = service.action();
        String next = service.plan();
        for (int i = 0; i < 2; i++) {
            Answer answer = service.post(
                            "office", action + "/transfer", to(next, ""), "Idempotency-Key", "transfer-" + next)
                    .is(200);
            assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        }
        long before = service.position();
        Answer again =
                service.post("office", action + "/transfer", to(next, "")).is(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void minds_the_version_that_was_expected_of_what_was_addressed_alone() {
        String action = service.action();
        String next = service.plan();
        service.post("office", action + "/transfer", to(next, ""), "If-Match", "\"0\"")
                .is(412, "stream.changed");
        service.post("office", action + "/transfer", to(next, ""), "If-Match", "\"1\"")
                .is(200);
    }

    @Test
    void records_nothing_at_either_end_if_the_other_plan_refuses() {
        String action = service.action();
        String next = service.plan();
        service.put("office", next + "/actions/PA3-01", AGREEMENT).is(201);
        long before = service.position();

        service.post("office", action + "/transfer", to("/api/v1/plans/nowhere", ""))
                .is(409, "action.unknown-plan");
        service.post("office", action + "/transfer", to(next, "")).is(409, "action.exists");
        service.post("office", action + "/transfer", to(next, ", \"toAction\": \"N-1\", \"areas\": [\"PA9\"]"))
                .is(409, "action.unknown-area");

        assertThat(service.position()).isEqualTo(before);
        assertThat(service.stream(stream(action))).hasSize(2);
        service.post("lead-t1", action + "/start", "").is(200);
    }

    @Test
    void says_which_of_the_other_plans_codes_are_malformed() {
        String action = service.action();
        Answer answer = service.post(
                        "office", action + "/transfer", "{\"areas\": [\"no code\"], \"dependsOn\": [null]}")
                .is(400, "request.malformed");
        assertThat(answer.error("toPlan")).isEqualTo("is missing");
        assertThat(answer.error("areas[0]")).startsWith("must be a code");
        assertThat(answer.error("dependsOn[0]")).isEqualTo("is missing");
    }

    @Test
    void empties_a_superseded_plan_and_nothing_else_is_recorded_there() {
        String action = service.action();
        String plan = action.substring(0, action.indexOf("/actions"));
        String next = service.plan();
        service.put("office", plan + "/actions/PA3-02", AGREEMENT).is(201);
        String claim = "{\"completedOn\": \"2025-02-13\", \"note\": \"Done\", \"noEvidenceReason\": \"Seen\"}";
        service.post("lead-t1", action + "/milestones/PA3-01.1/completion", claim)
                .is(200);
        service.post("board", plan + "/approval", "{\"approvedBy\": \"Ofsted\"}")
                .is(200);
        service.post("office", plan + "/supersession", "{\"successor\": \"" + code(next) + "\"}")
                .is(200);

        service.post("lead-t1", plan + "/actions/PA3-02/start", "").is(409, "plan.ended");
        service.post("office", action + "/transfer", to(next, "")).is(409, "milestone.claim-pending");
        service.post("board", action + "/milestones/PA3-01.1/completion/verification", "")
                .is(200);
        service.post("office", action + "/transfer", to(next, "")).is(200);
        service.post("office", plan + "/actions/PA3-02/transfer", to(next, "")).is(200);
        service.post("lead-t1", next + "/actions/PA3-02/start", "").is(200);
        service.post("lead-t1", plan + "/actions/PA3-02/start", "").is(409, "plan.ended");
    }

    @Test
    void of_several_at_once_one_leaves_and_one_arrives() {
        String action = service.action();
        String next = service.plan();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.post(
                                "office", action + "/transfer", to(next, ", \"toAction\": \"N-" + i % 2 + "\""))
                        .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).contains(200).containsOnly(200, 409);

        List<? extends DomainEventMessage<?>> left = service.stream(stream(action));
        assertThat(left).hasSize(3);
        ActionTransferred transferred = (ActionTransferred) left.get(2).getPayload();
        assertThat(service.stream(stream(next + "/actions/" + transferred.toAction())))
                .hasSize(1);
        String other = transferred.toAction().toString().equals("N-0") ? "N-1" : "N-0";
        assertThat(service.stream(stream(next + "/actions/" + other))).isEmpty();
    }

    @Test
    void of_two_that_cross_neither_waits_for_the_other_for_ever() {
        String one = service.action();
        String other = service.action();
        String onePlan = one.substring(0, one.indexOf("/actions"));
        String otherPlan = other.substring(0, other.indexOf("/actions"));
        CompletableFuture<Integer> there = CompletableFuture.supplyAsync(() ->
                service.post("office", one + "/transfer", to(otherPlan, "")).status());
        CompletableFuture<Integer> back = CompletableFuture.supplyAsync(() ->
                service.post("office", other + "/transfer", to(onePlan, "")).status());
        assertThat(List.of(there.join(), back.join())).containsOnly(409);
    }
}
