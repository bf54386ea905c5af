package org.paptracker.query.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.paptracker.values.Sha256;

/** A small identity provider: discovery, keys, and the authorisation code flow for one client. */
final class TestIssuer implements AutoCloseable {
    static final String CLIENT = "paptracker-pages";
    static final String SECRET = "the-client's-secret";

    private final int port;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final AtomicInteger keysAsked = new AtomicInteger();

    private HttpServer server;
    private RSAKey key = newKey("first");
    private final ECKey curveKey;
    private volatile UnaryOperator<JWTClaimsSet.Builder> person = claims -> claims;

    TestIssuer(int port) {
        try {
            curveKey = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = listen(port);
        this.port = server.getAddress().getPort();
    }

    private HttpServer listen(int onPort) {
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
            listening.createContext(
                    "/.well-known/openid-configuration", exchange -> json(exchange, 200, configuration()));
            listening.createContext("/keys", exchange -> {
                keysAsked.incrementAndGet();
                json(exchange, 200, new JWKSet(List.<JWK>of(key, curveKey)).toString(true));
            });
            listening.createContext("/authorize", this::authorize);
            listening.createContext("/token", this::token);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    int keysAsked() {
        return keysAsked.get();
    }

    RSAKey key() {
        return key;
    }

    /** From now on it signs with another key and offers only that. */
    void rotate() {
        key = newKey("next-" + UUID.randomUUID());
    }

    void away() {
        server.stop(0);
    }

    void back() {
        server = listen(port);
    }

    /** What its identity tokens say of the person who signs in. */
    void knows(UnaryOperator<JWTClaimsSet.Builder> person) {
        this.person = person;
    }

    /** The claims of a good access token, to be changed. */
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject("0b7c")
                .audience("paptracker")
                .claim("preferred_username", "r.reviewer")
                .claim("roles", List.of("REVIEWER", "offline_access"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, key, key.getKeyID());
    }

    static String sign(JWTClaimsSet claims, RSAKey by, String keyId) {
        try {
            return signed(
                    claims,
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                    new RSASSASigner(by));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String signOnTheCurve(JWTClaimsSet claims) {
        try {
            return signed(
                    claims,
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(curveKey.getKeyID())
                            .build(),
                    new ECDSASigner(curveKey));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String configuration() {
        return """
            {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
             "token_endpoint": "%1$s/token", "subject_types_supported": ["public"],
             "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256", "ES256"]}\
            """.formatted(uri());
    }

    /** Everyone is signed in at once. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> before = codes.remove(asked.getOrDefault("code", ""));
        String client = Base64.getEncoder()
                .encodeToString((URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        boolean proven = before != null
                && "S256".equals(before.get("code_challenge_method"))
                && sha256(asked.getOrDefault("code_verifier", "")).equals(before.get("code_challenge"))
                && ("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!proven) {
            json(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        JWTClaimsSet claims = person.apply(claims().audience(CLIENT).claim("nonce", before.get("nonce")))
                .build();
        json(
                exchange,
                200,
                "{\"access_token\": \"opaque\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
                        + sign(claims) + "\"}");
    }

    private static String sha256(String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.begin().digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
