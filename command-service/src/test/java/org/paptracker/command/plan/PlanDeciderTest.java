package org.paptracker.command.plan;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.paptracker.command.Scenario;
import org.paptracker.command.plan.PlanCommand.AddArea;
import org.paptracker.command.plan.PlanCommand.ApprovePlan;
import org.paptracker.command.plan.PlanCommand.ClosePlan;
import org.paptracker.command.plan.PlanCommand.PublishPlan;
import org.paptracker.command.plan.PlanCommand.RecordImprovementNotice;
import org.paptracker.command.plan.PlanCommand.RecordInspection;
import org.paptracker.command.plan.PlanCommand.RegisterPlan;
import org.paptracker.command.plan.PlanCommand.SupersedePlan;
import org.paptracker.command.plan.PlanCommand.TakeOver;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.ImprovementNoticeIssued;
import org.paptracker.events.PlanEvent.InspectionRecorded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.Board;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.Organisation;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanType;
import org.paptracker.values.plan.Theme;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.Workstream;
import org.paptracker.values.plan.WorkstreamCode;

class PlanDeciderTest {
    private static final PlanId PLAN = new PlanId("oxfordshire-pap");
    private static final PlanId SUCCESSOR = new PlanId("oxfordshire-plan-2");
    private static final PlanId EARLIER = new PlanId("oxfordshire-wsoa");
    private static final Area PA1 =
            new Area(new AreaCode("PA1"), AreaKind.PRIORITY_ACTION, 1, null, new OrganisationCode("OCC"));
    private static final Area PA2 =
            new Area(new AreaCode("PA2"), AreaKind.PRIORITY_ACTION, 2, "Health", new OrganisationCode("ICB"));
    private static final Organisation OCC = new Organisation(new OrganisationCode("OCC"), "The council");
    private static final Organisation ICB = new Organisation(new OrganisationCode("ICB"), "The board");
    private static final Theme T1 = new Theme(new ThemeCode("T1"), "Early", List.of());
    private static final Workstream DATA = new Workstream(new WorkstreamCode("data"), "Data", null);
    private static final Board SIAB = new Board(new BoardCode("SIAB"), "The assurance board");
    private static final ErasableText NOTE = ErasableText.of("As minuted");
    private static final BusinessDate APPROVED_ON = date("2023-12-12");
    private static final BusinessDate PUBLISHED_ON = date("2023-12-18");
    private static final BusinessDate TOMORROW = date("2025-03-01");
    private static final BusinessDate TODAY = BusinessDate.day(Scenario.TODAY);

    private static BusinessDate date(String text) {
        return BusinessDate.parse(text);
    }

    /** A plan's details, as the tests of one field at a time need them. */
    private record Draft(
            String title,
            List<Organisation> organisations,
            List<Area> areas,
            List<Theme> themes,
            List<Workstream> workstreams,
            List<Board> boards,
            String startsOn,
            String endsOn,
            PlanId supersedes) {
        Draft() {
            this(
                    "SEND priority action plan",
                    List.of(OCC, ICB),
                    List.of(PA1),
                    List.of(T1),
                    List.of(DATA),
                    List.of(SIAB),
                    "2024-01",
                    "2025-04",
                    null);
        }

        PlanDetails details() {
            return new PlanDetails(
                    title,
                    PlanType.PAP,
                    "Oxfordshire",
                    null,
                    startsOn == null ? null : date(startsOn),
                    endsOn == null ? null : date(endsOn),
                    organisations,
                    areas,
                    themes,
                    workstreams,
                    boards,
                    supersedes);
        }

        Draft titled(String other) {
            return new Draft(other, organisations, areas, themes, workstreams, boards, startsOn, endsOn, supersedes);
        }

        Draft organisations(Organisation... other) {
            return new Draft(title, List.of(other), areas, themes, workstreams, boards, startsOn, endsOn, supersedes);
        }

        Draft areas(Area... other) {
            return new Draft(
                    title, organisations, List.of(other), themes, workstreams, boards, startsOn, endsOn, supersedes);
        }

        Draft themes(Theme... other) {
            return new Draft(
                    title, organisations, areas, List.of(other), workstreams, boards, startsOn, endsOn, supersedes);
        }

        Draft workstreams(Workstream... other) {
            return new Draft(title, organisations, areas, themes, List.of(other), boards, startsOn, endsOn, supersedes);
        }

        Draft boards(Board... other) {
            return new Draft(
                    title, organisations, areas, themes, workstreams, List.of(other), startsOn, endsOn, supersedes);
        }

        Draft from(String start, String end) {
            return new Draft(title, organisations, areas, themes, workstreams, boards, start, end, supersedes);
        }

        Draft superseding(PlanId earlier) {
            return new Draft(title, organisations, areas, themes, workstreams, boards, startsOn, endsOn, earlier);
        }
    }

