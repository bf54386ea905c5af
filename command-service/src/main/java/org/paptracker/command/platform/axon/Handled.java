package org.paptracker.command.platform.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.log.Commit;
import org.paptracker.log.MongoEventLog;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A command's result: the version its handler saw and, once the unit of work is committed, what went into the log. */
final class Handled {
    /** Where an interceptor stands that runs inside this one. */
    static final int INSIDE = 10;

    private static final String DECIDED = "org.paptracker.decided";

    final long version;
    final @Nullable RuleBroken refusal;
    boolean changed;

    @Nullable
    Commit commit;

    private Handled(long version, @Nullable RuleBroken refusal) {
        this.version = version;
        this.refusal = refusal;
    }

    /** How many events the decider answered with. */
    static void decided(int events) {
        CurrentUnitOfWork.ifStarted(unit -> unit.resources().put(DECIDED, events));
    }

    /** Whether the decider answered with any. */
    static boolean changes(UnitOfWork<?> unit) {
        return unit.getOrDefaultResource(DECIDED, 0) > 0;
    }

    /** The log leaves what it appended in the unit of work, which is gone by the time the sender has its answer. */
    @Component
    @Order(0)
    static final class Interceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
        @Override
        public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
            Handled handled = proceed(unit, chain);
            handled.changed = changes(unit);
            unit.afterCommit(committed -> handled.commit = committed.root().getResource(MongoEventLog.APPENDED));
            return handled;
        }

        /**
         * Of many commands in one unit a refused one must not throw: Axon would forget the state it had loaded, and read
         * it anew for the next. There is nothing to take back, as a decider refuses before anything is applied; unless a
         * stream that was asked alongside refuses, and then all has to be.
         */
        private static Handled proceed(UnitOfWork<?> unit, InterceptorChain chain) throws Exception {
            try {
                return new Handled((Long) chain.proceed(), null);
            } catch (RuleBroken refusal) {
                if (unit.isRoot() || unit.resources().containsKey(DECIDED)) throw refusal;
                return new Handled(-1, refusal);
            }
        }
    }
}
