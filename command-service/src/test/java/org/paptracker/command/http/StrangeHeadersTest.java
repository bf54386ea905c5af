package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.CommandService;

class StrangeHeadersTest {
    private final CommandService service = CommandService.shared();

    private CommandService.Answer start(String header, String value) {
        return service.post("office", service.action() + "/start", "{}", header, value);
    }

    @ParameterizedTest
    @CsvSource({
        "If-Match, *",
        "If-Match, W/\"1\"",
        "If-Match, \"99999999999999999999\"",
        "If-Match, one",
        "Guard-Override, ../..",
        "Idempotency-Key, a b",
    })
    void a_header_that_is_not_as_agreed_is_named(String header, String value) {
        assertThat(start(header, value).is(400, "request.invalid-value").error(header))
                .startsWith("must be");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 9_000})
    void a_key_has_a_length(int length) {
        assertThat(start("Idempotency-Key", "k".repeat(length))
                        .is(400, "request.invalid-value")
                        .error("Idempotency-Key"))
                .startsWith("must be 1 to 200");
    }
}
