package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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

    @Test
    void what_is_no_UTF_8_is_refused() throws IOException {
        String action = service.action();
        for (String source : new String[] {"minutes \u00C0\u00AF", "minutes \u00E9", "minutes \u00ED\u00A0\u0080"}) {
            assertThat(raw("POST " + action + "/start", "X-Source: " + source)).startsWith("HTTP/1.1 400");
        }
        assertThat(raw("POST " + action + "%C0%AF/start", "X-Source: x")).startsWith("HTTP/1.1 400");
        assertThat(raw("POST " + action + "/start?x=%E0%80%AF", "X-Source: x")).startsWith("HTTP/1.1 400");
        assertThat(raw("POST " + action + "/start", "X-Source: minutes \u00C3\u00A9"))
                .startsWith("HTTP/1.1 200");
    }

    /** Bytes as they are. */
    private String raw(String line, String header) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + CommandService.basic("office")
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n" + header
                + "\r\n\r\n{}";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
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
