package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceSource;
import org.paptracker.values.plan.PlanId;

class NamedEvidenceTest {
    private static final PlanId PLAN = new PlanId("oxfordshire-pap");
    private static final EvidenceId EVIDENCE = new EvidenceId("EV-1");
    private static final BusinessDate DAY = BusinessDate.parse("2025-02-13");
    private static final ErasableText WORDS = ErasableText.of("Words");

    private static EvidenceDetails details(Visibility visibility) {
        return new EvidenceDetails(
                "Audit",
                EvidenceKind.AUDIT,
                EvidenceLevel.OUTCOME,
                null,
                WORDS,
                new EvidenceSource("Scrutiny papers", null, null),
                null,
                Collections.emptySortedSet(),
                visibility);
    }

    private static NamedEvidence after(EvidenceEvent... events) {
        return Scenario.after(NamedEvidence.FOLD, events);
    }

    @Test
    void has_no_class_while_it_does_not_exist() {
        assertThat(after()).isEqualTo(new NamedEvidence(null, false, false));
    }

    @Test
    void is_of_the_class_it_was_last_said_to_be() {
        assertThat(after(
                        new EvidenceSubmitted(PLAN, EVIDENCE, details(Visibility.PUBLIC)),
                        new EvidenceAmended(PLAN, EVIDENCE, details(Visibility.RESTRICTED), null)))
                .isEqualTo(new NamedEvidence(Visibility.RESTRICTED, false, false));
    }

    @Test
    void is_withdrawn_by_being_withdrawn_and_by_nothing_else() {
        EvidenceSubmitted submitted = new EvidenceSubmitted(PLAN, EVIDENCE, details(Visibility.PUBLIC));
        assertThat(after(submitted, new EvidenceWithdrawn(PLAN, EVIDENCE, DAY, WORDS)))
                .isEqualTo(new NamedEvidence(Visibility.PUBLIC, true, false));
        assertThat(after(submitted, new EvidenceSuperseded(PLAN, EVIDENCE, DAY, new EvidenceId("EV-2"), null)))
                .isEqualTo(new NamedEvidence(Visibility.PUBLIC, false, true));
    }
}
