package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.CommandService;

/** Requests that no client library would send. */
class StrangeRequestsTest {
    private static final String TEMPLATE = "/api/v1/plans/p/imports/template";

    private final CommandService service = CommandService.shared();

    /** The answer to a request whose head is this, without the empty line. */
    private String ask(String head) {
        return ask(head, "");
    }

    private String ask(String head, String body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(20_000);
            String connection = head.contains("Connection:") ? "" : "\r\nConnection: close";
            String request = head + connection + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + CommandService.basic("office");
    }

    private static void isProblem(String answer, int status, String code) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
        assertThat(answer).contains("\"code\":\"" + code + "\"");
        assertThat(answer).doesNotContain("<html", "Exception", "at org.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/plans/%00",
                "/api/v1/plans/a%2fb",
                "/api/v1/plans/a%5cb",
                "/api/v1/plans/%2e%2e/p",
                "/api/v1/plans/../plans",
                "/api/v1/plans/./p",
                "/api/v1//plans/p",
                "/api/v1/plans/p;jsessionid=1",
                "/api/v1/plans/%c0%af",
                "/api/v1/plans/%ff",
                "/api/v1/plans/%zz",
                "/api/v1/plans/%",
                "/api/v1/plans/a b",
                "/api/v1/plans/a|b",
                "/api/v1/plans/%0d%0aX-Planted:1",
                "/api/v1/plans/%25%30%30"
            })
    void a_path_that_means_two_things_means_none(String path) {
        isProblem(ask(get(path + "/imports/template?kind=progress")), 400, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=%zz", "kind=%ff", "=1", "kind=%"})
    void a_parameter_that_cannot_be_read_is_malformed(String query) {
        isProblem(ask(get(TEMPLATE + "?" + query)), 400, "request.invalid-value");
    }

    @Test
    void a_hundred_parameters_are_enough() {
        isProblem(ask(get(TEMPLATE + "?" + "x=1&".repeat(101))), 400, "request.invalid-value");
    }

    @Test
    void headers_and_address_have_a_size() {
        isProblem(ask(get(TEMPLATE) + "\r\nX-Long: " + "v".repeat(17_000)), 400, "request.malformed");
        isProblem(ask(get(TEMPLATE + "?" + "v".repeat(17_000))), 400, "request.malformed");
        isProblem(ask(get(TEMPLATE) + "\r\nX-Many: 1".repeat(101)), 400, "request.malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, 405, request.method-not-allowed",
        "CONNECT, 405, request.method-not-allowed",
        "FOO, 400, request.malformed",
        "get, 400, request.malformed",
        "DELETE, 405, request.method-not-allowed",
    })
    void a_method_that_nobody_needs_does_nothing(String method, int status, String code) {
        isProblem(ask(get(TEMPLATE).replaceFirst("GET", method)), status, code);
    }

    @Test
    void a_method_in_a_header_is_not_listened_to() {
        String plan = service.plan();
        assertThat(ask(get(plan + "/imports/template?kind=progress") + "\r\nX-HTTP-Method-Override: DELETE"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void an_expectation_that_cannot_be_met_is_refused() {
        isProblem(ask(get(TEMPLATE) + "\r\nExpect: miracles"), 417, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Etxet", "a\u2066b", "a\u200Bb", "a\u00ADb"})
    void a_source_is_one_line_of_what_can_be_seen(String source) {
        String raw = new String(source.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String head = "POST " + service.action() + "/start HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + CommandService.basic("office")
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nX-Source: " + raw;
        String answer = ask(head, "{}");
        isProblem(answer, 400, "request.invalid-value");
        assertThat(answer).contains("X-Source", "must be one line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "[::", "x@y"})
    void a_host_that_is_none_is_refused(String host) {
        isProblem(ask(get(TEMPLATE).replaceFirst("Host: x", "Host: " + host)), 400, "request.malformed");
    }

    @Test
    void two_versions_are_none() {
        String plan = service.plan();
        String put = "PUT " + plan + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + CommandService.basic("office")
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + CommandService.REGISTRATION.length();
        String answer = ask(put + "\r\nIf-Match: \"7\"\r\nIf-Match: \"0\"", CommandService.REGISTRATION);
        isProblem(answer, 400, "request.invalid-value");
        answer = ask(put + "\r\nIf-Match: \"0\", \"7\"", CommandService.REGISTRATION);
        isProblem(answer, 400, "request.invalid-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "text/xml",
                "application/json;charset=nope",
                "*/*",
                "application/*",
                "nonsense"
            })
    void only_JSON_is_read_as_JSON(String type) {
        service.send("PUT", "office", "/api/v1/plans/strange", CommandService.REGISTRATION, "Content-Type", type)
                .is(415, "request.unsupported-media-type");
    }

    @Test
    void what_is_no_UTF_8_is_refused() {
        byte[] body = CommandService.REGISTRATION.replace("SEND", "S\u00c9ND").getBytes(StandardCharsets.ISO_8859_1);
        String head = "PUT /api/v1/plans/strange HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + CommandService.basic("office")
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length;
        isProblem(ask(head, new String(body, StandardCharsets.ISO_8859_1)), 400, "request.not-json");
    }
}
