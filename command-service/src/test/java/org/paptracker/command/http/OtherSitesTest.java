package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.CommandService;

/** What another site could make a browser send that once was given a name and a password. */
class OtherSitesTest {
    private static final CommandService SERVICE = CommandService.shared();

    private static String own() {
        return "127.0.0.1:" + SERVICE.port();
    }

    /** A bodyless command, with header lines exactly as given. */
    private static String start(CommandService service, String... headers) throws IOException {
        return post(service, service.action() + "/start", "", headers);
    }

    private static String post(CommandService service, String path, String body, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + service.port()
                + "\r\nAuthorization: " + CommandService.basic("office") + "\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n");
        for (String header : headers) request.append(header).append("\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://elsewhere.example",
                "Origin: null",
                "Origin:",
                "Origin: http://{own}.elsewhere.example",
                "Origin: https://{own}",
                "Origin: http://127.0.0.1:1",
                "Origin: http://localhost:1",
                "Origin: http://x@{own}",
                "Origin: http://{own}\r\nOrigin: https://elsewhere.example",
                "Origin: http://{own} https://elsewhere.example",
                "Referer: https://elsewhere.example/form",
                "Referer: about:blank",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: Cross-Site",
                "Sec-Fetch-Site: same-site",
                "sec-fetch-site: CROSS-SITE",
                "Sec-Fetch-Site: \"cross-site\"",
                "Sec-Fetch-Site: cross-site;a=1",
                "Sec-Fetch-Site: same-origin, cross-site",
                "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: Same-Origin",
                "Sec-Fetch-Site: sideways",
                "Sec-Fetch-Site:",
                "Sec-Fetch-Site: none\r\nOrigin: https://elsewhere.example"
            })
    void is_refused_however_it_is_written(String headers) throws IOException {
        assertThat(start(SERVICE, "Content-Type: application/json", headers.replace("{own}", own())))
                .startsWith("HTTP/1.1 403")
                .contains("request.from-another-site");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://{own}",
                "Origin: HTTP://{own}",
                "Referer: http://{own}/account?x=1",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Sec-Fetch-Site: same-origin\r\nOrigin: http://{own}",
                "X-Source: minutes of 3 March"
            })
    void this_site_and_programs_can_write(String headers) throws IOException {
        assertThat(start(SERVICE, "Content-Type: application/json", headers.replace("{own}", own())))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Source: x",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: text/plain",
                "Content-Type: text/plain; application/json",
                "Content-Type: text/plain\r\nIdempotency-Key: k",
                "Content-Type: application/json, text/plain",
                "Content-Type: text/plain, application/json",
                "Content-Type: application/json\r\nContent-Type: text/plain",
                "Content-Type: application/problem+json",
                "Content-Type: application/json; charset=utf-16",
                "Content-Type: application/json; charset=nonsense",
                "Content-Type: text/csv",
                "Content-Type: */*",
                "Content-Type:"
            })
    void a_write_says_that_it_is_JSON(String headers) throws IOException {
        assertThat(start(SERVICE, headers)).startsWith("HTTP/1.1 415").contains("request.unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json",
                "Content-Type: Application/JSON;charset=UTF-8",
                "Idempotency-Key: other-sites-1",
                "If-Match: \"1\"",
                "X-Requested-With: curl"
            })
    void or_carries_a_header_that_no_form_can_send(String header) throws IOException {
        assertThat(start(SERVICE, header)).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_body_needs_its_type_whatever_else_is_said() throws IOException {
        assertThat(post(SERVICE, SERVICE.action() + "/start", "{}", "X-Requested-With: curl"))
                .startsWith("HTTP/1.1 415");
    }

    @ParameterizedTest
    @CsvSource({"https://plans.example.org, 200", "https://plans.example.org:443, 200", "http://{own}, 403", "null, 403"
    })
    void its_own_site_is_what_the_settings_say(String origin, int status, @TempDir Path directory) throws IOException {
        try (CommandService service =
                CommandService.start(directory, "pap.public-address", "https://plans.example.org")) {
            String given = origin.replace("{own}", "127.0.0.1:" + service.port());
            assertThat(start(service, "Content-Type: application/json", "Origin: " + given))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void the_description_of_the_API_does_not_repeat_who_was_asked() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.port())) {
            socket.getOutputStream()
                    .write("GET /v3/api-docs HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"servers\"")
                    .doesNotContain("elsewhere");
        }
    }
}
