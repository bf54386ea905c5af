package org.paptracker.query.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.BY_LEAD;
import static org.paptracker.query.History.BY_OFFICE;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.query.Story;
import org.paptracker.query.guard.GuardOverrideView.State;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.ErasableText;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;

class GuardOverrideViewTest {
    private static final OverrideCode CODE = new OverrideCode("G-01");
    private static final String STREAM = "evidence:oxfordshire-pap/E-1";
    private static final List<Suspected> SUSPECTED = List.of(new Suspected("note", PersonalDataKind.SMALL_COUNT));
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 2, 20);

    private final Story story = new Story()
            .by(
                    OFFICE,
                    new GuardOverrideGranted(
                            PLAN,
                            CODE,
                            date("2025-02-13"),
                            new TreeSet<>(List.of(PersonalDataKind.SMALL_COUNT)),
                            ErasableText.of("The figure is published"),
                            date("2025-02-20"),
                            new GuardedRequest("lead-t2", "SubmitEvidence", STREAM, SUSPECTED, "ab12")));

    @Test
    void says_what_it_lets_through_and_why_and_who_gave_it_until_when() {
        GuardOverrideView view = story.guardOverride("G-01");
        assertThat(view.code()).isEqualTo(CODE);
        assertThat(view.plan()).isEqualTo(PLAN);
        assertThat(view.grant().kinds()).containsExactly(PersonalDataKind.SMALL_COUNT);
        assertThat(view.grant().justification()).isEqualTo("The figure is published");
        assertThat(view.grant().grantedOn()).isEqualTo(date("2025-02-13"));
        assertThat(view.grant().grantedBy()).isEqualTo(BY_OFFICE);
        assertThat(view.grant().validUntil()).isEqualTo(date("2025-02-20"));
        assertThat(view.grant().grantedTo()).isEqualTo(Who.written("lead-t2"));
        assertThat(view.grant().request())
                .isEqualTo(new GuardOverrideView.Request("SubmitEvidence", STREAM, SUSPECTED));
        assertThat(view.use()).isNull();
        assertThat(view.stamp().version()).isZero();
        assertThat(view.exists()).isTrue();
    }

    @Test
    void of_before_overrides_were_bound_names_nobody() {
        GuardOverrideView view = new Story()
                .by(
                        OFFICE,
                        new GuardOverrideGranted(
                                PLAN,
                                CODE,
                                date("2025-02-13"),
                                new TreeSet<>(List.of(PersonalDataKind.SMALL_COUNT)),
                                ErasableText.of("The figure is published"),
                                date("2025-02-20"),
                                null))
                .guardOverride("G-01");
        assertThat(view.grant().grantedTo()).isNull();
        assertThat(view.grant().request()).isNull();
    }

    @Test
    void is_open_to_the_end_of_its_last_day() {
        assertThat(story.guardOverride("G-01").state(LAST_DAY)).isEqualTo(State.OPEN);
        assertThat(story.guardOverride("G-01").state(LAST_DAY.plusDays(1))).isEqualTo(State.EXPIRED);
    }

    @Test
    void is_spent_once_it_is_used_and_says_by_whom_and_for_what() {
        List<Suspected> suspected = List.of(new Suspected("note", PersonalDataKind.SMALL_COUNT));
        GuardOverrideView view = story.by(
                        LEAD,
                        new GuardOverrideUsed(
                                PLAN, CODE, date("2025-02-14"), suspected, "evidence:oxfordshire-pap/E-1"))
                .guardOverride("G-01");
        assertThat(view.state(LAST_DAY)).isEqualTo(State.USED);
        assertThat(view.state(LAST_DAY.plusDays(1))).isEqualTo(State.USED);
        assertThat(view.use())
                .isEqualTo(new GuardOverrideView.Use(
                        date("2025-02-14"), BY_LEAD, suspected, "evidence:oxfordshire-pap/E-1"));
        assertThat(view.grant().grantedBy()).isEqualTo(BY_OFFICE);
        assertThat(view.stamp().version()).isEqualTo(1);
    }

    @Test
    void does_not_exist_before_it_is_given() {
        assertThat(GuardOverrideView.FOLD.initial().exists()).isFalse();
    }
}
