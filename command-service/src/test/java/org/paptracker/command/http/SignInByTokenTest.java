package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.paptracker.command.CommandService.REGISTRATION;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.log.LogReader;
import org.paptracker.people.People;

/** With an identity provider: what is recorded is recorded in the name that the token gives. */
class SignInByTokenTest {
    @TempDir
    static Path directory;

    private static HttpServer issuer;
    private static RSAKey key;
    private static CommandService service;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(
                "/.well-known/openid-configuration",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(uri()));
        serve("/keys", new JWKSet(key).toString(true));
        issuer.start();
        service = CommandService.start(directory, "pap.issuer-uri", uri(), "pap.dataset", "tiny");
    }

    private static void serve(String path, String json) {
        issuer.createContext(path, exchange -> {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String uri() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.stop(0);
    }

    private static String token(String name, Object roles) {
        return token("subject of " + name, name, roles);
    }

    private static String token(String subject, String name, Object roles) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(uri())
                            .audience("paptracker")
                            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                            .subject(subject)
                            .claim("preferred_username", name)
                            .claim("roles", roles)
                            .claim("organisation", "OCC")
                            .build());
            token.sign(new RSASSASigner(key));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer register(String plan, String authorization) {
        return service.put(null, "/api/v1/plans/" + plan, REGISTRATION, "Authorization", authorization);
    }

    @Test
    void the_person_named_by_the_token_is_recorded() {
        register("by-token", token("o.office", List.of("PROGRAMME_OFFICE"))).is(201);

        var registered = service.stream("plan:by-token").get(0);
        assertThat(service.actor(registered)).isEqualTo("o.office");
        assertThat(registered.getMetaData().toString())
                .contains("PROGRAMME_OFFICE", "OCC")
                .doesNotContain("o.office");
    }

    @Test
    void nothing_is_recorded_for_a_name_that_will_not_do_or_a_role_that_may_not() {
        long before = service.position();
        register("odd", token("o.office\u202e", "PROGRAMME_OFFICE")).is(401, "request.unusable-claims");
        register("odd", token("o".repeat(3_000), "PROGRAMME_OFFICE")).is(401, "request.unusable-claims");
        register("odd", token("both", List.of("PROGRAMME_OFFICE", "BOARD"))).is(403, "request.several-roles");
        register("odd", token("none", List.of())).is(403, "request.no-role");
        register("odd", token("reviewer", "REVIEWER")).is(403, "request.forbidden");
        register("odd", token("o.office", "PROGRAMME_OFFICE") + "x").is(401, "request.unauthenticated");
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void nobodys_keys_are_anothers() {
        register("keys-1", token("a", "PROGRAMME_OFFICE")).is(201);
        String body = "{\"title\": \"t\", \"dueOn\": \"2025-04\"}";
        service.put(
                        null,
                        "/api/v1/plans/keys-1/actions/A-1",
                        body,
                        "Authorization",
                        token("a", "PROGRAMME_OFFICE"),
                        "Idempotency-Key",
                        "b:c")
                .is(201);
        service.put(
                        null,
                        "/api/v1/plans/keys-1/actions/A-2",
                        body,
                        "Authorization",
                        token("a:b", "PROGRAMME_OFFICE"),
                        "Idempotency-Key",
                        "c")
                .is(201);
    }

    /** The position of what was recorded. */
    private static long decide(String plan, String authorization) {
        String path = "/api/v1/plans/" + plan + "/decisions/D-01";
        service.post(
                        null,
                        path + "/proposal",
                        "{\"title\": \"A\", \"text\": \"As asked\", \"board\": \"SIAB\"}",
                        "Authorization",
                        token("p.proposer", "PROGRAMME_OFFICE"))
                .is(201);
        return service.put(null, path, """
                        {"title": "Sign it", "text": "Jo Bloggs signs it", "decidedOn": "2025-02-13", "board": "SIAB"}\
                        """, "Authorization", authorization)
                .is(201)
                .json()
                .path("position")
                .asLong();
    }

    private static Answer propose(long position, String field, String authorization) {
        return service.post(null, "/api/v1/redactions", """
                        {"position": %d, "field": "%s", "reason": "PERSONAL_DATA", "legalBasis": "UK GDPR Article 17"}\
                        """.formatted(position, field), "Authorization", authorization);
    }

    private static Answer confirm(Answer proposed, String authorization) {
        String path = proposed.is(201).header("Location") + "/confirmation";
        String places = StreamSupport.stream(proposed.json().path("places").spliterator(), false)
                .map(place -> "{\"position\": %d, \"field\": \"%s\"}"
                        .formatted(
                                place.path("position").asLong(),
                                place.path("field").asString()))
                .collect(Collectors.joining(", "));
        return service.post(null, path, "{\"places\": [" + places + "]}", "Authorization", authorization);
    }

    @Test
    void a_person_who_was_renamed_cannot_confirm_what_they_proposed_themselves() {
        register("renamed", token("o.office", "PROGRAMME_OFFICE")).is(201);
        Answer proposed = propose(
                decide("renamed", token("b.board", "BOARD")),
                "details.wording",
                token("s-1", "g.born@example.org", "INFORMATION_GOVERNANCE"));

        confirm(proposed, token("s-1", "g.married@example.org", "INFORMATION_GOVERNANCE"))
                .is(409, "redaction.proposer-cannot-confirm");
        confirm(proposed, token("s-2", " G.Married@Example.org".strip(), "INFORMATION_GOVERNANCE"))
                .is(409, "redaction.proposer-cannot-confirm");
        confirm(proposed, token("s-3", "g.other@example.org", "INFORMATION_GOVERNANCE"))
                .is(200);
    }

    private static boolean isStored(String words) throws IOException {
        String bytes = Files.readString(directory.resolve("store.mv"), StandardCharsets.ISO_8859_1);
        return bytes.contains(words);
    }

    @Test
    void a_person_who_is_forgotten_is_in_no_byte_of_the_store() throws IOException {
        register("forgetting", token("o.office", "PROGRAMME_OFFICE")).is(201);
        long position = decide("forgetting", token("subject-of-qxzw", "qxzw@example.org", "BOARD"));
        String pseudonym = String.valueOf(
                service.stream("decision:forgetting/D-01").get(1).getMetaData().get("actor"));
        assertThat(service.name(pseudonym)).isEqualTo("qxzw@example.org");
        assertThat(isStored("qxzw")).isTrue();
        Answer proposed = propose(position, "actor", token("g.one", "INFORMATION_GOVERNANCE"));
        assertThat(isStored("qxzw")).isTrue();

        confirm(proposed, token("g.one", "INFORMATION_GOVERNANCE")).is(409, "redaction.proposer-cannot-confirm");
        confirm(proposed, token("g.two", "INFORMATION_GOVERNANCE")).is(200);

        assertThat(isStored("qxzw")).isFalse();
        assertThat(service.bean(People.class).person(pseudonym)).isNull();
        ContentRedacted redacted = (ContentRedacted) service.bean(LogReader.class)
                .at(service.position())
                .orElseThrow()
                .event();
        assertThat(redacted.places()).extracting("position", "field").containsExactly(Tuple.tuple(position, "actor"));
        propose(position, "actor", token("g.one", "INFORMATION_GOVERNANCE")).is(409, "redaction.words-gone");
        assertThat(service.stream("decision:forgetting/D-01").get(1).getMetaData())
                .containsEntry("actor", pseudonym);
    }

    @Test
    void there_are_no_local_users_but_the_data_set_can_still_be_loaded() {
        assertThat(Files.exists(directory.resolve("users.yml"))).isFalse();
        register("by-name", CommandService.basic("office")).is(401, "request.unauthenticated");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> service.get("/actuator/health/readiness").is(200));
        assertThat(service.actor(service.stream("plan:tiny").get(0))).isEqualTo("office");
    }
}
