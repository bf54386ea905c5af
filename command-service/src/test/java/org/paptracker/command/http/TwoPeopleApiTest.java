package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.command.CommandService.AGREEMENT;
import static org.paptracker.command.CommandService.REGISTRATION;
import static org.paptracker.platform.security.Role.ACCOUNTABLE_EXECUTIVE;
import static org.paptracker.platform.security.Role.BOARD;
import static org.paptracker.platform.security.Role.PARENT_CARER_FORUM;
import static org.paptracker.platform.security.Role.PROGRAMME_OFFICE;
import static org.paptracker.platform.security.Role.REVIEWER;

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
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.command.platform.rules.TwoPeople;
import org.paptracker.platform.security.Role;

/** The pairs of steps over HTTP, by people whose role the identity provider changes between the two. */
class TwoPeopleApiTest {
    private static final String NOTE = "{\"note\": \"As said\"}";
    private static final String REASON = "{\"reason\": \"As said\"}";
    private static final String STEP = "/actions/A-1/milestones/A-1.1";
    private static final String CLAIM = """
            {"completedOn": "2025-02-13", "note": "Done", "noEvidenceReason": "To follow"}""";
    private static final String EVIDENCE = """
            {"title": "Audit", "kind": "AUDIT", "level": "OUTCOME", "summary": "Good",
             "source": {"title": "Papers"}, "supports": [{"type": "area", "code": "PA3"}]}""";
    private static final String VOICE = """
            {"heardOn": "2025-01", "from": "PARENTS_AND_CARERS", "said": "Nobody told us"}""";
    private static final String RISK = "{\"title\": \"Funding\", \"event\": \"No money is left\"}";
    private static final String ESCALATION = "{\"to\": \"SIAB\", \"reason\": \"Too big\"}";
    private static final String STOCKTAKE = """
            {"title": "Stocktake", "kind": "STOCKTAKE", "heldBy": ["Department for Education"]}""";
    private static final String FOUND = """
            {"stage": "FORMAL", "findings": [{"kind": "RECOMMENDATION", "text": "Prove it"}]}""";
    private static final String ANSWER = "{\"answer\": \"NOT_ACCEPTED\", \"text\": \"We do\"}";
    private static final String PROPOSAL = "{\"title\": \"Sign it\", \"text\": \"All sign\", \"board\": \"SIAB\"}";
    private static final String DECISION = """
            {"title": "Sign it", "text": "All sign", "board": "SIAB", "decidedOn": "2025-02-13"}""";

    @TempDir
    static Path directory;

    private static HttpServer issuer;
    private static RSAKey key;
    private static CommandService service;
    private static int others;

    private record Ask(Role role, String method, String path, String body) {}

    /** @param between what others do before the second step */
    private record Story(TwoPeople pair, String code, List<Ask> before, Ask first, List<Ask> between, Ask second) {
        private String plan() {
            return "/api/v1/plans/" + pair.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String toString() {
            return pair.name();
        }
    }

    private static Ask put(Role role, String path, String body) {
        return new Ask(role, "PUT", path, body);
    }

    private static Ask post(Role role, String path, String body) {
        return new Ask(role, "POST", path, body);
    }

    private static final Ask PLAN = put(PROGRAMME_OFFICE, "", REGISTRATION);
    private static final Ask SUBMITTED = put(PROGRAMME_OFFICE, "/evidence/E-1", EVIDENCE);
    private static final Ask VALIDATED = post(PROGRAMME_OFFICE, "/evidence/E-1/validation", "{}");
    private static final Ask CHALLENGED = post(PARENT_CARER_FORUM, "/evidence/E-1/challenge", REASON);
    private static final Ask UPHOLD = post(BOARD, "/evidence/E-1/upholding", "{}");
    private static final Ask HEARD = put(PROGRAMME_OFFICE, "/voices/V-1", VOICE);
    private static final Ask RESPONDED = post(PROGRAMME_OFFICE, "/voices/V-1/response", "{\"weDid\": \"A letter\"}");
    private static final Ask IDENTIFIED = put(PROGRAMME_OFFICE, "/risks/R-1", RISK);
    private static final Ask MITIGATED = post(PROGRAMME_OFFICE, "/risks/R-1/mitigations", "{\"text\": \"A plan\"}");
    private static final Ask SCHEDULED = put(PROGRAMME_OFFICE, "/stocktakes/S-1", STOCKTAKE);
    private static final Ask FROZEN = post(PROGRAMME_OFFICE, "/stocktakes/S-1/freeze", "{}");
    private static final Ask FOUND_OUT = post(REVIEWER, "/stocktakes/S-1/findings", FOUND);
    private static final Ask ANSWERED = post(PROGRAMME_OFFICE, "/stocktakes/S-1/findings/1/response", ANSWER);
    private static final Ask CLAIMED = post(PROGRAMME_OFFICE, STEP + "/completion", CLAIM);
    private static final Ask VERIFY = post(BOARD, STEP + "/completion/verification", "{}");

