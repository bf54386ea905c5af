package org.paptracker.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.platform.security.BadSignInSettings;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.Secret;

/** The API with an identity provider. Redactions are for some roles only, so who is answered there was let in. */
class TokensTest {
    private static final String NEEDS_A_ROLE = "/api/v1/redactions";
    private static final Duration PAUSE = Duration.ofMillis(200);

    @TempDir
    static Path directory;

    private static TestIssuer issuer;
    private static QueryService service;

    @BeforeAll
    static void start() {
        issuer = new TestIssuer(0);
        int port = issuer.port();
        issuer.away(); // while the service starts
        service = QueryService.startWith(
                directory,
                "pap.issuer-uri=http://127.0.0.1:" + port,
                "pap.issuer-pause=1ms",
                "pap.client-id=" + TestIssuer.CLIENT,
                "pap.client-secret=" + TestIssuer.SECRET);
        answer(ask(NEEDS_A_ROLE, issuer.sign(good())), 503, "request.issuer-away");
        issuer.back();
        awaitAnswer(issuer.sign(good()));
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    private static JWTClaimsSet good() {
        return issuer.claims().build();
    }

    private static HttpResponse<String> ask(String path, String token) {
        HttpRequest.Builder request = request(path);
        if (token != null) request.header("Authorization", "Bearer " + token);
        return service.send(request.build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    private static void awaitAnswer(String token) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> ask(NEEDS_A_ROLE, token).statusCode() == 200);
    }

    private static HttpResponse<String> answer(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(service.parse(answer.body()).path("code").asString("")).isEqualTo(code);
        return answer;
    }

    private static void refused(String token) {
        HttpResponse<String> answer = ask(NEEDS_A_ROLE, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @Test
    void a_good_token_lets_its_bearer_in() {
        assertThat(ask(NEEDS_A_ROLE, issuer.sign(good())).statusCode()).isEqualTo(200);
        assertThat(ask(NEEDS_A_ROLE, issuer.signOnTheCurve(good())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void without_one_nobody_has_signed_in() {
        HttpResponse<String> answer = answer(ask(NEEDS_A_ROLE, null), 401, "request.unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.body()).contains("token").doesNotContain("password");
    }

    @Test
    void one_says_in_which_plans_the_work_lies() {
        for (String plan : List.of("oxfordshire-pap", "elsewhere")) service.append(Secret.in(plan), History.OFFICE);
        service.awaitViews();
        JWTClaimsSet.Builder lead = issuer.claims().claim("roles", List.of("WORKSTREAM_LEAD"));
        JWTClaimsSet.Builder executive =
                issuer.claims().claim("roles", List.of("ACCOUNTABLE_EXECUTIVE")).claim("organisation", "OCC");
        assertThat(sees(lead.claim("themes", List.of("T2")))).containsExactly("oxfordshire-pap");
        assertThat(sees(lead.claim("themes", List.of("elsewhere/T2")))).containsExactly("elsewhere");
        assertThat(sees(lead.claim("themes", List.of("T2")).claim("plans", List.of("elsewhere"))))
                .containsExactly("elsewhere");
        assertThat(sees(executive)).containsExactly("oxfordshire-pap");
        assertThat(sees(executive.claim("plans", List.of("elsewhere")))).containsExactly("elsewhere");
        assertThat(sees(executive.claim("plans", List.of()))).isEmpty();
    }

    /** The plans whose restricted action is shown. */
    private static List<String> sees(JWTClaimsSet.Builder claims) {
        String token = issuer.sign(claims.build());
        return Stream.of("oxfordshire-pap", "elsewhere")
                .filter(plan ->
                        ask("/api/v1/plans/" + plan + "/actions", token).body().contains(Secret.TITLE))
                .toList();
    }

    @Test
    void names_and_passwords_of_local_users_are_good_for_nothing() {
        HttpRequest request = request(NEEDS_A_ROLE)
                .header("Authorization", service.basic("reviewer"))
                .build();
        answer(service.send(request), 401, "request.unauthenticated");
    }

    static Stream<Map.Entry<String, JWTClaimsSet>> badClaims() {
        Date past = Date.from(Instant.now().minusSeconds(120));
        Date future = Date.from(Instant.now().plusSeconds(120));
        return Map.<String, JWTClaimsSet>ofEntries(
                Map.entry("expired", issuer.claims().expirationTime(past).build()),
                Map.entry("endless", issuer.claims().expirationTime(null).build()),
                Map.entry("not yet valid", issuer.claims().notBeforeTime(future).build()),
                Map.entry(
                        "of another issuer",
                        issuer.claims().issuer(issuer.uri() + "/other").build()),
                Map.entry("of no issuer", issuer.claims().issuer(null).build()),
                Map.entry(
                        "for another service",
                        issuer.claims().audience("another").build()),
                Map.entry(
                        "for no service",
                        issuer.claims().audience((String) null).build()),
                Map.entry(
                        "for the pages",
                        issuer.claims().audience(TestIssuer.CLIENT).build()),
                Map.entry(
                        "with a number for an audience",
                        issuer.claims().claim("aud", 7).build()),
                Map.entry(
                        "with text for a time",
                        issuer.claims().claim("exp", "tomorrow").build()),
                Map.entry(
                        "with roles that are none",
                        issuer.claims().claim("roles", List.of(1)).build()),
                Map.entry(
                        "with roles in an object",
                        issuer.claims().claim("roles", Map.of("a", 1)).build()),
                Map.entry(
                        "with an odd theme",
                        issuer.claims().claim("themes", List.of("T 1\n")).build()),
                Map.entry(
                        "with an odd organisation",
                        issuer.claims().claim("organisation", "a/b").build()),
                Map.entry(
                        "with several organisations",
                        issuer.claims().claim("organisation", List.of("A", "B")).build()),
                Map.entry(
                        "with a name without end",
                        issuer.claims()
                                .claim("preferred_username", "x".repeat(3_000))
                                .build()),
                Map.entry(
                        "with a name that hides",
                        issuer.claims().claim("preferred_username", "a\u202eb").build()),
                Map.entry(
                        "with a name of two lines",
                        issuer.claims().claim("preferred_username", "a\nb").build()),
                Map.entry(
                        "with an empty name",
                        issuer.claims().claim("preferred_username", " ").build()),
                Map.entry(
                        "with a number for a name",
                        issuer.claims().claim("preferred_username", 7).build()),
                Map.entry(
                        "for nobody",
                        issuer.claims()
                                .claim("preferred_username", null)
                                .subject(null)
                                .build()))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void one_that_says_what_will_not_do_is_refused(Map.Entry<String, JWTClaimsSet> bad) {
        refused(issuer.sign(bad.getValue()));
    }

    @Test
    void one_signed_by_somebody_else_is_refused() {
        assertThat(ask(NEEDS_A_ROLE, issuer.sign(good())).statusCode()).isEqualTo(200);

        refused(TestIssuer.sign(
                good(), TestIssuer.newKey("theirs"), issuer.key().getKeyID()));
        refused(TestIssuer.sign(good(), TestIssuer.newKey("theirs"), "theirs"));
    }

    @Test
    void a_key_that_the_token_brings_along_is_no_key() throws JOSEException {
        var theirs = TestIssuer.newKey("theirs");
        refused(TestIssuer.signed(
                good(),
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(theirs.toPublicJWK())
                        .keyID(issuer.key().getKeyID())
                        .build(),
                new RSASSASigner(theirs)));
    }

    @Test
    void one_that_is_not_signed_is_refused() {
        refused(new PlainJWT(good()).serialize());
        String signed = issuer.sign(good());
        refused(signed.substring(0, signed.lastIndexOf('.') + 1));
    }

    @Test
    void one_whose_secret_is_the_public_key_is_refused() throws JOSEException {
        byte[] publicKey = issuer.key().toRSAPublicKey().getEncoded();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(issuer.key().getKeyID())
                .build();
        refused(TestIssuer.signed(good(), header, new MACSigner(publicKey)));
    }

    @Test
    void one_with_other_words_under_the_same_signature_is_refused() {
        String[] parts = issuer.sign(good()).split("\\.", -1);
        String board = issuer.claims().claim("roles", "BOARD").build().toString();
        refused(parts[0] + "." + Base64URL.encode(board) + "." + parts[2]);
    }

    @Test
    void nonsense_is_refused() {
        for (String nonsense : List.of("x", "a.b.c", "...", "e30.e30.e30", "x".repeat(5_000))) refused(nonsense);
    }

    @Test
    void a_new_key_of_the_issuer_is_taken_at_once_and_the_old_one_no_longer() {
        String before = issuer.sign(good());
        assertThat(ask(NEEDS_A_ROLE, before).statusCode()).isEqualTo(200);

        issuer.rotate();

        assertThat(ask(NEEDS_A_ROLE, issuer.sign(good())).statusCode()).isEqualTo(200);
        refused(before);
    }

    @Test
    void keys_once_known_outlast_the_issuers_absence() {
        String token = issuer.sign(good());
        assertThat(ask(NEEDS_A_ROLE, token).statusCode()).isEqualTo(200);
        issuer.away();
        try {
            assertThat(ask(NEEDS_A_ROLE, token).statusCode()).isEqualTo(200);
            HttpResponse<String> unknown =
                    ask(NEEDS_A_ROLE, TestIssuer.sign(good(), TestIssuer.newKey("theirs"), "theirs"));
            assertThat(unknown.statusCode()).as(unknown.body()).isIn(401, 503);
        } finally {
            issuer.back();
        }
    }

    /** One that is not known is asked for twice in a while at the most. */
    @Test
    void keys_that_somebody_makes_up_do_not_make_the_issuer_suffer(@TempDir Path elsewhere) {
        try (QueryService patient = QueryService.startWith(
                elsewhere,
                "pap.issuer-uri=" + issuer.uri(),
                "pap.issuer-pause=" + PAUSE.toMillis() + "ms",
                "pap.client-id=" + TestIssuer.CLIENT)) {
            int before = issuer.keysAsked();
            long began = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                String token = TestIssuer.sign(good(), issuer.key(), "made-up-" + i);
                HttpResponse<String> answer = patient.send(patient.request(NEEDS_A_ROLE)
                        .header("Authorization", "Bearer " + token)
                        .build());
                assertThat(answer.statusCode()).as(answer.body()).isIn(401, 503);
            }
            long pauses = 1 + Duration.ofNanos(System.nanoTime() - began).dividedBy(PAUSE);

            assertThat(issuer.keysAsked() - before).isLessThanOrEqualTo((int) (2 * (pauses + 1)));
        }
    }

    @Test
    void roles_that_are_not_ours_are_passed_by_and_one_may_stand_alone() {
        assertThat(ask(
                                NEEDS_A_ROLE,
                                issuer.sign(issuer.claims()
                                        .claim("roles", "REVIEWER")
                                        .build()))
                        .statusCode())
                .isEqualTo(200);
        answer(
                ask(
                        NEEDS_A_ROLE,
                        issuer.sign(issuer.claims()
                                .claim("roles", List.of("WORKSTREAM_LEAD"))
                                .build())),
                403,
                "request.forbidden");
    }

    @Test
    void a_person_without_a_role_is_told_so() {
        for (Object roles : List.of(List.of(), List.of("uma_authorization"), "NOBODY", "reviewer")) {
            String token = issuer.sign(issuer.claims().claim("roles", roles).build());
            answer(ask(NEEDS_A_ROLE, token), 403, "request.no-role");
            assertThat(ask("/api/v1/plans", token).statusCode()).isEqualTo(200);
        }
        String silent = issuer.sign(issuer.claims().claim("roles", null).build());
        answer(ask(NEEDS_A_ROLE, silent), 403, "request.no-role");
    }

    @Test
    void a_person_with_several_roles_is_told_to_choose() {
        String token = issuer.sign(
                issuer.claims().claim("roles", List.of("BOARD", "REVIEWER")).build());
        assertThat(answer(ask(NEEDS_A_ROLE, token), 403, "request.several-roles")
                        .body())
                .contains("leave you only one");
        answer(ask("/api/v1/plans", token), 403, "request.several-roles");
    }

    @Test
    void while_the_issuer_is_away_a_new_service_answers_all_the_same(@TempDir Path elsewhere) {
        TestIssuer late = new TestIssuer(0);
        late.away();
        try (QueryService other = QueryService.startWith(
                elsewhere,
                "pap.issuer-uri=" + late.uri(),
                "pap.issuer-pause=100ms",
                "pap.client-id=" + TestIssuer.CLIENT)) {
            URI there = URI.create("http://127.0.0.1:" + other.port() + NEEDS_A_ROLE);
            assertThat(other.send(HttpRequest.newBuilder(there).build()).statusCode())
                    .isEqualTo(401);
            HttpResponse<String> answer = other.send(HttpRequest.newBuilder(there)
                    .header("Authorization", "Bearer " + late.sign(late.claims().build()))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(other.send(HttpRequest.newBuilder(there)
                                    .header("Authorization", "Bearer x.y.z")
                                    .build())
                            .statusCode())
                    .as("what is no token is not worth a question")
                    .isEqualTo(401);
        }
    }

    static List<String> settings() {
        return List.of(
                "pap.issuer-uri=http://issuer.example", "pap.issuer-uri=issuer", "pap.issuer-uri=file:/etc/passwd");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void an_issuer_that_anybody_on_the_way_could_be_is_refused_at_the_start(String setting, @TempDir Path elsewhere) {
        assertThat(Assertions.catchThrowable(() -> QueryService.startWith(elsewhere, setting, "pap.client-id=pages")))
                .isInstanceOf(BadSignInSettings.class)
                .hasMessage("PAP_ISSUER_URI must be the https address of the identity provider: over http anyone on the"
                        + " way could let themselves in.");
    }

    @Test
    void the_bytes_of_a_token_are_in_no_answer() {
        String token = issuer.sign(
                issuer.claims().claim("preferred_username", "Somebody\u0000").build());
        assertThat(ask(NEEDS_A_ROLE, token).body()).doesNotContain("Somebody").doesNotContain(token);
    }
}
