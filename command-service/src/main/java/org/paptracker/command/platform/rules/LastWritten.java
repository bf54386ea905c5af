package org.paptracker.command.platform.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.MilestoneEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;

/** Who wrote the details of a thing last, as its stream says: what a PUT replaces as a whole. Immutable. ADR 32. */
public final class LastWritten {
    public static final LastWritten NONE = new LastWritten(Map.of());

    private static final String THE_WHOLE = "";

    /** Events that hold all details of something; with them it begins, or is replaced. */
    private static final ClassValue<Boolean> WRITES = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type.isRecord()
                    && Arrays.stream(type.getRecordComponents())
                            .anyMatch(component -> component.getName().equals("details"));
        }
    };

    /** By milestone, or of the whole stream. */
    private final Map<String, String> people;

    private LastWritten(Map<String, String> people) {
        this.people = people;
    }

    private static String thing(DomainEvent event) {
        return event instanceof MilestoneEvent of ? of.milestone().toString() : THE_WHOLE;
    }

    public LastWritten with(Recorded<? extends DomainEvent> recorded) {
        if (!WRITES.get(recorded.event().getClass())) return this;
        Map<String, String> more = new HashMap<>(people);
        more.put(thing(recorded.event()), recorded.actor());
        if (recorded.event() instanceof ActionReceived received) { // who moved them answers for how they are now
            received.milestones().forEach(one -> more.put(one.milestone().toString(), recorded.actor()));
        }
        return new LastWritten(Map.copyOf(more));
    }

    /** Whether one of these replaces what somebody else wrote. */
    public boolean isSomebodyElses(Iterable<? extends DomainEvent> decided, Actor actor) {
        for (DomainEvent event : decided) {
            String last = WRITES.get(event.getClass()) ? people.get(thing(event)) : null;
            if (last != null && !actor.is(last)) return true;
        }
        return false;
    }
}
