package org.paptracker.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.QueryService;

/** Pages, without an identity provider: a form for the local users. */
class LocalSignInTest {
    private static final String PASSWORD = "for-tests-only";
    private static final String WORDS = "Somebody-by-name";

    @TempDir
    static Path directory;

    private static QueryService service;

    private final Browser browser = new Browser(service.port());

    @BeforeAll
    static void start() {
        service = QueryService.startWith(directory, "server.forward-headers-strategy=native");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anyone_who_has_not_signed_in_is_sent_there_and_then_back() {
        HttpResponse<String> answer = browser.get("/account");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).endsWith("/sign-in");

        HttpResponse<String> page = browser.follow(browser.signIn("lead-t2", PASSWORD));

        assertThat(page.uri().getPath()).isEqualTo("/account");
        assertThat(page.body())
                .contains("<html lang=\"en-GB\"", "lead-t2", "workstream lead", "OCC", "T2", "the partnership")
                .contains("Sign out")
                .doesNotContain("th:")
                .doesNotContain("<script")
                .doesNotContain("style=");
    }

    @Test
    void the_form_names_its_fields_and_repeats_nothing() {
        HttpResponse<String> page = browser.get("/sign-in?failed=" + WORDS + "&name=" + WORDS);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<label for=\"name\">", "<label for=\"password\">", "<h1>Sign in</h1>", "not signed in")
                .doesNotContain(WORDS);
        assertThat(browser.get("/pages/style.css").statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_leads_back_with_a_sentence() {
        HttpResponse<String> answer = browser.signIn("executive", "wrong");

        assertThat(Browser.location(answer)).endsWith("/sign-in?failed=wrong");
        assertThat(browser.follow(answer).body()).contains("The name or the password is wrong.");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void after_ten_wrong_passwords_the_sentence_says_to_wait() {
        for (int i = 0; i < 10; i++) browser.signIn("lead-t4", "wrong");

        HttpResponse<String> answer = browser.signIn("lead-t4", PASSWORD);

        assertThat(browser.follow(answer).body()).contains("wait a minute");
    }

    @Test
    void the_cookie_is_for_this_site_and_no_script() {
        HttpResponse<String> plain = browser.get("/sign-in");
        assertThat(plain.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("pap_session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Domain");

        HttpResponse<String> overHttps = new Browser(service.port())
                .get("/sign-in", "X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1");
        assertThat(overHttps.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("Secure");
        assertThat(overHttps.headers().firstValue("Strict-Transport-Security").orElse(""))
                .startsWith("max-age=31536000");
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void a_session_from_before_signing_in_is_worth_nothing_after() {
        browser.get("/sign-in");
        String planted = browser.session();

        browser.signIn("board", PASSWORD);

        assertThat(browser.session()).isNotEmpty().isNotEqualTo(planted);
        assertThat(with("/account", planted).statusCode()).isEqualTo(302);
        assertThat(with("/account", browser.session()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_does_nothing() {
        assertThat(browser.post("/sign-in", Map.of("name", "board", "password", PASSWORD)))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(answer.body()).contains("out of date").contains("<html");
                });
        browser.signIn("board", PASSWORD);
        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/sign-out", Map.of("_csrf", "x")).statusCode()).isEqualTo(403);
        assertThat(browser.get("/sign-out").statusCode()).isNotEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session() {
        browser.signIn("board", PASSWORD);
        String session = browser.session();

        HttpResponse<String> answer =
                browser.post("/sign-out", Map.of("_csrf", Browser.token(browser.get("/account"))));

        assertThat(browser.follow(answer).body()).contains("You are signed out");
        assertThat(with("/account", session).statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_opens_no_door_of_the_api() {
        browser.signIn("office", PASSWORD);

        for (String path : List.of("/api/v1/redactions", "/%61pi/v1/redactions", "/actuator/prometheus")) {
            assertThat(with(path, browser.session()).statusCode()).as(path).isIn(400, 401);
        }
        HttpRequest post = HttpRequest.newBuilder(address("/api/v1/redactions"))
                .header("Cookie", "pap_session=" + browser.session())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(service.send(post).statusCode()).isIn(401, 405);
    }

    @Test
    void a_password_in_the_header_opens_no_page_and_the_api_makes_no_session() {
        HttpResponse<String> page = service.send(HttpRequest.newBuilder(address("/account"))
                .header("Authorization", service.basic("office"))
                .build());
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(service.get("/api/v1/plans").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void no_session_stands_in_an_address() {
        assertThat(browser.get("/account;jsessionid=" + WORDS).statusCode()).isEqualTo(400);
        assertThat(Browser.location(new Browser(service.port()).get("/account")))
                .doesNotContain("jsessionid");
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private static HttpResponse<String> with(String path, String session) {
        return service.send(HttpRequest.newBuilder(address(path))
                .header("Cookie", "pap_session=" + session)
                .build());
    }
}