    private static final List<Ask> MILESTONE = List.of(
            PLAN,
            put(PROGRAMME_OFFICE, "/actions/A-1", AGREEMENT),
            put(PROGRAMME_OFFICE, STEP, "{\"title\": \"Two more advisers\", \"dueOn\": \"2025-04\"}"));

    static Stream<Story> stories() {
        return Stream.of(
                new Story(
                        TwoPeople.DRAFT_AND_APPROVE_PLAN,
                        "plan.drafter-cannot-approve",
                        List.of(),
                        PLAN,
                        List.of(),
                        post(BOARD, "/approval", "{\"approvedBy\": \"The board\"}")),
                new Story(
                        TwoPeople.CLAIM_AND_VERIFY,
                        "milestone.claimant-cannot-verify",
                        MILESTONE,
                        CLAIMED,
                        List.of(),
                        VERIFY),
                new Story(
                        TwoPeople.REPORT_AND_VERIFY,
                        "milestone.reporter-cannot-verify",
                        MILESTONE,
                        post(PROGRAMME_OFFICE, STEP + "/progress", NOTE),
                        List.of(CLAIMED),
                        VERIFY),
                new Story(
                        TwoPeople.CLAIM_AND_SIGN_OFF,
                        "action.claimant-cannot-sign-off",
                        MILESTONE,
                        CLAIMED,
                        List.of(VERIFY),
                        post(ACCOUNTABLE_EXECUTIVE, "/actions/A-1/delivery", "{}")),
                new Story(
                        TwoPeople.PROPOSE_AND_DECIDE_DATE,
                        "rebaseline.proposer-cannot-decide",
                        MILESTONE,
                        post(
                                PROGRAMME_OFFICE,
                                STEP + "/rebaseline",
                                "{\"proposedDueOn\": \"2025-07\", \"reasonCode\": \"CAPACITY\", \"reason\": \"Staff\"}"),
                        List.of(),
                        post(BOARD, STEP + "/rebaseline/approval", "{}")),
                new Story(
                        TwoPeople.SUBMIT_AND_VALIDATE,
                        "evidence.submitter-cannot-validate",
                        List.of(PLAN),
                        SUBMITTED,
                        List.of(),
                        VALIDATED),
                new Story(
                        TwoPeople.VALIDATE_AND_UPHOLD,
                        "evidence.validator-cannot-uphold",
                        List.of(PLAN, SUBMITTED),
                        VALIDATED,
                        List.of(CHALLENGED),
                        UPHOLD),
                new Story(
                        TwoPeople.CHALLENGE_AND_UPHOLD,
                        "evidence.challenger-cannot-uphold",
                        List.of(PLAN, SUBMITTED, VALIDATED),
                        CHALLENGED,
                        List.of(),
                        UPHOLD),
                new Story(
                        TwoPeople.ANSWER_AND_CLOSE_VOICE,
                        "voice.responder-cannot-close",
                        List.of(PLAN, HEARD),
                        RESPONDED,
                        List.of(),
                        post(PARENT_CARER_FORUM, "/voices/V-1/closure", "{\"outcome\": \"They know\"}")),
                new Story(
                        TwoPeople.RECORD_AND_AGREE_VOICE,
                        "voice.recorder-cannot-agree",
                        List.of(PLAN),
                        HEARD,
                        List.of(RESPONDED),
                        post(
                                PROGRAMME_OFFICE,
                                "/voices/V-1/closure",
                                "{\"outcome\": \"They know\", \"agreedBy\": \"The forum\"}")),
                new Story(
                        TwoPeople.KEEP_AND_ACCEPT_RISK,
                        "risk.keeper-cannot-accept",
                        List.of(PLAN),
                        IDENTIFIED,
                        List.of(),
                        post(BOARD, "/risks/R-1/acceptance", REASON)),
                new Story(
                        TwoPeople.ESCALATE_AND_RETURN_RISK,
                        "risk.escalator-cannot-return",
                        List.of(PLAN, IDENTIFIED, MITIGATED),
                        post(PROGRAMME_OFFICE, "/risks/R-1/escalation", ESCALATION),
                        List.of(),
                        post(BOARD, "/risks/R-1/return", REASON)),
                new Story(
                        TwoPeople.PROPOSE_AND_MAKE_DECISION,
                        "decision.proposer-cannot-decide",
                        List.of(PLAN),
                        post(PROGRAMME_OFFICE, "/decisions/D-1/proposal", PROPOSAL),
                        List.of(),
                        put(BOARD, "/decisions/D-1", DECISION)),
                new Story(
                        TwoPeople.HOLD_AND_FIND,
                        "stocktake.organiser-cannot-find",
                        List.of(PLAN),
                        SCHEDULED,
                        List.of(FROZEN),
                        FOUND_OUT),
                new Story(
                        TwoPeople.FIND_AND_ANSWER,
                        "stocktake.finder-cannot-answer",
                        List.of(PLAN, SCHEDULED, FROZEN),
                        FOUND_OUT,
                        List.of(),
                        ANSWERED),
                new Story(
                        TwoPeople.ANSWER_AND_CLOSE_STOCKTAKE,
                        "stocktake.answerer-cannot-close",
                        List.of(PLAN, SCHEDULED, FROZEN, FOUND_OUT),
                        ANSWERED,
                        List.of(),
                        post(BOARD, "/stocktakes/S-1/closure", "{}")));
    }

