package org.paptracker.command.platform.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.paptracker.log.Commit;
import org.paptracker.log.MongoEventLog;
import org.springframework.stereotype.Component;

/** A command's result: the version its handler saw and, once the unit of work is committed, what went into the log. */
final class Handled {
    final long version;

    @Nullable
    Commit commit;

    private Handled(long version) {
        this.version = version;
    }

    /** The log leaves what it appended in the unit of work, which is gone by the time the sender has its answer. */
    @Component
    static final class Interceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
        @Override
        public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
            Handled handled = new Handled((Long) chain.proceed());
            unit.afterCommit(committed -> handled.commit = committed.root().getResource(MongoEventLog.APPENDED));
            return handled;
        }
    }
}
