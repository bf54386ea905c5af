package org.paptracker.query.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.details;
import static org.paptracker.query.History.effective;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.progress;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionAssessed;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionEmbedded;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionResumed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.query.Story;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.CarriedMilestone;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.MilestoneState;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanId;

class ActionViewTest {
    private static final ErasableText REASON = ErasableText.of("No staff until May");

    private final Story story = new Story().by(OFFICE, agreed(ACTION, "PA1", "PA3"));

    @Test
    void is_agreed_until_it_starts() {
        assertThat(story.action().state()).isEqualTo(ActionState.AGREED);
        assertThat(story.action().standing().stateSince()).isNull();
        assertThat(story.action().work().lastUpdatedOn()).isNull();
        assertThat(story.action().rating()).isEqualTo(Rating.NO_DATA);

        story.by(OFFICE, new ActionStarted(PLAN, ACTION, date("2024-02"), null));

        assertThat(story.action().state()).isEqualTo(ActionState.IN_PROGRESS);
        assertThat(story.action().standing().stateSince()).isEqualTo(date("2024-02"));
    }

    @Test
    void finds_a_milestone_by_its_code() {
        MilestoneCode second = new MilestoneCode("PA3-01.2");
        story.by(OFFICE, milestone(ACTION, MILESTONE, "2025-01"), milestone(ACTION, second, "2025-02"));

        assertThat(story.action().milestone(second))
                .get()
                .extracting(MilestoneView::code)
                .isEqualTo(second);
        assertThat(story.action().milestone(new MilestoneCode("PA3-01.3"))).isEmpty();
    }

    @Test
    void says_why_it_is_paused_and_forgets_the_reason_once_it_goes_on() {
        story.by(OFFICE, new ActionPaused(PLAN, ACTION, date("2024-03"), REASON));
        assertThat(story.action().state()).isEqualTo(ActionState.PAUSED);
        assertThat(story.action().standing().stateReason()).isEqualTo("No staff until May");

        story.by(OFFICE, new ActionResumed(PLAN, ACTION, date("2024-05"), null));
        assertThat(story.action().state()).isEqualTo(ActionState.IN_PROGRESS);
        assertThat(story.action().standing().stateReason()).isNull();
    }

    @Test
    void is_delivered_and_then_embedded() {
        story.by(OFFICE, new ActionDelivered(PLAN, ACTION, date("2025-03"), null));
        assertThat(story.action().state()).isEqualTo(ActionState.DELIVERED);

        story.by(OFFICE, new ActionEmbedded(PLAN, ACTION, date("2025-09"), null));
        assertThat(story.action().state()).isEqualTo(ActionState.EMBEDDED);
        assertThat(story.action().counts()).isTrue();
    }

    @Test
    void no_longer_counts_once_cancelled() {
        story.by(OFFICE, new ActionCancelled(PLAN, ACTION, date("2024-03"), REASON));

        assertThat(story.action().state()).isEqualTo(ActionState.CANCELLED);
        assertThat(story.action().counts()).isFalse();
    }

    @Test
    void says_where_it_went_on_once_transferred() {
        ActionCode there = new ActionCode("IP-07");
        story.by(OFFICE, new ActionTransferred(PLAN, ACTION, date("2025-05"), new PlanId("broader-plan"), there, null));

        assertThat(story.action().journey().transferredTo())
                .isEqualTo(new Destination(new PlanId("broader-plan"), there));
        assertThat(story.action().counts()).isFalse();
    }

