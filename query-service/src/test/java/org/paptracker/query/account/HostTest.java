package org.paptracker.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.query.QueryService;

/** Anybody can write a Host header, so no answer leads anyone to where it says. */
class HostTest {
    @TempDir
    static Path directory;

    private static QueryService service;
    private static TestIssuer issuer;

    @BeforeAll
    static void start() {
        issuer = new TestIssuer(0);
        service = QueryService.startWith(
                directory, "pap.issuer-uri=" + issuer.uri(), "pap.client-id=" + TestIssuer.CLIENT);
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/v3/api-docs",
                "/oauth2/authorization/issuer",
                "/login/oauth2/code/issuer?state=x&code=y",
                "/nothing",
                "/api/v1/plans"
            })
    void is_in_no_answer(String path) throws IOException {
        for (String host : new String[] {"elsewhere.example", "elsewhere.example:81"}) {
            assertThat(get(path, "Host: " + host)).startsWith("HTTP/1.1 ").doesNotContain("elsewhere");
        }
        assertThat(get("http://elsewhere.example" + path, "Host: elsewhere.example"))
                .doesNotContain("elsewhere");
        assertThat(get(
                        path,
                        "Host: 127.0.0.1",
                        "X-Forwarded-Host: elsewhere.example",
                        "Forwarded: host=elsewhere.example"))
                .doesNotContain("elsewhere");
    }

    private static String get(String path, String... headers) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                + "\r\nAccept: text/html, */*\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
