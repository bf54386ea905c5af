package org.paptracker.command.platform.axon;

import static org.paptracker.command.Refused.because;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DynamicTest;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.command.platform.rules.PlanTerms;

/** Given what was recorded, when a shell is told something, then this. Each slice's examples tell its own. */
public final class Told {
    private final Class<?> shell;
    private final PlanTerms plan;
    private final List<?> history;
    private final Command command;
    private final Map<String, Object> metadata;

    private Told(Class<?> shell, PlanTerms plan, List<?> history, Command command, Map<String, Object> metadata) {
        this.shell = shell;
        this.plan = plan;
        this.history = history;
        this.command = command;
        this.metadata = metadata;
    }

    /** A shell, and the plan that it stands in. */
    public record To(Class<? extends EventSourced<?, ?, ?>> shell, PlanTerms plan) {
        public Given given(Object... happened) {
            return new Given(this, List.of(happened));
        }
    }

    public record Given(To to, List<?> history) {
        /** By somebody who took none of the steps before. */
        public Told when(Command command) {
            return when(command, Map.of("actor", "office", "role", "PROGRAMME_OFFICE"));
        }

        public Told when(Command command, Map<String, Object> metadata) {
            return new Told(to.shell, to.plan, history, command, metadata);
        }
    }

    /** @param version of the stream then */
    public DynamicTest records(long version, Object... events) {
        String what = events.length == 0 ? "nothing" : events[0].getClass().getSimpleName();
        return then(
                "records " + what + ", version " + version,
                result -> result.expectEvents(events).expectResultMessagePayload(version));
    }

    public DynamicTest isRefused(String code) {
        return then("is refused: " + code, result -> result.expectException(because(code)));
    }

    /** If the sender expects the version before the last. */
    public DynamicTest isStale() {
        return new Told(shell, plan, history, command, Map.of(Commands.EXPECTED_VERSION, history.size() - 2L))
                .then("expecting an older version is refused", result -> result.expectException(StreamChanged.class));
    }

    private DynamicTest then(String name, Consumer<ResultValidator<?>> expectation) {
        String told = shell.getSimpleName() + ": " + command.getClass().getSimpleName() + " ";
        return DynamicTest.dynamicTest(
                told + name,
                () -> expectation.accept(ShellFixture.of(
                                shell, named -> GivenContext.on(Scenario.TODAY).in(plan))
                        .given(history)
                        .when(command, metadata)));
    }
}
