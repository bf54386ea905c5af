package org.paptracker.query.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.RISK;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.effective;
import static org.paptracker.query.History.escalated;
import static org.paptracker.query.History.identified;
import static org.paptracker.query.History.mitigated;
import static org.paptracker.query.History.risky;
import static org.paptracker.query.History.scored;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.paptracker.events.RiskEvent.RiskAccepted;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.query.Story;
import org.paptracker.query.platform.projection.Stamp;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.risk.RiskState;

class RiskViewTest {
    private static final ErasableText REASON = ErasableText.of("Settled");

    private final Story story = new Story().by(OFFICE, identified(RISK, "2025-01", "PA1"));

    @Test
    void is_open_and_unscored_at_first() {
        assertThat(story.risk().state()).isEqualTo(RiskState.OPEN);
        assertThat(story.risk().standing().stateSince()).isNull();
        assertThat(story.risk().work().score()).isNull();
        assertThat(story.risk().work().scores()).isEmpty();
        assertThat(story.risk().details().cause()).isEqualTo("A growing deficit");
        assertThat(story.risk().details().event()).isEqualTo("No money is left");
        assertThat(story.risk().details().effect()).isNull();
    }

    @Test
    void a_score_is_likelihood_times_impact_and_the_history_is_kept() {
        story.by(LEAD, scored(RISK, "2025-02", 4, 5));
        story.by(OFFICE, scored(RISK, "2025-03", 3, 2));

        assertThat(story.risk().work().score()).isEqualTo(6);
        assertThat(story.risk().work().scores())
                .containsExactly(
                        new RiskView.Score(effective("2025-02"), 4, 5, 20, BY_LEAD, null),
                        new RiskView.Score(effective("2025-03"), 3, 2, 6, BY_OFFICE, null));
    }

    @Test
    void a_late_score_takes_its_place_in_the_history_and_does_not_become_the_latest() {
        story.by(LEAD, scored(RISK, "2025-03-01", 4, 5), scored(RISK, "2025-02-01", 1, 1));

        assertThat(story.risk().work().score()).isEqualTo(20);
        assertThat(story.risk().work().scores())
                .extracting(RiskView.Score::score)
                .containsExactly(1, 20);
    }

    @Test
    void of_two_scores_on_a_day_the_later_entry_stands() {
        story.by(LEAD, scored(RISK, "2025-03-01", 4, 5), scored(RISK, "2025-03-01", 1, 2));

        assertThat(story.risk().work().score()).isEqualTo(2);
    }

    @Test
    void is_being_mitigated_from_the_first_mitigation_on() {
        story.by(LEAD, mitigated(RISK, "2025-02", "A plan"), mitigated(RISK, "2025-03", "Another"));

        assertThat(story.risk().state()).isEqualTo(RiskState.MITIGATING);
        assertThat(story.risk().standing().stateSince()).isEqualTo(date("2025-02"));
        assertThat(story.risk().work().mitigations())
                .containsExactly(
                        new RiskView.Mitigation(date("2025-02"), "A plan", date("2025-09"), BY_LEAD),
                        new RiskView.Mitigation(date("2025-03"), "Another", date("2025-09"), BY_LEAD));
    }

    @Test
    void is_with_a_board_until_the_board_gives_it_back() {
        story.by(LEAD, mitigated(RISK, "2025-02", "A plan"), escalated(RISK, "2025-03", "SIAB"));
        story.by(LEAD, mitigated(RISK, "2025-04", "Another"));

        assertThat(story.risk().state()).isEqualTo(RiskState.ESCALATED);
        assertThat(story.risk().standing().escalatedTo()).isEqualTo(new BoardCode("SIAB"));
        assertThat(story.risk().standing().stateSince()).isEqualTo(date("2025-03"));
        assertThat(story.risk().standing().stateReason()).isEqualTo("Beyond the group");

        story.by(OFFICE, new RiskReturned(PLAN, RISK, date("2025-05"), REASON));

        assertThat(story.risk().state()).isEqualTo(RiskState.MITIGATING);
        assertThat(story.risk().standing().escalatedTo()).isNull();
        assertThat(story.risk().standing().stateReason()).isEqualTo("Settled");
    }

    @Test
    void is_accepted_or_closed_with_a_reason() {
        story.by(LEAD, mitigated(RISK, "2025-02", "A plan"), escalated(RISK, "2025-03", "SIAB"));
        story.by(OFFICE, new RiskAccepted(PLAN, RISK, date("2025-05"), REASON));
        assertThat(story.risk().state()).isEqualTo(RiskState.ACCEPTED);
        assertThat(story.risk().standing().escalatedTo()).isNull();

        story.by(OFFICE, new RiskClosed(PLAN, RISK, date("2025-06"), ErasableText.of("Over")));
        assertThat(story.risk().state()).isEqualTo(RiskState.CLOSED);
        assertThat(story.risk().standing().stateReason()).isEqualTo("Over");
        assertThat(story.risk().standing().stateSince()).isEqualTo(date("2025-06"));
    }

    @Test
    void amending_changes_the_details_and_nothing_else() {
        story.by(LEAD, scored(RISK, "2025-02", 4, 5), mitigated(RISK, "2025-02", "A plan"));
        RiskView before = story.risk();
        story.by(OFFICE, new RiskAmended(PLAN, RISK, risky("Funding is late", null, "PA3")));

        assertThat(story.risk().details().title()).isEqualTo("Funding is late");
        assertThat(story.risk().details().identifiedOn()).isNull();
        assertThat(story.risk())
                .usingRecursiveComparison()
                .ignoringFields("details", "stamp")
                .isEqualTo(before);
    }

    @Test
    void was_not_identified_if_only_what_came_later_counts() {
        assertThat(story.risk().exists()).isTrue();
        assertThat(new Story().by(LEAD, scored(RISK, "2025-02", 4, 5)).risk().exists())
                .isFalse();
    }

    @Test
    void is_stamped_with_its_last_event() {
        story.by(LEAD, scored(RISK, "2025-02", 4, 5));

        assertThat(story.risk().stamp()).isEqualTo(new Stamp(1, 2, Instant.parse("2025-06-30T09:02:00Z")));
    }
}
