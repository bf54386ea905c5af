package org.paptracker.query.platform.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.paptracker.log.MongoEventLog;
import org.paptracker.platform.logging.SafeFailure;
import org.springframework.stereotype.Component;

/** The dead letters, in groups named after the collection whose documents go without these events. */
@Component
class LetterGroups {
    private final MongoTemplate collections;
    private final Serializer serializer;
    private final MongoEventLog log;

    LetterGroups(MongoTemplate collections, Serializer serializer, MongoEventLog log) {
        this.collections = collections;
        this.serializer = serializer;
        this.log = log;
    }

    SequencedDeadLetterQueue<EventMessage<?>> of(String group) {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .mongoTemplate(collections)
                .serializer(serializer)
                .clearConverters()
                .addConverter(new LetterToTheLog(log))
                .build();
    }

    static EnqueueDecision<EventMessage<?>> enqueue(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        return Decisions.enqueue(withoutWords(FailureCause.ofTheEvent(cause)));
    }

    /** A letter keeps its cause's message in a collection, from which nothing is ever erased. */
    private static ThrowableCause withoutWords(Throwable cause) {
        String message = SafeFailure.message(cause);
        return new ThrowableCause(cause.getClass().getName(), message == null ? "" : message);
    }
}