    private static PlanDetails details() {
        return new Draft().details();
    }

    private static PlanRegistered registered() {
        return new PlanRegistered(PLAN, details());
    }

    private static PlanApproved approved() {
        return new PlanApproved(PLAN, APPROVED_ON, "Ofsted", null);
    }

    private static PlanPublished published() {
        return new PlanPublished(PLAN, PUBLISHED_ON, null);
    }

    private static PlanSuperseded superseded() {
        return new PlanSuperseded(PLAN, date("2025-01"), SUCCESSOR, null);
    }

    private static PlanClosed closed() {
        return new PlanClosed(PLAN, date("2025-01"), NOTE);
    }

    private static Scenario<Plan, PlanCommand, PlanEvent> given(PlanEvent... events) {
        return new Scenario<>(PlanDecider.RULES).given(Scenario.OFFICE, events);
    }

    private static RegisterPlan put(Draft draft) {
        return new RegisterPlan(PLAN, draft.details());
    }

    @Nested
    class Registering {
        @Test
        void records_the_plan() {
            given().when(put(new Draft())).then(new PlanRegistered(PLAN, details()));
        }

        @Test
        void needs_no_dates() {
            Draft undated = new Draft().from(null, null);
            given().when(put(undated)).then(new PlanRegistered(PLAN, undated.details()));
        }

        @Test
        void may_start_and_end_in_the_same_month() {
            Draft short_ = new Draft().from("2024-01", "2024-01");
            given().when(put(short_)).then(new PlanRegistered(PLAN, short_.details()));
        }

        @Test
        void is_refused_if_it_would_end_before_it_starts() {
            given().when(put(new Draft().from("2024-01", "2023-12-31")))
                    .thenRefused("plan.ends-before-start", "31 December 2023", "January 2024");
        }

        @Test
        void is_not_refused_while_one_of_its_dates_is_unknown() {
            Draft open = new Draft().from("2024-01", null);
            given().when(put(open)).then(new PlanRegistered(PLAN, open.details()));
            Draft beginning = new Draft().from(null, "2024-01");
            given().when(put(beginning)).then(new PlanRegistered(PLAN, beginning.details()));
        }

        @Test
        void is_refused_with_an_accountable_body_that_is_no_organisation_of_the_plan() {
            given().when(put(new Draft().organisations(OCC).areas(PA1, PA2)))
                    .thenRefused("plan.unknown-accountable-body", "PA2", "ICB");
        }

        @Test
        void is_refused_if_it_supersedes_itself() {
            given().when(put(new Draft().superseding(PLAN))).thenRefused("plan.supersedes-itself");
        }

        @Test
        void may_supersede_another_plan() {
            Draft second = new Draft().superseding(SUCCESSOR);
            given().when(put(second)).then(new PlanRegistered(PLAN, second.details()));
        }

        @Test
        void is_refused_with_a_code_given_twice() {
            given().when(put(new Draft().organisations(OCC, OCC)))
                    .thenRefused("plan.duplicate-code", "organisation", "OCC");
            given().when(put(new Draft().areas(PA1, PA1))).thenRefused("plan.duplicate-code", "area", "PA1");
            given().when(put(new Draft().themes(T1, T1))).thenRefused("plan.duplicate-code", "theme", "T1");
            given().when(put(new Draft().workstreams(DATA, DATA)))
                    .thenRefused("plan.duplicate-code", "workstream", "data");
            given().when(put(new Draft().boards(SIAB, SIAB))).thenRefused("plan.duplicate-code", "board", "SIAB");
        }
    }

    @Nested
    class Amending {
        @Test
        void records_the_whole_of_the_details_as_they_now_are() {
            Draft renamed = new Draft().titled("Another title");
            given(registered()).when(put(renamed)).then(new PlanAmended(PLAN, renamed.details()));
        }

        @Test
        void is_judged_by_the_latest_details() {
            Draft renamed = new Draft().titled("Another title");
            given(registered(), new PlanAmended(PLAN, renamed.details()))
                    .when(put(renamed))
                    .thenNothingMore();
        }

