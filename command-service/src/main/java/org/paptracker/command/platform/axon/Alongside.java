package org.paptracker.command.platform.axon;

import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * Lets a handler, once it has recorded its own events, have another stream decide on what follows from them. Both are
 * recorded in one commit; if the other refuses, neither is.
 */
@FunctionalInterface
public interface Alongside {
    /** @throws org.paptracker.command.platform.rules.RuleBroken as the other's decider says */
    void ask(Command command);

    /** Whether a command was asked in this way: what it holds comes from what was checked, or from the log. */
    static boolean isAsked(Message<?> message) {
        return message.getMetaData().containsKey(OnTheBus.ASKED);
    }

    /** Axon nests the unit of work of a command that is sent inside another, and its events join those of the outer. */
    @Component
    final class OnTheBus implements Alongside {
        private static final String ASKED = "org.paptracker.alongside";

        private final CommandGateway gateway;

        OnTheBus(CommandGateway gateway) {
            this.gateway = gateway;
        }

        /** The same request, by the same person; but the version that was expected is the first stream's alone. */
        @Override
        public void ask(Command command) {
            Handled handled = gateway.sendAndWait(CommandMessages.of(command, Map.of(ASKED, true)));
            if (handled.refusal != null) throw handled.refusal;
        }
    }
}
