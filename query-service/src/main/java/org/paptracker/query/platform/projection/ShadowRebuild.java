package org.paptracker.query.platform.projection;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.paptracker.log.MongoEventLog;
import org.paptracker.log.Recordings;

/** The documents of one projection, made again from the log by the very handlers that keep those that answer. */
public final class ShadowRebuild {
    private final ShadowCollection shadow;
    private final DeadLetteringEventHandlerInvoker handlers;
    private final MongoEventLog log;
    private final int batch;
    private long position;

    ShadowRebuild(ShadowCollection shadow, DeadLetteringEventHandlerInvoker handlers, MongoEventLog log, int batch) {
        this.shadow = shadow;
        this.handlers = handlers;
        this.log = log;
        this.batch = batch;
    }

    /** Of the last entry taken in; 0 before the first. */
    public long position() {
        return position;
    }

    /** Takes in a batch of what follows, and nothing after {@code last}. */
    public void takeIn(long last) {
        List<? extends TrackedEventMessage<?>> next;
        try (Stream<? extends TrackedEventMessage<?>> following =
                log.readEvents(new GlobalSequenceTrackingToken(position), false)) {
            next = following.limit(Math.min(batch, last - position)).toList();
        }
        if (next.isEmpty()) throw new IllegalStateException("Entry " + (position + 1) + " of the log can't be read");
        List<? extends TrackedEventMessage<?>> ours = next.stream()
                .filter(event -> handlers.canHandle(event, Segment.ROOT_SEGMENT))
                .toList();
        if (!ours.isEmpty()) shadow.run(() -> handle(ours));
        position = Recordings.position(next.get(next.size() - 1));
    }

    /** As an event processor would. */
    private void handle(List<? extends TrackedEventMessage<?>> events) {
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(List.<EventMessage<?>>copyOf(events));
        ResultMessage<?> result = unit.executeWithResult(() -> new DefaultInterceptorChain<EventMessage<?>>(
                        unit, List.of(new Batch.WriteAtTheEnd()), event -> {
                            handlers.handle(event, Segment.ROOT_SEGMENT);
                            return "handled";
                        })
                .proceed());
        if (!result.isExceptional()) return;
        if (result.exceptionResult() instanceof RuntimeException cause) throw cause;
        throw new IllegalStateException(result.exceptionResult());
    }
}
