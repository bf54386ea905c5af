package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    @Test
    void names_every_command() {
        JsonNode api = CommandService.shared().get("/v3/api-docs").is(200).json();
        assertThat(api.path("paths").propertyNames())
                .contains(
                        "/api/v1/plans/{plan}",
                        "/api/v1/plans/{plan}/improvement-notices",
                        "/api/v1/plans/{plan}/actions/{action}/resumption",
                        "/api/v1/plans/{plan}/evidence/{evidence}/upholding",
                        "/api/v1/plans/{plan}/kpis/{kpi}/measurements/{period}/revisions",
                        "/api/v1/plans/{plan}/actions/{action}/milestones/{milestone}/rebaseline/refusal")
                .hasSizeGreaterThanOrEqualTo(28);
    }

    @Test
    void two_bodies_of_one_name_are_not_taken_for_each_other() {
        JsonNode schemas =
                CommandService.shared().get("/v3/api-docs").is(200).json().at("/components/schemas");
        assertThat(schemas.at("/VoiceClosure/properties").propertyNames()).contains("agreedBy");
        assertThat(schemas.at("/PlanClosure/properties").propertyNames()).doesNotContain("agreedBy");
        assertThat(schemas.at("/RedactionProposal/properties").propertyNames()).contains("legalBasis");
    }
}
