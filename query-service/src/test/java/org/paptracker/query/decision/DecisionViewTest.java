package org.paptracker.query.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.DECISION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.decided;
import static org.paptracker.query.History.deferred;
import static org.paptracker.query.History.implemented;
import static org.paptracker.query.History.made;
import static org.paptracker.query.History.proposed;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DecisionEvent.DecisionWithdrawn;
import org.paptracker.query.Story;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.ErasableText;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionState;
import org.paptracker.values.plan.BoardCode;

class DecisionViewTest {
    private static final LocalDate LAST_OF_MAY = LocalDate.of(2025, 5, 31);
    private static final LocalDate FIRST_OF_JUNE = LocalDate.of(2025, 6, 1);

    private final Story story = new Story().by(OFFICE, made(DECISION, "2025-02-13", "SIAB", "2025-05", "PA1"));

    @Test
    void is_made_and_says_who_recorded_that() {
        assertThat(story.decision().state()).isEqualTo(DecisionState.MADE);
        assertThat(story.decision().course().recordedBy()).isEqualTo(BY_OFFICE);
        assertThat(story.decision().details().board()).isEqualTo(new BoardCode("SIAB"));
        assertThat(story.decision().details().text()).isEqualTo("The board decided so");
        assertThat(story.decision().details().proposedBy()).isEqualTo(Who.written("Director of Children's Services"));
    }

    @Nested
    class Proposed {
        private final Story proposal = new Story().by(LEAD, proposed(DECISION, "2025-01-31", "SIAB", "PA1"));

        @Test
        void is_no_decision_yet_and_names_the_person_who_proposed_it() {
            assertThat(proposal.decision().state()).isEqualTo(DecisionState.PROPOSED);
            assertThat(proposal.decision().wasMade()).isFalse();
            assertThat(proposal.decision().details().title()).isEqualTo("Sign a memorandum");
            assertThat(proposal.decision().details().decidedOn()).isNull();
            assertThat(proposal.decision().details().proposedBy()).isEqualTo(BY_LEAD);
            assertThat(proposal.decision().course().proposedOn()).isEqualTo(date("2025-01-31"));
            assertThat(proposal.decision().course().recordedBy()).isNull();
            assertThat(proposal.decision().overdue(FIRST_OF_JUNE)).isFalse();
        }

        @Test
        void and_then_made_still_names_that_person_whatever_the_decision_says() {
            proposal.by(OFFICE, made(DECISION, "2025-02-13", "SIAB", "2025-05", "PA1"));

            assertThat(proposal.decision().state()).isEqualTo(DecisionState.MADE);
            assertThat(proposal.decision().wasMade()).isTrue();
            assertThat(proposal.decision().details().text()).isEqualTo("The board decided so");
            assertThat(proposal.decision().details().proposedBy()).isEqualTo(BY_LEAD);
            assertThat(proposal.decision().course().recordedBy()).isEqualTo(BY_OFFICE);

            proposal.by(OFFICE, new DecisionAmended(PLAN, DECISION, decided("Other", "2025-02-14", "PDG", null)));
            assertThat(proposal.decision().details().proposedBy()).isEqualTo(BY_LEAD);
        }
    }

    @Test
    void amending_changes_the_details_and_nothing_else() {
        DecisionView before = story.decision();
        story.by(LEAD, new DecisionAmended(PLAN, DECISION, decided("Other", "2025-02-14", "PDG", null, "PA3")));

        assertThat(story.decision().details().title()).isEqualTo("Other");
        assertThat(story.decision().details().dueOn()).isNull();
        assertThat(story.decision())
                .usingRecursiveComparison()
                .ignoringFields("details", "stamp")
                .isEqualTo(before);
    }

    @Test
    void is_overdue_from_the_day_after_it_was_due() {
        assertThat(story.decision().overdue(LAST_OF_MAY)).isFalse();
        assertThat(story.decision().overdue(FIRST_OF_JUNE)).isTrue();
    }

    @Test
    void without_a_due_date_is_never_overdue() {
        assertThat(new Story()
                        .by(OFFICE, made(DECISION, "2025-02-13", "SIAB", null))
                        .decision()
                        .overdue(FIRST_OF_JUNE))
                .isFalse();
    }

    @Test
    void is_overdue_all_the_same_if_it_was_put_off() {
        story.by(OFFICE, deferred(DECISION, "2025-03", "2025-09"));

        assertThat(story.decision().state()).isEqualTo(DecisionState.DEFERRED);
        assertThat(story.decision().course().deferral())
                .isEqualTo(new DecisionView.Deferral(date("2025-03"), date("2025-09"), "Not yet agreed"));
        assertThat(story.decision().overdue(FIRST_OF_JUNE)).isTrue();
    }

    @Test
    void is_not_overdue_once_it_is_done() {
        story.by(OFFICE, deferred(DECISION, "2025-03", null));
        story.by(LEAD, implemented(DECISION, "2025-04"));

        assertThat(story.decision().state()).isEqualTo(DecisionState.IMPLEMENTED);
        assertThat(story.decision().course().implementation())
                .isEqualTo(new DecisionView.Implementation(date("2025-04"), "Signed", BY_LEAD));
        assertThat(story.decision().course().deferral()).isNotNull();
        assertThat(story.decision().overdue(FIRST_OF_JUNE)).isFalse();
    }

    @Test
    void is_not_overdue_once_another_took_its_place() {
        DecisionId next = new DecisionId("D-02");
        story.by(OFFICE, new DecisionSuperseded(PLAN, DECISION, date("2025-04"), next, ErasableText.of("Wider")));

        assertThat(story.decision().state()).isEqualTo(DecisionState.SUPERSEDED);
        assertThat(story.decision().course().supersession())
                .isEqualTo(new DecisionView.Supersession(date("2025-04"), next, "Wider"));
        assertThat(story.decision().overdue(FIRST_OF_JUNE)).isFalse();
    }

    @Test
    void is_neither_overdue_nor_gone_once_it_was_withdrawn() {
        story.by(OFFICE, new DecisionWithdrawn(PLAN, DECISION, date("2025-04"), ErasableText.of("Another board's")));

        assertThat(story.decision().exists()).isTrue();
        assertThat(story.decision().state()).isEqualTo(DecisionState.WITHDRAWN);
        assertThat(story.decision().course().withdrawal())
                .isEqualTo(new DecisionView.Withdrawal(date("2025-04"), "Another board's", BY_OFFICE));
        assertThat(story.decision().overdue(FIRST_OF_JUNE)).isFalse();
    }

    @Test
    void was_not_made_if_only_what_came_later_counts() {
        assertThat(story.decision().exists()).isTrue();
        assertThat(new Story()
                        .by(OFFICE, implemented(DECISION, "2025-04"))
                        .decision()
                        .exists())
                .isFalse();
    }

    @Test
    void was_recorded_by_the_person_who_amended_it_if_only_that_counts() {
        DecisionView view = new Story()
                .by(LEAD, new DecisionAmended(PLAN, DECISION, decided("Other", "2025-02-14", "PDG", null)))
                .decision();
        assertThat(view.course().recordedBy()).isEqualTo(BY_LEAD);
        assertThat(view.exists()).isTrue();
    }

    @Test
    void is_stamped_with_its_last_event() {
        story.by(OFFICE, implemented(DECISION, "2025-04"));

        assertThat(story.decision().stamp()).isEqualTo(new Stamp(1, 2, Instant.parse("2025-06-30T09:02:00Z")));
    }
}
