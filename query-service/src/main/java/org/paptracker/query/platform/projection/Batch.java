package org.paptracker.query.platform.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What one batch of events changes, written once, after its last event and before the token that says it was handled.
 * If the write fails the whole batch is tried again; a single event that fails is a dead letter and leaves no change.
 */
public final class Batch {
    private static final String KEY = Batch.class.getName();

    private final Map<Object, Object> changes = new HashMap<>();
    private final List<Runnable> writes = new ArrayList<>();

    private Batch() {}

    public static Batch of(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(KEY, key -> new Batch());
    }

    /** The changes collected for {@code owner} so far. {@code write} is called with them when the batch ends. */
    @SuppressWarnings("unchecked") // what an owner put is what the owner gets
    public <C> C changes(Object owner, Supplier<C> none, Consumer<C> write) {
        return (C) changes.computeIfAbsent(owner, key -> {
            C fresh = none.get();
            writes.add(() -> write.accept(fresh));
            return fresh;
        });
    }

    private void write() {
        writes.forEach(Runnable::run);
        writes.clear();
        changes.clear();
    }

    /** Stands around every event of a processor and writes after the last of a batch. */
    static final class WriteAtTheEnd implements MessageHandlerInterceptor<EventMessage<?>> {
        @Override
        public Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
            Object result = chain.proceed();
            boolean more = unit instanceof BatchingUnitOfWork<?> batch && !batch.isLastMessage();
            if (!more) of(unit).write();
            return result;
        }
    }
}