    /** Overrides and redactions have stories of their own in their slices' tests. */
    @Test
    void every_pair_has_its_story() {
        Set<TwoPeople> elsewhere = Set.of(TwoPeople.PROPOSE_AND_CONFIRM_REDACTION, TwoPeople.GIVE_AND_USE_OVERRIDE);
        assertThat(Stream.concat(stories().map(Story::pair), elsewhere.stream()).collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(TwoPeople.values()));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void the_second_step_is_refused_to_who_took_the_first_in_another_role_and_open_to_another(Story story) {
        eachByAnother(story, story.before);
        isRecorded(story, "kim", story.first);
        eachByAnother(story, story.between);
        long before = service.position();
        send(story, "kim", story.second).is(409, story.code);
        assertThat(service.position()).isEqualTo(before);
        isRecorded(story, "sam", story.second);
    }

    private static void eachByAnother(Story story, List<Ask> asks) {
        for (Ask ask : asks) isRecorded(story, "other-" + others++, ask);
    }

    private static void isRecorded(Story story, String person, Ask ask) {
        long before = service.position();
        Answer answer = send(story, person, ask);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        assertThat(service.position()).isGreaterThan(before);
    }

    private static Answer send(Story story, String person, Ask ask) {
        return service.send(
                ask.method, null, story.plan() + ask.path, ask.body, "Authorization", token(person, ask.role));
    }

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(
                "/.well-known/openid-configuration",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(uri()));
        serve("/keys", new JWKSet(key).toString(true));
        issuer.start();
        service = CommandService.start(
                directory,
                "pap.issuer-uri",
                uri(),
                "pap.home-plans",
                stories()
                        .map(story -> story.plan().substring("/api/v1/plans/".length()))
                        .collect(Collectors.joining(",")));
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.stop(0);
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

    private static String token(String name, Role role) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(uri())
                            .audience("paptracker")
                            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                            .subject(name)
                            .claim("preferred_username", name)
                            .claim("roles", List.of(role.name()))
                            .claim("organisation", "OCC")
                            .build());
            token.sign(new RSASSASigner(key));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
