package org.paptracker.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.effective;
import static org.paptracker.query.History.evidence;
import static org.paptracker.query.History.subject;
import static org.paptracker.query.History.submitted;
import static org.paptracker.query.History.validated;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.query.Story;
import org.paptracker.query.proof.Proof;
import org.paptracker.values.ErasableText;
import org.paptracker.values.SubjectType;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceState;
import org.paptracker.values.kpi.Period;

class EvidenceViewTest {
    private static final EvidenceId ID = new EvidenceId("E-1");
    private static final ErasableText REASON = ErasableText.of("The sample is not described");

    private final Story story =
            new Story().by(LEAD, submitted("E-1", EvidenceLevel.OUTCOME, subject(SubjectType.MILESTONE, "PA3-01.1")));

    private EvidenceView view() {
        return story.evidence("E-1");
    }

    @Test
    void shows_what_was_submitted_and_by_whom() {
        assertThat(view().code()).isEqualTo(ID);
        assertThat(view().plan()).isEqualTo(PLAN);
        assertThat(view().content().summary()).isEqualTo("44 per cent are good");
        assertThat(view().content().period()).isEqualTo(Period.parse("2024-11"));
        assertThat(view().state()).isEqualTo(EvidenceState.SUBMITTED);
        assertThat(view().standing().stateSince()).isNull();
        assertThat(view().review().submittedBy()).isEqualTo(BY_LEAD);
        assertThat(view().stamp().version()).isZero();
        assertThat(view().proof()).isEmpty();
    }

    @Test
    void proves_once_it_was_validated_and_as_of_the_period_it_speaks_of() {
        story.by(OFFICE, validated("E-1", "2025-02-13"));
        assertThat(view().state()).isEqualTo(EvidenceState.VALIDATED);
        assertThat(view().standing().stateSince()).isEqualTo(date("2025-02-13"));
        assertThat(view().review().validation()).isEqualTo(new Validation(effective("2025-02-13"), BY_OFFICE, "Seen"));
        assertThat(view().proof())
                .contains(
                        new Proof(ID, EvidenceLevel.OUTCOME, view().content().supports(), LocalDate.of(2024, 11, 30)));
    }

    @Test
    void proves_as_of_the_day_it_was_submitted_if_its_period_was_not_over_by_then() {
        Story early = new Story()
                .from("2024-11-10T09:00:00Z")
                .by(LEAD, submitted("E-1", EvidenceLevel.OUTCOME, subject(SubjectType.MILESTONE, "PA3-01.1")))
                .from("2025-02-20T09:00:00Z")
                .by(OFFICE, validated("E-1", "2025"));
        EvidenceView view = early.evidence("E-1");
        assertThat(view.content().asOf()).isEqualTo("2024-11-10");
        assertThat(view.proof().orElseThrow().asOf()).isEqualTo("2024-11-10");
        assertThat(view.review().validation().on().countsFrom()).isEqualTo("2025-02-20");
    }

    @Test
    void proves_as_of_its_validation_where_it_names_no_period() {
        EvidenceDetails d = evidence(EvidenceKind.SURVEY, EvidenceLevel.IMPACT, "x", subject(SubjectType.AREA, "PA3"));
        EvidenceDetails timeless = new EvidenceDetails(
                d.title(), d.kind(), d.level(), null, d.summary(), d.source(), null, d.supports(), d.visibility());
        story.by(LEAD, new EvidenceSubmitted(PLAN, new EvidenceId("E-2"), timeless))
                .by(OFFICE, validated("E-2", "2025-02"));
        assertThat(story.evidence("E-2").proof().orElseThrow().asOf()).isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void returned_and_amended_is_submitted_again() {
        story.by(OFFICE, new EvidenceReturned(PLAN, ID, date("2025-02-13"), REASON));
        assertThat(view().state()).isEqualTo(EvidenceState.RETURNED);
        assertThat(view().standing().stateReason()).isEqualTo("The sample is not described");

        story.by(
                OFFICE,
                new EvidenceAmended(
                        PLAN, ID, evidence(EvidenceKind.AUDIT, EvidenceLevel.IMPACT, "Now with a sample"), null));
        assertThat(view().state()).isEqualTo(EvidenceState.SUBMITTED);
        assertThat(view().standing().stateReason()).isNull();
        assertThat(view().content().summary()).isEqualTo("Now with a sample");
        assertThat(view().review().submittedBy()).isEqualTo(BY_LEAD);
    }

    @Test
    void proves_nothing_while_it_is_challenged_and_again_once_upheld() {
        story.by(OFFICE, validated("E-1", "2025-02-13"))
                .by(LEAD, new EvidenceChallenged(PLAN, ID, date("2025-02-20"), REASON));
        assertThat(view().state()).isEqualTo(EvidenceState.CHALLENGED);
        assertThat(view().review().challenge().by()).isEqualTo(BY_LEAD);
        assertThat(view().proof()).isEmpty();

        story.by(OFFICE, new EvidenceUpheld(PLAN, ID, date("2025-02-25"), ErasableText.of("It is in the annex")));
        assertThat(view().state()).isEqualTo(EvidenceState.UPHELD);
        assertThat(view().review().challenge())
                .isEqualTo(new Challenge(
                        date("2025-02-20"),
                        BY_LEAD,
                        "The sample is not described",
                        date("2025-02-25"),
                        BY_OFFICE,
                        "It is in the annex"));
        assertThat(view().proof()).isPresent();
    }

    @Test
    void ends_withdrawn_or_superseded() {
        story.by(OFFICE, validated("E-1", "2025-02-13"));
        story.by(OFFICE, new EvidenceSuperseded(PLAN, ID, date("2025-03-01"), new EvidenceId("E-2"), REASON));
        assertThat(view().state()).isEqualTo(EvidenceState.SUPERSEDED);
        assertThat(view().review().supersededBy()).isEqualTo(new EvidenceId("E-2"));
        assertThat(view().standing().stateReason()).isEqualTo("The sample is not described");
        assertThat(view().proof()).isEmpty();

        story.by(OFFICE, new EvidenceWithdrawn(PLAN, ID, date("2025-03-02"), REASON));
        assertThat(view().state()).isEqualTo(EvidenceState.WITHDRAWN);
        assertThat(view().proof()).isEmpty();
    }

    @Test
    void what_was_erased_is_shown_as_such() {
        EvidenceDetails d = evidence(EvidenceKind.AUDIT, EvidenceLevel.OUTPUT, "x");
        EvidenceDetails erased = new EvidenceDetails(
                d.title(),
                d.kind(),
                d.level(),
                d.period(),
                new ErasableText(d.summary().digest(), null, null, null),
                d.source(),
                d.sampleSize(),
                d.supports(),
                d.visibility());
        story.by(LEAD, new EvidenceAmended(PLAN, ID, erased, null));
        assertThat(view().content().summary()).isEqualTo("[redacted]");
    }
}