    @Test
    void says_where_it_came_from_and_goes_on_from_there_with_the_dates_it_had() {
        MilestoneDetails details = new MilestoneDetails("Backlog cleared", List.of(), date("2025-01"), true);
        Story arrived = new Story()
                .by(
                        OFFICE,
                        new ActionReceived(
                                PLAN,
                                ACTION,
                                date("2025-05-01"),
                                new PlanId("wsoa"),
                                new ActionCode("W-1"),
                                details("Clear the backlog", "PA3"),
                                ActionState.PAUSED,
                                List.of(new CarriedMilestone(
                                        MILESTONE,
                                        details,
                                        date("2025-04"),
                                        date("2025-06"),
                                        MilestoneState.REOPENED))));

        ActionView view = arrived.action();
        assertThat(view.journey().continues())
                .isEqualTo(new Origin(new PlanId("wsoa"), new ActionCode("W-1"), date("2025-05-01")));
        assertThat(view.state()).isEqualTo(ActionState.PAUSED);
        assertThat(view.exists()).isTrue();
        assertThat(arrived.milestone().due())
                .isEqualTo(new Due(date("2025-01"), date("2025-04"), date("2025-06"), null));
        assertThat(arrived.milestone().state()).isEqualTo(MilestoneState.REOPENED);
    }

    @Test
    void is_not_there_as_at_a_day_before_it_came() {
        Story onlyWhatCameLater = new Story()
                .by(OFFICE, new ActionAmended(PLAN, ACTION, details("Clear it", "PA3")))
                .by(OFFICE, milestone(ACTION, MILESTONE, "2025-01"));
        assertThat(onlyWhatCameLater.action().exists()).isFalse();
        assertThat(story.action().exists()).isTrue();
    }

    @Test
    void amending_changes_the_details_and_nothing_else() {
        story.by(OFFICE, milestone(ACTION, MILESTONE, "2025-01"));
        story.by(LEAD, progress("2025-01-10", Rating.ON_TRACK, 10));
        ActionView before = story.action();

        story.by(OFFICE, new ActionAmended(PLAN, ACTION, details("Clear it for good", "PA3")));

        assertThat(story.action().details())
                .usingRecursiveComparison()
                .ignoringFields("leadRole", "leads") // as DetailsTest says
                .isEqualTo(details("Clear it for good", "PA3"));
        assertThat(story.action())
                .usingRecursiveComparison()
                .ignoringFields("details", "stamp")
                .isEqualTo(before);
    }

    @Test
    void its_assessments_are_not_its_milestones() {
        story.by(OFFICE, milestone(ACTION, MILESTONE, "2025-01"));
        story.by(
                OFFICE,
                new ActionAssessed(
                        PLAN, ACTION, date("2025-02"), Assessor.BOARD, Rating.OFF_TRACK, ErasableText.of("Too slow")));

        assertThat(story.action().rating()).isEqualTo(Rating.OFF_TRACK);
        assertThat(story.action().work().assessments())
                .containsExactly(
                        new Assessment(Assessor.BOARD, Rating.OFF_TRACK, effective("2025-02"), BY_OFFICE, "Too slow"));
        assertThat(story.milestone().rating()).isEqualTo(Rating.NO_DATA);
    }

    @Test
    void keeps_milestones_in_the_order_added_and_touches_only_the_one_meant() {
        story.by(
                OFFICE,
                milestone(ACTION, new MilestoneCode("PA3-01.9"), "2025-04"),
                milestone(ACTION, MILESTONE, "2025-01"));
        story.by(LEAD, progress("2025-01-10", Rating.ON_TRACK, 10));

        assertThat(story.action().milestones())
                .extracting(milestone -> milestone.code().value())
                .containsExactly("PA3-01.9", "PA3-01.1");
        assertThat(story.action().milestones())
                .extracting(MilestoneView::state)
                .containsExactly(MilestoneState.PLANNED, MilestoneState.IN_PROGRESS);
    }

    @Test
    void the_last_update_is_the_latest_date_reported_not_the_last_entry() {
        story.by(OFFICE, milestone(ACTION, MILESTONE, "2025-01"));
        story.by(LEAD, progress("2025-03-10", null, 10), progress("2025-02-10", null, 5));

        assertThat(story.action().work().lastUpdatedOn()).isEqualTo(effective("2025-03-10"));
    }

    @Test
    void is_stamped_with_its_last_event() {
        story.by(OFFICE, milestone(ACTION, MILESTONE, "2025-01"));

        assertThat(story.action().stamp()).isEqualTo(new Stamp(1, 2, Instant.parse("2025-06-30T09:02:00Z")));
    }
}
