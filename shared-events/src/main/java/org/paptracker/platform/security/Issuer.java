package org.paptracker.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The organisation's identity provider. What it says of itself (OpenID Connect Discovery 1.0) and its keys are fetched
 * when first needed, so that a service starts while it is away.
 */
public final class Issuer {
    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);

    /** Public keys only: with a shared secret, anyone who can check a token can make one. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Keys are fetched anew after a while, and kept for longer while the issuer is away. */
    private static final Duration KEYS_ARE_FRESH = Duration.ofMinutes(5);

    private static final Duration KEYS_ARE_USABLE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 512 * 1024;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String uri;
    private final Duration pause;
    private final DefaultResourceRetriever http =
            new DefaultResourceRetriever((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), MOST_BYTES);

    private volatile @Nullable Known known;
    private volatile @Nullable Long failedAt;

    private record Known(Map<String, Object> configuration, JWTProcessor<SecurityContext> processor) {}

    /**
     * @param uri as it stands in its tokens
     * @param pause how long it is left alone once it has not answered, and between questions for unknown keys
     * @throws BadSignInSettings if it is not an https address; http will do on this machine
     */
    public Issuer(String uri, Duration pause) {
        this.uri = uri;
        this.pause = pause;
        check(uri);
    }

    /** @throws BadSignInSettings if it is not an https address; http will do on this machine */
    public static void check(String uri) {
        if (!isSafe(uri)) {
            throw new BadSignInSettings(
                    "PAP_ISSUER_URI must be the https address of the identity provider: over http anyone on the way"
                            + " could let themselves in.");
        }
    }

    private static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() == null) return false;
            return "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public String uri() {
        return uri;
    }

    /**
     * What it says of itself.
     *
     * @throws NotLetIn if it does not answer
     */
    public Map<String, Object> configuration() {
        return known().configuration();
    }

    /** Reads tokens that it has signed. Throws {@link NotLetIn} while it is away and its keys are not known. */
    public JwtDecoder decoder(OAuth2TokenValidator<Jwt> validator) {
        return token -> {
            requireSigned(token); // before the issuer is asked anything
            NimbusJwtDecoder decoder = new NimbusJwtDecoder(known().processor());
            decoder.setJwtValidator(validator);
            try {
                return decoder.decode(token);
            } catch (BadJwtException e) {
                throw e;
            } catch (JwtException e) {
                if (e.getCause() instanceof KeySourceException) throw NotLetIn.issuerAway(e);
                throw new BadJwtException("The token can't be read", e);
            }
        };
    }

    private static void requireSigned(String token) {
        try {
            if (ALGORITHMS.contains(SignedJWT.parse(token).getHeader().getAlgorithm())) return;
        } catch (ParseException e) {
            throw new BadJwtException("This is no signed token", e);
        }
        throw new BadJwtException("Tokens signed like this are not taken");
    }

    private Known known() {
        Known before = known;
        if (before != null) return before;
        synchronized (this) {
            Known now = known;
            if (now != null) return now;
            Long failed = failedAt;
            // Else everybody who waited here would wait for the same silence again, one after the other.
            if (failed != null && System.nanoTime() - failed < pause.toNanos()) throw NotLetIn.issuerAway(null);
            try {
                now = fetch();
                known = now;
                return now;
            } catch (IOException | ParseException | JOSEException | RuntimeException e) {
                failedAt = System.nanoTime();
                LOG.warn(
                        "The identity provider {} can't be used now: {}",
                        uri,
                        e.getClass().getSimpleName());
                throw NotLetIn.issuerAway(e);
            }
        }
    }

    private Known fetch() throws IOException, ParseException, JOSEException {
        String root = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        URL address = URI.create(root + "/.well-known/openid-configuration").toURL();
        Map<String, Object> configuration =
                JSONObjectUtils.parse(http.retrieveResource(address).getContent());
        if (!uri.equals(configuration.get("issuer"))) {
            throw new JOSEException("It calls itself otherwise; PAP_ISSUER_URI must be exactly what it says");
        }
        String keys = String.valueOf(configuration.get("jwks_uri"));
        if (!isSafe(keys)) throw new JOSEException("It offers its keys at no https address");
        return new Known(configuration, processor(URI.create(keys).toURL()));
    }

    private JWTProcessor<SecurityContext> processor(URL address) {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(address, http)
                .cache(KEYS_ARE_FRESH.toMillis(), 2 * PATIENCE.toMillis())
                .refreshAheadCache(false)
                // An unknown key may be a new one. People who make them up must not make us a nuisance to the issuer.
                .rateLimited(pause.toMillis())
                .outageTolerant(KEYS_ARE_USABLE.toMillis())
                .build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        // The validator does that, and says what is wrong.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }
}
