package org.paptracker.command.platform.axon;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.command.platform.guard.Guard;
import org.paptracker.command.platform.guard.RefusedRequests;
import org.paptracker.fold.Provenance;
import org.paptracker.log.LogMetadata;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.Suspected;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Before a command is decided on: refuses it if it seems to hold personal data. With an override that was given to this
 * person for this request it is decided on, and if there is anything to record, that the override was used is recorded
 * in the same commit. ADR 16.
 */
@Component
@Order(Handled.INSIDE)
final class GuardInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final Guard guard;
    private final RefusedRequests requests;
    private final Overrides overrides;
    private final ObjectProvider<Alongside> alongside;
    private final CommandContextResolver resolver;

    GuardInterceptor(
            Guard guard,
            RefusedRequests requests,
            Overrides overrides,
            ObjectProvider<Alongside> alongside,
            CommandContextResolver resolver) {
        this.guard = guard;
        this.requests = requests;
        this.overrides = overrides;
        this.alongside = alongside;
        this.resolver = resolver;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = unit.getMessage();
        if (!(message.getPayload() instanceof Command command) || Alongside.isAsked(message)) return chain.proceed();
        Provenance by = LogMetadata.provenance(message.getMetaData());
        List<Suspected> suspected = guard.suspected((Record) command, by.source());
        if (suspected.isEmpty()) return chain.proceed();
        GuardedRequest request = requests.of(by.actor(), (Record) command, command.stream(), by.source(), suspected);
        if (!(message.getMetaData().get(Commands.GUARD_OVERRIDE) instanceof OverrideCode override)) {
            boolean hasPlan = resolver.termsInThisUnit(command.plan()).state() != null;
            throw guard.refusal(suspected, hasPlan ? requests.reference(command.plan(), request) : null);
        }
        Alongside others = alongside.getObject(); // not before: it needs the bus, and the bus this
        others.ask(overrides.judge(command.plan(), override, request)); // before anything is applied
        Object version = chain.proceed();
        if (Handled.changes(unit)) {
            others.ask(overrides.use(command.plan(), override, request));
        }
        return version;
    }
}
