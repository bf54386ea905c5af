package org.paptracker.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.plan;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.ImprovementNoticeIssued;
import org.paptracker.events.PlanEvent.InspectionRecorded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanReopened;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.query.Story;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;

class PlanViewTest {
    private final Story story = new Story().by(OFFICE, plan());

    @Test
    void is_a_draft_with_its_details_when_registered() {
        assertThat(story.plan().state()).isEqualTo(PlanState.DRAFT);
        assertThat(story.plan().code()).isEqualTo(PLAN);
        assertThat(story.plan().plan()).isEqualTo(PLAN);
        assertThat(story.plan().details()).usingRecursiveComparison().isEqualTo(plan().details());
    }

    @Test
    void keeps_who_approved_it_once_published() {
        story.by(OFFICE, new PlanApproved(PLAN, date("2023-12-12"), "Ofsted", ErasableText.of("With thanks")));
        assertThat(story.plan().state()).isEqualTo(PlanState.APPROVED);

        story.by(OFFICE, new PlanPublished(PLAN, date("2023-12-18"), "https://example.org/plan"));
        assertThat(story.plan().state()).isEqualTo(PlanState.PUBLISHED);
        assertThat(story.plan().course().approval())
                .isEqualTo(new PlanView.Approval(date("2023-12-12"), "Ofsted", "With thanks"));
        assertThat(story.plan().course().publication())
                .isEqualTo(new PlanView.Publication(date("2023-12-18"), "https://example.org/plan"));
    }

    @Test
    void gives_way_to_its_successor() {
        PlanId successor = new PlanId("broader-plan");
        story.by(OFFICE, new PlanSuperseded(PLAN, date("2025-05"), successor, null));

        assertThat(story.plan().state()).isEqualTo(PlanState.SUPERSEDED);
        assertThat(story.plan().course().ending()).isEqualTo(new PlanView.Ending(date("2025-05"), successor, null));
    }

    @Test
    void is_closed_with_a_reason_and_without_a_successor() {
        story.by(OFFICE, new PlanClosed(PLAN, date("2025-05"), ErasableText.of("All done")));

        assertThat(story.plan().state()).isEqualTo(PlanState.CLOSED);
        assertThat(story.plan().course().ending()).isEqualTo(new PlanView.Ending(date("2025-05"), null, "All done"));
    }

    @Test
    void names_the_plan_that_takes_its_place_and_those_whose_place_it_took() {
        PlanId wsoa = new PlanId("wsoa");
        story.by(OFFICE, new PlanTookOver(PLAN, date("2024-01"), wsoa));
        assertThat(story.plan().details().supersedes()).isEqualTo(wsoa);
        assertThat(story.plan().origins().predecessors())
                .containsExactly(new PlanView.Predecessor(wsoa, date("2024-01")));
        assertThat(story.plan().supersededBy()).isNull();

        story.by(OFFICE, new PlanSuperseded(PLAN, date("2025-05"), new PlanId("next"), null));
        assertThat(story.plan().supersededBy()).isEqualTo(new PlanId("next"));
    }

    @Test
    void a_new_area_comes_last_and_the_rest_stays() {
        Area area = new Area(new AreaCode("I1"), AreaKind.IMPROVEMENT, 1, null, new OrganisationCode("OCC"));
        story.by(OFFICE, new AreaAdded(PLAN, area));

        assertThat(story.plan().details().areas())
                .extracting(each -> each.code().value())
                .containsExactly("PA1", "PA3", "I1");
        assertThat(story.plan().details())
                .usingRecursiveComparison()
                .ignoringFields("areas")
                .isEqualTo(plan().details());
    }

    @Test
    void amending_replaces_the_details_and_keeps_the_state() {
        PlanDetails old = plan().details();
        PlanDetails details = new PlanDetails(
                "Priority action plan, second edition",
                old.type(),
                old.localArea(),
                old.draftSubmittedOn(),
                old.startsOn(),
                old.endsOn(),
                old.organisations(),
                old.areas(),
                old.themes(),
                old.workstreams(),
                old.boards(),
                old.supersedes());
        story.by(OFFICE, new PlanPublished(PLAN, date("2023-12-18"), null), new PlanAmended(PLAN, details));

        assertThat(story.plan().details()).usingRecursiveComparison().isEqualTo(details);
        assertThat(story.plan().state()).isEqualTo(PlanState.PUBLISHED);
    }

    @Test
    void says_what_of_it_is_not_approved_until_it_is_approved_again() {
        Area area = new Area(new AreaCode("I1"), AreaKind.IMPROVEMENT, 1, null, new OrganisationCode("OCC"));
        PlanApproved approved = new PlanApproved(PLAN, date("2023-12-12"), "Ofsted", null);
        story.by(OFFICE, approved, new PlanPublished(PLAN, date("2023-12-18"), null), new AreaAdded(PLAN, area));

        assertThat(story.plan().course().unapproved()).containsExactly("area I1");
        assertThat(story.plan().state()).isEqualTo(PlanState.PUBLISHED);

        story.by(OFFICE, approved);
        assertThat(story.plan().course().unapproved()).isEmpty();
        assertThat(story.plan().state()).isEqualTo(PlanState.PUBLISHED);
    }

    @Test
    void is_a_draft_again_once_it_is_reopened_and_stays_where_it_was_published() {
        PlanApproved approved = new PlanApproved(PLAN, date("2023-12-12"), "Ofsted", null);
        story.by(
                OFFICE,
                approved,
                new PlanPublished(PLAN, date("2023-12-18"), null),
                new PlanReopened(PLAN, date("2024-05-01"), ErasableText.of("A longer roadmap")));

        assertThat(story.plan().state()).isEqualTo(PlanState.DRAFT);
        assertThat(story.plan().course().approval()).isNull();
        assertThat(story.plan().course().reopening())
                .isEqualTo(new PlanView.Reopening(date("2024-05-01"), "A longer roadmap"));
        assertThat(story.plan().published()).isTrue();

        story.by(OFFICE, approved);
        assertThat(story.plan().state()).isEqualTo(PlanState.APPROVED);
        assertThat(story.plan().course().reopening()).isNull();
    }

    @Test
    void keeps_inspections_and_notices_in_the_order_recorded() {
        story.by(
                OFFICE,
                inspection("2023-07-13", "2023-07-21"),
                inspection("2021-07-01", "2021-07-02"),
                new ImprovementNoticeIssued(PLAN, date("2023-11-16"), "DfE", "Oxfordshire County Council", null));

        assertThat(story.plan().origins().inspections())
                .extracting(PlanView.Inspection::endedOn)
                .isEqualTo(List.of(date("2023-07-21"), date("2021-07-02")));
        assertThat(story.plan().origins().improvementNotices())
                .containsExactly(
                        new PlanView.ImprovementNotice(date("2023-11-16"), "DfE", "Oxfordshire County Council", null));
        assertThat(story.plan().state()).isEqualTo(PlanState.DRAFT);
    }

    private static InspectionRecorded inspection(String from, String to) {
        return new InspectionRecorded(
                PLAN, date(from), date(to), null, "Ofsted and CQC", ErasableText.of("Widespread failings"));
    }
}
