package org.paptracker.command.platform.axon;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.paptracker.command.platform.guard.Guard;
import org.paptracker.log.LogMetadata;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.Suspected;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Before a command is decided on: refuses it if it seems to hold personal data. With an override it is decided on, and
 * if there is anything to record, that the override was used is recorded in the same commit. ADR 16.
 */
@Component
@Order(Handled.INSIDE)
final class GuardInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final Guard guard;
    private final Overrides overrides;
    private final ObjectProvider<Alongside> alongside;
    private final CommandContextResolver resolver;

    GuardInterceptor(
            Guard guard, Overrides overrides, ObjectProvider<Alongside> alongside, CommandContextResolver resolver) {
        this.guard = guard;
        this.overrides = overrides;
        this.alongside = alongside;
        this.resolver = resolver;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = unit.getMessage();
        if (!(message.getPayload() instanceof Command command) || Alongside.isAsked(message)) return chain.proceed();
        String source = LogMetadata.provenance(message.getMetaData()).source();
        List<Suspected> suspected = guard.suspected((Record) command, source);
        if (suspected.isEmpty()) return chain.proceed();
        if (!(message.getMetaData().get(Commands.GUARD_OVERRIDE) instanceof OverrideCode override)) {
            boolean hasPlan = resolver.termsInThisUnit(command.plan()).state() != null;
            throw guard.refusal(suspected, hasPlan);
        }
        Alongside others = alongside.getObject(); // not before: it needs the bus, and the bus this
        others.ask(overrides.judge(command.plan(), override, suspected)); // before anything is applied
        Object version = chain.proceed();
        if (Handled.changes(unit)) {
            others.ask(overrides.use(command.plan(), override, suspected, command.stream()));
        }
        return version;
    }
}