        @Test
        void with_the_same_content_records_nothing() {
            given(registered()).when(put(new Draft())).thenNothingMore();
        }

        @Test
        void with_the_same_content_is_not_refused_even_when_the_plan_has_ended() {
            given(registered(), approved(), closed()).when(put(new Draft())).thenNothingMore();
        }

        @Test
        void may_add_codes() {
            Draft more = new Draft().areas(PA1, PA2);
            given(registered()).when(put(more)).then(new PlanAmended(PLAN, more.details()));
        }

        @Test
        void is_refused_if_it_leaves_out_a_code() {
            given(new PlanRegistered(PLAN, new Draft().areas(PA1, PA2).details()))
                    .when(put(new Draft().areas(PA1)))
                    .thenRefused("plan.code-removed", "area PA2");
            given(registered()).when(put(new Draft().organisations(OCC))).thenRefused("plan.code-removed", "ICB");
            given(registered())
                    .when(put(new Draft().themes(new Theme[0])))
                    .thenRefused("plan.code-removed", "theme T1");
            given(registered())
                    .when(put(new Draft().workstreams(new Workstream[0])))
                    .thenRefused("plan.code-removed", "data");
            given(registered())
                    .when(put(new Draft().boards(new Board[0])))
                    .thenRefused("plan.code-removed", "board SIAB");
        }

        @Test
        void may_not_leave_out_an_area_that_was_added_later() {
            given(registered(), new AreaAdded(PLAN, PA2))
                    .when(put(new Draft().titled("Other")))
                    .thenRefused("plan.code-removed", "PA2");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            given(registered(), approved(), superseded())
                    .when(put(new Draft().titled("Other")))
                    .thenRefused("plan.ended", "superseded by plan oxfordshire-plan-2");
            given(registered(), approved(), closed())
                    .when(put(new Draft().titled("Other")))
                    .thenRefused("plan.ended", "closed");
        }
    }

    @Nested
    class Approving {
        private final ApprovePlan approve = new ApprovePlan(PLAN, APPROVED_ON, "Ofsted", NOTE);

        @Test
        void records_who_approved_and_when() {
            given(registered()).when(approve).then(new PlanApproved(PLAN, APPROVED_ON, "Ofsted", NOTE));
        }

        @Test
        void counts_from_today_if_no_date_is_given() {
            given(registered())
                    .when(new ApprovePlan(PLAN, null, "Ofsted", null))
                    .then(new PlanApproved(PLAN, TODAY, "Ofsted", null));
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(registered())
                    .when(new ApprovePlan(PLAN, TOMORROW, "Ofsted", null))
                    .thenRefused("effective-on.in-future", "1 March 2025", "28 February 2025");
        }

        @Test
        void is_refused_for_an_unknown_plan() {
            given().when(approve).thenRefused("plan.unknown", "oxfordshire-pap");
        }

        @Test
        void again_records_nothing() {
            given(registered(), approved()).when(approve).thenNothingMore();
            given(registered(), approved(), published()).when(approve).thenNothingMore();
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            given(registered(), approved(), closed()).when(approve).thenRefused("plan.ended");
        }
    }

    @Nested
    class Publishing {
        private final PublishPlan publish = new PublishPlan(PLAN, PUBLISHED_ON, "https://example.org/plan");

        @Test
        void records_where_it_can_be_read() {
            given(registered(), approved())
                    .when(publish)
                    .then(new PlanPublished(PLAN, PUBLISHED_ON, "https://example.org/plan"));
        }

        @Test
        void is_refused_before_approval() {
            given(registered()).when(publish).thenRefused("plan.not-approved");
        }

        @Test
        void is_refused_for_an_unknown_plan() {
            given().when(publish).thenRefused("plan.unknown");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(registered(), approved())
                    .when(new PublishPlan(PLAN, TOMORROW, null))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void again_records_nothing() {
            given(registered(), approved(), published()).when(publish).thenNothingMore();
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            given(registered(), approved(), superseded()).when(publish).thenRefused("plan.ended");
        }
    }

    @Nested
    class Superseding {
        private final SupersedePlan supersede = new SupersedePlan(PLAN, date("2025-02"), SUCCESSOR, NOTE);

        @Test
        void names_the_successor() {
            PlanSuperseded expected = new PlanSuperseded(PLAN, date("2025-02"), SUCCESSOR, NOTE);
            given(registered(), approved()).when(supersede).then(expected);
            given(registered(), approved(), published()).when(supersede).then(expected);
        }

