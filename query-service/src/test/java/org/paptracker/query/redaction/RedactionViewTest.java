package org.paptracker.query.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.REDACTION;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.redacted;
import static org.paptracker.query.History.redaction;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.query.Story;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.FoundPlace;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionState;
import org.paptracker.values.redaction.ShownPlace;
import org.paptracker.values.redaction.TextPlace;

class RedactionViewTest {
    private static final List<TextPlace> PLACES = List.of(
            new TextPlace(12, "voice:oxfordshire-pap/v-1", "details.said", "sha256:ab"),
            new TextPlace(7, "action:oxfordshire-pap/PA3-01", "note", "sha256:cd"));

    private final Story story = new Story().by(OFFICE, redaction(REDACTION, 12, "details.said", "A parent asked"));

    @Test
    void says_what_is_to_go_on_what_ground_and_who_proposed_it() {
        RedactionView view = story.redaction();
        assertThat(view.code()).isEqualTo(REDACTION);
        assertThat(view.plan()).isEqualTo(PLAN);
        assertThat(view.state()).isEqualTo(RedactionState.PROPOSED);
        RedactionView.Proposal proposal = view.proposal();
        assertThat(proposal.entry()).isEqualTo(new RedactionView.Entry(12, "details.said"));
        assertThat(proposal.ground()).isEqualTo(RedactionGround.THIRD_PARTY_PERSONAL_DATA);
        assertThat(proposal.groundInWords()).isEqualTo("third-party personal data");
        assertThat(proposal.legalBasis()).isEqualTo("UK GDPR Article 17(1)(d)");
        assertThat(proposal.note()).isEqualTo("A parent asked");
        assertThat(proposal.proposedBy()).isEqualTo(BY_OFFICE);
        assertThat(proposal.proposedOn()).isEqualTo(date("2025-06-30"));
        assertThat(view.course().confirmedBy()).isNull();
        assertThat(view.course().refusal()).isNull();
        assertThat(view.course().redactedOn()).isNull();
        assertThat(view.course().places()).isEmpty();
        assertThat(view.exists()).isTrue();
    }

    @Test
    void says_where_the_words_stood_when_it_was_proposed_and_where_they_go() {
        FoundPlace text = new FoundPlace(
                12, "voice:oxfordshire-pap/v-1", "details.said", "sha256:ab", "voice-heard", date("2025-01-01"));
        FoundPlace other = new FoundPlace(3, "plan:next", "reason", "sha256:cd", "plan-closed", date("2024-12-24"));
        RedactionView view = new Story()
                .by(
                        OFFICE,
                        new RedactionProposed(
                                PLAN,
                                REDACTION,
                                12,
                                "details.said",
                                RedactionGround.COURT_ORDER,
                                ErasableText.of("Order"),
                                null,
                                List.of(text, other),
                                List.of(text.at())))
                .redaction();
        assertThat(view.proposal().proposedPlaces())
                .extracting(ShownPlace::plan, ShownPlace::subject, ShownPlace::goes, ShownPlace::inWords)
                .containsExactly(
                        tuple(
                                PLAN,
                                "voice:v-1",
                                true,
                                "The text details.said of entry 12, about the voice v-1 of plan oxfordshire-pap,"
                                        + " recorded on 1 January 2025, goes."),
                        tuple(
                                new PlanId("next"),
                                "plan:next",
                                false,
                                "The text reason of entry 3, about the plan next, recorded on 24 December 2024,"
                                        + " stays."));
        assertThat(view.course().places()).isEmpty();
    }

    @Test
    void says_who_confirmed_it_and_where_the_words_stood() {
        RedactionView view =
                story.by(LEAD, new RedactionConfirmed(PLAN, REDACTION, PLACES)).redaction();
        assertThat(view.state()).isEqualTo(RedactionState.CONFIRMED);
        assertThat(view.course().confirmedBy()).isEqualTo(BY_LEAD);
        assertThat(view.course().confirmedOn()).isEqualTo(date("2025-06-30"));
        assertThat(view.course().places()).isEqualTo(PLACES);
        assertThat(view.course().redactedOn()).isNull();
        assertThat(view.stamp().version()).isEqualTo(1);
    }

    @Test
    void says_when_the_words_went() {
        RedactionView view = story.by(
                        LEAD,
                        new RedactionConfirmed(PLAN, REDACTION, PLACES),
                        redacted(REDACTION, "2025-03-03", PLACES))
                .redaction();
        assertThat(view.state()).isEqualTo(RedactionState.DONE);
        assertThat(view.course().redactedOn()).isEqualTo(date("2025-03-03"));
        assertThat(view.course().confirmedBy()).isEqualTo(BY_LEAD);
        assertThat(view.course().places()).isEqualTo(PLACES);
        assertThat(view.proposal().proposedBy()).isEqualTo(BY_OFFICE);
    }

    @Test
    void says_who_refused_it_and_why() {
        RedactionView view = story.by(LEAD, new RedactionDeclined(PLAN, REDACTION, ErasableText.of("Names nobody")))
                .redaction();
        assertThat(view.state()).isEqualTo(RedactionState.REFUSED);
        assertThat(view.course().refusal())
                .isEqualTo(new RedactionView.Refusal(BY_LEAD, date("2025-06-30"), "Names nobody"));
        assertThat(view.proposal().entry().position()).isEqualTo(12);
    }

    @Test
    void is_not_there_before_it_was_proposed() {
        assertThat(new Story().redaction().exists()).isFalse();
    }
}
