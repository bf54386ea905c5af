package org.paptracker.command.action;

import static org.paptracker.command.Scenario.EXECUTIVE;
import static org.paptracker.command.Scenario.LEAD;
import static org.paptracker.command.Scenario.OFFICE;
import static org.paptracker.command.Scenario.OTHER_LEAD;
import static org.paptracker.command.action.Examples.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.command.action.ActionCommand.RecordProgress;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.MilestoneCode;

/** A report is put right by the person who made it, or by the programme office, which says why. */
class CorrectionTest {
    /** Where the lead's report stands in the log. */
    private static final long REPORT = 4;

    private static Scenario<Action, ActionCommand, ActionEvent> reported() {
        return given(agreed(), started(), added(), report(MILESTONE, NOTE, null, null));
    }

    private static MilestoneProgressRecorded report(
            MilestoneCode milestone, ErasableText note, @Nullable Long corrects, @Nullable ErasableText reason) {
        return new MilestoneProgressRecorded(
                PLAN, ACTION, milestone, FEBRUARY_13, note, null, null, null, null, null, corrects, null, reason);
    }

    private static RecordProgress correct(long position, @Nullable ErasableText reason) {
        return new RecordProgress(
                PLAN, ACTION, MILESTONE, FEBRUARY_13, OTHER_NOTE, null, null, null, null, null, null, position, reason);
    }

    @Test
    void is_for_the_person_who_made_the_report() {
        reported().when(LEAD, correct(REPORT, null)).then(report(MILESTONE, OTHER_NOTE, REPORT, null));
        reported().when(LEAD, correct(REPORT, NOTE)).then(report(MILESTONE, OTHER_NOTE, REPORT, NOTE));
    }

    @Test
    void is_refused_to_others_who_report() {
        reported().when(OTHER_LEAD, correct(REPORT, NOTE)).thenRefused("correction.not-yours", "4");
        reported().when(EXECUTIVE, correct(REPORT, NOTE)).thenRefused("correction.not-yours", "programme office");
    }

    @Test
    void is_for_the_programme_office_which_says_why() {
        reported().when(OFFICE, correct(REPORT, NOTE)).then(report(MILESTONE, OTHER_NOTE, REPORT, NOTE));
        reported().when(OFFICE, correct(REPORT, null)).thenRefused("correction.reason-needed", "4");
    }

    @Test
    void needs_a_report_on_the_same_milestone() {
        for (long other : new long[] {-1, 0, 1, 2, 3, 5, Long.MAX_VALUE}) {
            reported().when(OFFICE, correct(other, NOTE)).thenRefused("milestone.corrects-unknown");
        }
        given(
                        agreed(),
                        started(),
                        added(),
                        new MilestoneAdded(PLAN, ACTION, SECOND, milestone("Second", null)),
                        report(SECOND, NOTE, null, null))
                .when(LEAD, correct(5, null))
                .thenRefused("milestone.corrects-unknown", "PA3-01.2");
    }

    @Test
    void is_made_once_and_can_be_put_right_itself() {
        Scenario<Action, ActionCommand, ActionEvent> corrected =
                reported().given(report(MILESTONE, ErasableText.of("Better"), REPORT, null));
        corrected.when(LEAD, correct(REPORT, null)).thenRefused("milestone.corrects-unknown", "4");
        reported()
                .given(report(MILESTONE, ErasableText.of("Better"), REPORT, null))
                .when(LEAD, correct(5, null))
                .then(report(MILESTONE, OTHER_NOTE, 5L, null));
    }

    @Test
    void has_a_reason_only_if_something_is_put_right() {
        reported()
                .when(new RecordProgress(
                        PLAN, ACTION, MILESTONE, null, OTHER_NOTE, null, null, null, null, null, null, null, NOTE))
                .thenRefused("correction.of-nothing");
    }
}