        @Test
        void is_refused_while_the_plan_is_a_draft() {
            given(registered()).when(supersede).thenRefused("plan.not-published", "draft", "superseded");
        }

        @Test
        void is_refused_if_the_successor_is_the_plan_itself() {
            given(registered(), approved())
                    .when(new SupersedePlan(PLAN, null, PLAN, null))
                    .thenRefused("plan.supersedes-itself");
        }

        @Test
        void is_refused_for_an_unknown_plan() {
            given().when(supersede).thenRefused("plan.unknown");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(registered(), approved())
                    .when(new SupersedePlan(PLAN, TOMORROW, SUCCESSOR, null))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void by_the_same_successor_again_records_nothing() {
            given(registered(), approved(), superseded()).when(supersede).thenNothingMore();
        }

        @Test
        void by_another_successor_is_refused() {
            given(registered(), approved(), superseded())
                    .when(new SupersedePlan(PLAN, null, new PlanId("third"), null))
                    .thenRefused("plan.ended");
        }
    }

    @Nested
    class Taking_over {
        private final TakeOver takeOver = new TakeOver(PLAN, date("2025-02"), EARLIER);
        private final PlanTookOver tookOver = new PlanTookOver(PLAN, date("2025-02"), EARLIER);

        @Test
        void names_the_plan_that_gave_way() {
            given(registered()).when(takeOver).then(tookOver);
            given(registered(), approved(), published()).when(takeOver).then(tookOver);
        }

        @Test
        void is_refused_by_a_plan_that_is_not_registered() {
            given().when(takeOver).thenRefused("plan.unknown-successor", "oxfordshire-pap", "wsoa");
        }

        @Test
        void is_refused_by_a_plan_that_has_ended_so_there_are_no_circles() {
            given(registered(), approved(), superseded()).when(takeOver).thenRefused("plan.ended");
            given(registered(), approved(), closed()).when(takeOver).thenRefused("plan.ended");
        }

        @Test
        void stays_said_when_the_plan_is_put_again_without_it() {
            given(registered(), tookOver).when(put(new Draft())).thenNothingMore();
            given(registered(), tookOver)
                    .when(put(new Draft().superseding(EARLIER)))
                    .thenNothingMore();
            given(registered(), tookOver)
                    .when(put(new Draft().titled("Other")))
                    .then(new PlanAmended(
                            PLAN,
                            new Draft().titled("Other").superseding(EARLIER).details()));
        }

        @Test
        void is_not_taken_back_by_naming_another() {
            given(registered(), tookOver)
                    .when(put(new Draft().superseding(SUCCESSOR)))
                    .thenRefused("plan.supersedes-another", "wsoa");
            given(new PlanRegistered(PLAN, new Draft().superseding(SUCCESSOR).details()))
                    .when(put(new Draft().superseding(EARLIER)))
                    .then(new PlanAmended(PLAN, new Draft().superseding(EARLIER).details()));
        }

        @Test
        void from_several_plans_is_possible() {
            PlanId pap = new PlanId("first-pap");
            given(registered(), tookOver)
                    .when(new TakeOver(PLAN, date("2025-02"), pap))
                    .then(new PlanTookOver(PLAN, date("2025-02"), pap));
            given(registered(), tookOver, new PlanTookOver(PLAN, date("2025-02"), pap))
                    .when(put(new Draft().superseding(EARLIER)))
                    .then(new PlanAmended(PLAN, new Draft().superseding(EARLIER).details()));
        }
    }

    @Nested
    class Closing {
        private final ClosePlan close = new ClosePlan(PLAN, date("2025-02-13"), NOTE);

        @Test
        void records_the_reason() {
            PlanClosed expected = new PlanClosed(PLAN, date("2025-02-13"), NOTE);
            given(registered(), approved()).when(close).then(expected);
            given(registered(), approved(), published()).when(close).then(expected);
        }

        @Test
        void is_refused_while_the_plan_is_a_draft() {
            given(registered()).when(close).thenRefused("plan.not-published", "closed");
        }

        @Test
        void is_refused_for_an_unknown_plan() {
            given().when(close).thenRefused("plan.unknown");
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(registered(), approved())
                    .when(new ClosePlan(PLAN, TOMORROW, NOTE))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void again_records_nothing() {
            given(registered(), approved(), closed()).when(close).thenNothingMore();
        }

        @Test
        void is_refused_once_it_is_superseded() {
            given(registered(), approved(), superseded()).when(close).thenRefused("plan.ended");
        }
    }

