package org.paptracker.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.platform.security.BadSignInSettings;
import org.paptracker.query.QueryService;

/** Pages, with an identity provider: people sign in there. */
class SignInElsewhereTest {
    private static final String START = "/oauth2/authorization/issuer";

    @TempDir
    static Path directory;

    private static TestIssuer issuer;
    private static QueryService service;

    private final Browser browser = new Browser(service.port());

    @BeforeAll
    static void start() {
        issuer = new TestIssuer(0);
        service = QueryService.startWith(
                directory,
                "pap.issuer-uri=" + issuer.uri(),
                "pap.issuer-pause=100ms",
                "pap.client-id=" + TestIssuer.CLIENT,
                "pap.client-secret=" + TestIssuer.SECRET);
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @BeforeEach
    void a_reviewer_signs_in() {
        issuer.knows(claims -> claims);
    }

    @Test
    void the_whole_way_there_and_back() {
        HttpResponse<String> asked = browser.follow(browser.get("/account"));
        assertThat(asked.body()).contains("href=\"" + START + "\"").doesNotContain("password");
        String before = browser.session();

        HttpResponse<String> page = browser.follow(browser.get(START));

        assertThat(page.uri().getPath()).isEqualTo("/account");
        assertThat(page.body())
                .contains("r.reviewer", "reviewer", "You can read everything", "record what a stocktake found");
        assertThat(browser.session()).isNotEqualTo(before);
    }

    @Test
    void what_is_asked_of_the_issuer_is_proven_later() {
        String there = Browser.location(browser.get(START));

        assertThat(there)
                .startsWith(issuer.uri() + "/authorize?response_type=code")
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "scope=openid");
    }

    @Test
    void a_code_that_this_browser_did_not_ask_for_signs_nobody_in() {
        String there = Browser.location(browser.get(START));
        String back = Browser.location(browser.get(there));
        Browser another = new Browser(service.port());
        another.get("/sign-in");

        HttpResponse<String> answer = another.follow(another.get(back));

        assertThat(answer.body()).contains("You were not signed in");
        assertThat(another.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void an_identity_token_for_another_question_signs_nobody_in() {
        issuer.knows(claims -> claims.claim("nonce", "of-another"));
        assertNotSignedIn("You were not signed in");
    }

    @Test
    void an_identity_token_for_another_client_signs_nobody_in() {
        issuer.knows(claims -> claims.audience("another"));
        assertNotSignedIn("You were not signed in");
    }

    @Test
    void a_person_with_several_roles_or_an_odd_name_is_told_so() {
        issuer.knows(claims -> claims.claim("roles", List.of("BOARD", "PROGRAMME_OFFICE")));
        assertNotSignedIn("more than one role");
        issuer.knows(claims -> claims.claim("preferred_username", "a\u0000b"));
        assertNotSignedIn("Please tell the people who look after it");
    }

    private void assertNotSignedIn(String words) {
        assertThat(browser.follow(browser.get(START)).body()).contains(words);
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void a_person_without_a_role_is_signed_in_and_told_so() {
        issuer.knows(claims -> claims.claim("roles", List.of()));
        assertThat(browser.follow(browser.get(START)).body())
                .contains("you have no role here")
                .contains("You can read what is public.");
    }

    @Test
    void a_name_is_shown_as_a_name_whatever_stands_in_it() {
        issuer.knows(claims -> claims.claim("preferred_username", "<script>alert(1)</script>"));
        assertThat(browser.follow(browser.get(START)).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void there_is_no_form_for_passwords_to_be_tried_with() {
        String token = Browser.token(browser.follow(browser.get(START)));
        HttpResponse<String> answer = new Browser(service.port())
                .post("/sign-in", Map.of("name", "office", "password", "for-tests-only", "_csrf", token));
        assertThat(answer.statusCode()).isIn(403, 404, 405);
    }

    @Test
    void while_the_issuer_is_away_the_page_says_so(@TempDir Path elsewhere) {
        TestIssuer late = new TestIssuer(0);
        late.away();
        try (QueryService other = QueryService.startWith(
                elsewhere, "pap.issuer-uri=" + late.uri(), "pap.issuer-pause=1ms", "pap.client-id=pages")) {
            Browser there = new Browser(other.port());
            assertThat(there.follow(there.get(START)).body()).contains("does not answer just now");
            late.back();
            assertThat(Browser.location(there.get(START))).startsWith(late.uri());
        } finally {
            late.close();
        }
    }

    @Test
    void a_client_that_is_called_what_tokens_are_for_is_refused_at_the_start(@TempDir Path elsewhere) {
        for (String client : List.of("paptracker", "")) {
            assertThat(Assertions.catchThrowable(() -> QueryService.startWith(
                            elsewhere.resolve("of-" + client),
                            "pap.issuer-uri=" + issuer.uri(),
                            "pap.client-id=" + client)))
                    .isInstanceOf(BadSignInSettings.class);
        }
    }
}
