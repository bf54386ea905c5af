package org.paptracker.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.events.PlanEvent.ImprovementNoticeIssued;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.log.MongoEventLog;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;

/** A command, and somebody who records in a stream that it has read just before it is recorded. */
class DecidedAgainTest {
    private static final BusinessDate DAY = BusinessDate.parse("2025-02-13");
    private static final ErasableText WORDS = ErasableText.of("Others were first");
    private static final String PROGRESS = "{\"note\": \"The backlog is down\"}";
    private static final String EVIDENCE = """
            {"title": "Quality audit", "kind": "AUDIT", "level": "OUTCOME", "summary": "44 per cent rated good",
             "source": {"title": "Scrutiny papers"}, "supports": [{"type": "area", "code": "PA3"}]}""";
    private static final String CLAIM =
            "{\"completedOn\": \"2025-02-13\", \"note\": \"Done\", \"evidence\": [\"EV-1\"]}";

    private final CommandService service = CommandService.shared();
    private final AtomicInteger tries = new AtomicInteger();
    private final String action = service.action();
    private final String milestone = action + "/milestones/PA3-01.1";
    private final String path = action.substring(0, action.indexOf("/actions"));
    private final PlanId plan = new PlanId(path.substring("/api/v1/plans/".length()));
    private Registration interference = () -> true;

    @AfterEach
    void leave() {
        interference.cancel();
    }

    /** @param event of the first, second, third time that anything is about to be recorded; null for none */
    private void meanwhile(String stream, IntFunction<DomainEvent> event) {
        long before = service.stream(stream).size();
        interference = service.bean(EventStore.class).registerDispatchInterceptor(events -> {
            int tried = tries.incrementAndGet();
            DomainEvent other = event.apply(tried);
            if (other != null) {
                String type = stream.substring(0, stream.indexOf(':'));
                record(new GenericDomainEventMessage<>(type, stream, before + tried - 1, other));
            }
            return (index, recorded) -> recorded;
        });
    }

    /** By another thread: what this one does belongs to the command's unit of work. */
    private void record(GenericDomainEventMessage<?> event) {
        CompletableFuture.runAsync(() -> service.bean(MongoEventLog.class).appendEvents(event))
                .join();
    }

    private void planIsClosedMeanwhile() {
        meanwhile("plan:" + plan, tried -> tried == 1 ? new PlanClosed(plan, DAY, WORDS) : null);
    }

    private int recorded() {
        return service.stream("action:" + plan + "/PA3-01").size();
    }

    @Test
    void is_refused_by_the_plan_that_was_closed_meanwhile() {
        planIsClosedMeanwhile();
        service.post("lead-t1", milestone + "/progress", PROGRESS).is(409, "plan.ended");
        assertThat(tries).hasValue(1);
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void is_refused_with_the_evidence_that_was_withdrawn_meanwhile() {
        service.put("office", path + "/evidence/EV-1", EVIDENCE).is(201);
        meanwhile(
                "evidence:" + plan + "/EV-1",
                tried -> tried == 1 ? new EvidenceWithdrawn(plan, new EvidenceId("EV-1"), DAY, WORDS) : null);
        service.post("lead-t1", milestone + "/completion", CLAIM).is(409, "milestone.evidence-withdrawn");
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void is_recorded_if_what_was_recorded_meanwhile_does_not_matter_and_its_own_stream_has_not_moved() {
        meanwhile("plan:" + plan, tried -> tried == 1 ? notice() : null);
        service.post("lead-t1", milestone + "/progress", PROGRESS, "If-Match", "\"1\"")
                .is(200);
        assertThat(tries).hasValue(2);
        assertThat(recorded()).isEqualTo(4);
    }

    @Test
    void is_told_so_if_somebody_always_records_meanwhile() {
        meanwhile("plan:" + plan, tried -> notice());
        service.post("lead-t1", milestone + "/progress", PROGRESS, "If-Match", "\"1\"")
                .is(503, "log.unavailable");
        assertThat(tries).hasValue(Commands.MOST_ATTEMPTS);
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void counts_for_all_that_is_recorded_together() {
        planIsClosedMeanwhile();
        String table = "action,milestone,effectiveOn,note\nPA3-01,PA3-01.1,2025-02-13,One\n";
        service.upload("lead-t1", path + "/imports", "text/csv", table.getBytes(StandardCharsets.UTF_8))
                .is(409);
        assertThat(recorded()).isEqualTo(2);
    }

    private ImprovementNoticeIssued notice() {
        return new ImprovementNoticeIssued(plan, DAY, "DfE", "OCC", null);
    }
}