    @Nested
    class Adding_an_area {
        @Test
        void records_it() {
            given(registered()).when(new AddArea(PLAN, PA2)).then(new AreaAdded(PLAN, PA2));
        }

        @Test
        void again_records_nothing() {
            given(registered()).when(new AddArea(PLAN, PA1)).thenNothingMore();
            given(registered(), new AreaAdded(PLAN, PA2))
                    .when(new AddArea(PLAN, PA2))
                    .thenNothingMore();
        }

        @Test
        void is_refused_if_its_code_says_something_else_already() {
            Area other = new Area(PA1.code(), AreaKind.OTHER, 9, "Other", PA1.accountableBody());
            given(registered()).when(new AddArea(PLAN, other)).thenRefused("plan.duplicate-code", "PA1");
        }

        @Test
        void is_refused_with_an_unknown_accountable_body() {
            Area area = new Area(new AreaCode("PA3"), AreaKind.OTHER, 3, null, new OrganisationCode("X"));
            given(registered()).when(new AddArea(PLAN, area)).thenRefused("plan.unknown-accountable-body", "PA3", "X");
        }

        @Test
        void is_refused_for_an_unknown_plan() {
            given().when(new AddArea(PLAN, PA2)).thenRefused("plan.unknown");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            given(registered(), approved(), closed())
                    .when(new AddArea(PLAN, PA2))
                    .thenRefused("plan.ended");
        }
    }

    @Nested
    class Recording_an_inspection {
        private final RecordInspection record = new RecordInspection(
                PLAN, date("2023-07-13"), date("2023-07-21"), date("2023-09-15"), "Ofsted and CQC", NOTE);
        private final InspectionRecorded recorded = new InspectionRecorded(
                PLAN, date("2023-07-13"), date("2023-07-21"), date("2023-09-15"), "Ofsted and CQC", NOTE);

        @Test
        void counts_from_its_last_day() {
            given(registered()).when(record).then(recorded);
        }

        @Test
        void again_records_nothing() {
            given(registered(), recorded).when(record).thenNothingMore();
        }

        @Test
        void may_follow_another() {
            RecordInspection second = new RecordInspection(
                    PLAN, date("2025-01"), date("2025-01"), null, "Ofsted", ErasableText.of("Better"));
            given(registered(), recorded)
                    .when(second)
                    .then(new InspectionRecorded(
                            PLAN, date("2025-01"), date("2025-01"), null, "Ofsted", ErasableText.of("Better")));
        }

        @Test
        void is_refused_if_it_ends_before_it_starts() {
            given(registered())
                    .when(new RecordInspection(PLAN, date("2023-07-21"), date("2023-07-13"), null, "Ofsted", NOTE))
                    .thenRefused("inspection.ends-before-start", "13 July 2023", "21 July 2023");
        }

        @Test
        void is_refused_before_it_has_ended() {
            given(registered())
                    .when(new RecordInspection(PLAN, date("2025-02-28"), TOMORROW, null, "Ofsted", NOTE))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_for_an_unknown_plan() {
            given().when(record).thenRefused("plan.unknown");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            given(registered(), approved(), closed()).when(record).thenRefused("plan.ended");
        }
    }

    @Nested
    class Recording_an_improvement_notice {
        private final RecordImprovementNotice record =
                new RecordImprovementNotice(PLAN, date("2023-11-16"), "DfE", "The council", null);
        private final ImprovementNoticeIssued issued =
                new ImprovementNoticeIssued(PLAN, date("2023-11-16"), "DfE", "The council", null);

        @Test
        void counts_from_the_day_it_was_issued() {
            given(registered()).when(record).then(issued);
        }

        @Test
        void again_records_nothing() {
            given(registered(), issued).when(record).thenNothingMore();
        }

        @Test
        void is_refused_for_a_day_still_to_come() {
            given(registered())
                    .when(new RecordImprovementNotice(PLAN, TOMORROW, "DfE", "The council", null))
                    .thenRefused("effective-on.in-future");
        }

        @Test
        void is_refused_for_an_unknown_plan() {
            given().when(record).thenRefused("plan.unknown");
        }

        @Test
        void is_refused_once_the_plan_has_ended() {
            given(registered(), approved(), superseded()).when(record).thenRefused("plan.ended");
        }
    }
}
