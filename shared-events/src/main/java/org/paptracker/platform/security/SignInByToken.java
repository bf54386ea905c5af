package org.paptracker.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** With an identity provider: its access tokens, made for us, and nothing else. */
@Configuration
@Conditional(SignInByToken.HasIssuer.class)
public class SignInByToken {
    /** Whom a token must be made for. */
    public static final String AUDIENCE = "paptracker";

    /** Whether {@code PAP_ISSUER_URI} is set. */
    public static final class HasIssuer implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("pap.issuer-uri", "").isEmpty();
        }
    }

    @Bean
    Issuer issuer(@Value("${pap.issuer-uri}") String uri, @Value("${pap.issuer-pause}") Duration pause) {
        return new Issuer(uri, pause);
    }

    /** Judges the tokens that requests carry. */
    static AuthenticationManager judge(Issuer issuer, List<String> home) {
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(issuer.decoder(ours(issuer)));
        provider.setJwtAuthenticationConverter(token -> signedIn(Claims.caller(token.getClaims(), home)));
        return new ProviderManager(provider);
    }

    private static OAuth2TokenValidator<Jwt> ours(Issuer issuer) {
        return new DelegatingOAuth2TokenValidator<>(
                inTime(),
                new JwtIssuerValidator(issuer.uri()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AUDIENCE)));
    }

    /** A token without an end is none. */
    public static OAuth2TokenValidator<Jwt> inTime() {
        JwtTimestampValidator inTime = new JwtTimestampValidator();
        inTime.setAllowEmptyExpiryClaim(false);
        return inTime;
    }

    /** The same for anyone who signed in, by whatever means. */
    public static UsernamePasswordAuthenticationToken signedIn(Caller caller) {
        return UsernamePasswordAuthenticationToken.authenticated(
                caller,
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + caller.role().name()));
    }
}
