package org.paptracker.query.audit;

import java.util.List;
import org.paptracker.events.DomainEvent;

/** Every family of events, once: what the audit and the changes know of each. */
public final class Families {
    static final List<Family<?, ?>> ALL = List.of(
            PlanFamily.FAMILY,
            ActionFamily.FAMILY,
            EvidenceFamily.FAMILY,
            KpiFamily.FAMILY,
            VoiceFamily.FAMILY,
            RiskFamily.FAMILY,
            DecisionFamily.FAMILY,
            StocktakeFamily.FAMILY,
            RedactionFamily.FAMILY,
            GuardFamily.FAMILY);

    private Families() {}

    public static Family<?, ?> of(DomainEvent event) {
        return ALL.stream()
                .filter(family -> family.type().isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No family for " + event.getClass()));
    }
}
