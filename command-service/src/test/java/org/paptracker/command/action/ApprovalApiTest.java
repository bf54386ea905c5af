package org.paptracker.command.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.AGREEMENT;
import static org.paptracker.command.CommandService.REGISTRATION;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.Assessor;

/** What was approved, and what somebody said, stays as it was: over HTTP. */
class ApprovalApiTest {
    private static final String CLAIM =
            "{\"completedOn\": \"2025-02-13\", \"note\": \"Done\", \"noEvidenceReason\": \"None yet\"}";
    private static final String RENAMED = "{\"title\": \"Most cases assessed\", \"dueOn\": \"2025-04\"}";

    private final CommandService service = CommandService.shared();

    @Test
    void a_milestone_is_not_amended_from_its_claim_on_until_it_is_reopened() {
        String action = service.action();
        String milestone = action + "/milestones/PA3-01.1";
        service.post("lead-t1", milestone + "/completion", CLAIM).is(200);
        service.put("office", milestone, RENAMED).is(409, "milestone.claim-pending");
        service.put("office", action, AGREEMENT.replace("\"OCC\"", "")).is(409, "milestone.claim-pending");
        service.post("board", milestone + "/completion/verification", "").is(200);
        service.put("office", milestone, RENAMED).is(409, "milestone.complete");
        service.put("office", action, AGREEMENT.replace("Clear the", "Start on the"))
                .is(409, "action.milestone-verified");
        service.post("board", milestone + "/reopening", "{\"reason\": \"Not all\"}")
                .is(200);
        service.put("office", milestone, RENAMED).is(200);
    }

    @Test
    void a_published_plan_keeps_its_end_until_the_board_reopens_it() {
        String plan = service.plan();
        String longer = REGISTRATION.replace("\"type\"", "\"endsOn\": \"2026-04\", \"type\"");
        service.post("board", plan + "/approval", "{\"approvedBy\": \"Ofsted\"}")
                .is(200);
        service.post("office", plan + "/publication", "").is(200);
        service.put("office", plan, longer).is(409, "plan.approved");
        service.post("office", plan + "/reopening", "{\"reason\": \"More time\"}")
                .is(403, "request.forbidden");
        service.post("board", plan + "/reopening", "{}").is(400, "request.missing-field");
        service.post("board", plan + "/reopening", "{\"reason\": \"More time\"}")
                .is(200);
        service.put("office", plan, longer).is(200);
        service.post("office", plan + "/publication", "").is(409, "plan.not-approved");
        service.post("board", plan + "/approval", "{\"approvedBy\": \"Ofsted\"}")
                .is(200);
        service.post("office", plan + "/publication", "").is(200);
    }

    @Test
    void a_rating_is_by_whom_it_is_and_complete_only_with_a_claim() {
        String action = service.action();
        String milestone = action + "/milestones/PA3-01.1";
        String embedded = "{\"note\": \"x\", \"percentComplete\": 5, \"rating\": \"COMPLETE_EMBEDDED\"}";
        service.post("lead-t1", milestone + "/progress", embedded).is(409, "assessment.not-embedded");
        service.post("office", milestone + "/assessments", "{\"assessor\": \"PMO\", \"rating\": \"COMPLETE\"}")
                .is(409, "assessment.not-claimed");
        service.post("office", action + "/assessments", "{\"assessor\": \"PMO\", \"rating\": \"COMPLETE\"}")
                .is(409, "assessment.not-claimed");
        service.post("office", milestone + "/progress", "{\"note\": \"x\", \"rating\": \"AT_RISK\"}")
                .is(200);
        assertThat(latest(action).assessor()).isEqualTo(Assessor.PMO);
    }

    @Test
    void an_imported_rating_is_by_whom_it_is_too() {
        String action = service.action();
        String plan = action.substring(0, action.indexOf("/actions"));
        String table = "action,milestone,note,rating\nPA3-01,PA3-01.1,As reported,%s\n";
        service.upload("office", plan + "/imports", "text/csv", bytes(table.formatted("COMPLETE")))
                .is(409, "import.rows-refused");
        service.upload("office", plan + "/imports", "text/csv", bytes(table.formatted("AT_RISK")))
                .is(200);
        assertThat(latest(action).assessor()).isEqualTo(Assessor.PMO);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_report_is_put_right_by_its_author_or_by_the_office_with_a_reason() {
        String action = service.action();
        String progress = action + "/milestones/PA3-01.1/progress";
        service.post("lead-t1", progress, "{\"note\": \"Half\"}").is(200);
        String correction = "{\"note\": \"A third\", \"corrects\": %d}".formatted(service.position());
        String withReason = correction.replace("}", ", \"reason\": \"Miscounted\"}");
        service.post("executive", progress, withReason).is(409, "correction.not-yours");
        service.post("office", progress, correction).is(409, "correction.reason-needed");
        service.post("office", progress, "{\"note\": \"x\", \"corrects\": 1, \"reason\": \"x\"}")
                .is(409, "milestone.corrects-unknown");
        service.post("office", progress, withReason).is(200);
        assertThat(latest(action).reason()).isEqualTo(ErasableText.of("Miscounted"));
        service.post("lead-t1", progress, correction).is(409, "milestone.corrects-unknown");
    }

    private MilestoneProgressRecorded latest(String action) {
        var events = service.stream(action.replace("/api/v1/plans/", "action:").replace("/actions/", "/"));
        return (MilestoneProgressRecorded) events.get(events.size() - 1).getPayload();
    }
}
