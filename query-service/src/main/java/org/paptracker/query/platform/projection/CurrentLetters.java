package org.paptracker.query.platform.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** The dead letters that belong to the documents which count: when these change, so do the letters, at the same instant. */
final class CurrentLetters implements SequencedDeadLetterQueue<EventMessage<?>> {
    private final Documents documents;
    private final Function<String, SequencedDeadLetterQueue<EventMessage<?>>> letters;
    private final Map<String, SequencedDeadLetterQueue<EventMessage<?>>> known = new ConcurrentHashMap<>();

    /** @param letters the queue of a group, by name */
    CurrentLetters(Documents documents, Function<String, SequencedDeadLetterQueue<EventMessage<?>>> letters) {
        this.documents = documents;
        this.letters = letters;
    }

    private SequencedDeadLetterQueue<EventMessage<?>> now() {
        return known.computeIfAbsent(documents.name(), letters);
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        now().enqueue(sequence, letter);
    }

    @Override
    public boolean enqueueIfPresent(Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        return now().enqueueIfPresent(sequence, letter);
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        now().evict(letter);
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> change) {
        now().requeue(letter, change);
    }

    @Override
    public boolean contains(Object sequence) {
        return now().contains(sequence);
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return now().deadLetterSequence(sequence);
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return now().deadLetters();
    }

    @Override
    public boolean isFull(Object sequence) {
        return now().isFull(sequence);
    }

    @Override
    public long size() {
        return now().size();
    }

    @Override
    public long sequenceSize(Object sequence) {
        return now().sequenceSize(sequence);
    }

    @Override
    public long amountOfSequences() {
        return now().amountOfSequences();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> which,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        return now().process(which, task);
    }

    @Override
    public void clear() {
        now().clear();
    }
}
