package org.paptracker.command.platform.axon;

import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;

/** One handler serves a whole family of commands: each is sent under the name of its family, not under its own. */
final class CommandMessages {
    private static final ClassValue<String> FAMILY = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return familyOf(type).getName();
        }
    };

    private CommandMessages() {}

    static CommandMessage<Command> of(Command command, Map<String, ?> metadata) {
        return new GenericCommandMessage<>(new GenericMessage<>(command, metadata), FAMILY.get(command.getClass()));
    }

    /** The interface that extends {@link Command} itself, however deep those below it nest. */
    private static Class<?> familyOf(Class<?> type) {
        for (Class<?> above : type.getInterfaces()) {
            if (above == Command.class) return type;
            if (Command.class.isAssignableFrom(above)) return familyOf(above);
        }
        throw new IllegalArgumentException(type + " is no command");
    }
}
