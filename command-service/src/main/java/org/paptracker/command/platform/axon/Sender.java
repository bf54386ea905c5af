package org.paptracker.command.platform.axon;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.axonframework.messaging.Message;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.fold.Provenance;
import org.paptracker.log.LogMetadata;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.OwnWork;
import org.paptracker.platform.security.Role;

/** Who sent a command, as its message says. */
final class Sender {
    private Sender() {}

    /** @param names the name behind what the log calls somebody */
    static Actor actor(Message<?> message, UnaryOperator<String> names) {
        Provenance by = LogMetadata.provenance(message.getMetaData());
        return new Actor(names.apply(by.actor()), by.role(), by.organisation(), by.actor(), names);
    }

    /** Anyone who has no role here, or none that is known, is nobody. */
    static Caller caller(Message<?> message) {
        Provenance by = LogMetadata.provenance(message.getMetaData());
        Role role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(by.role()))
                .findFirst()
                .orElse(Role.ANONYMOUS);
        Object own = message.getMetaData().get(Commands.OWN);
        return new Caller(by.actor(), role, by.organisation(), own instanceof OwnWork work ? work : OwnWork.NONE);
    }
}
