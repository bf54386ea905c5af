package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.command.CommandService;

/** What was asked for in a way that nobody understands is not passed over: it could have been a rehearsal. */
class KnownParametersTest {
    private final CommandService service = CommandService.shared();
    private final String action = service.action();
    private final String plan = action.substring(0, action.indexOf("/actions"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dryrun=true | dryrun | write it dryRun",
                "DRYRUN=true | DRYRUN | write it dryRun",
                "dry_run=true | dry_run | takes dryRun, partial",
                "dryRun= | dryRun | is empty",
                "dryRun | dryRun | is empty",
                "dryRun=%20 | dryRun | is empty",
                "dryRun=true&dryRun=false | dryRun | is given 2 times",
                "partial=true&partial=true | partial | is given 2 times"
            })
    void an_import_that_was_meant_to_be_tried_records_nothing(String query, String parameter, String words) {
        long before = service.position();
        String row = "action,milestone,effectiveOn,note\nPA3-01,PA3-01.1,2025-02-13,Tried\n";
        CommandService.Answer answer = service.post(
                        "office", plan + "/imports?" + query, row, "Content-Type", "text/csv")
                .is(400);
        assertThat(answer.error(parameter)).contains(words);
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void every_wrong_parameter_is_named_at_once() {
        CommandService.Answer answer = service.post(
                        "office", plan + "/imports?dryrun=true&partial=&x=1", "", "Content-Type", "text/csv")
                .is(400);
        assertThat(answer.json().path("errors").size()).isEqualTo(3);
    }

    @Test
    void an_address_that_takes_none_says_so() {
        assertThat(service.post("office", action + "/start?dryRun=true", "{}")
                        .is(400)
                        .error("dryRun"))
                .contains("takes none");
    }

    @Test
    void a_caller_without_the_right_hears_that_first() {
        service.post("reviewer", action + "/start?x=1", "{}").is(403);
    }
}
