package org.paptracker.query.account;

import java.time.Duration;
import java.util.List;
import org.paptracker.platform.security.BadSignInSettings;
import org.paptracker.platform.security.Issuer;
import org.paptracker.platform.security.SignInByToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.web.client.RestClient;

/** With an identity provider, people sign in there: OpenID Connect, authorisation code with a proof key. */
@Configuration
@Conditional(SignInByToken.HasIssuer.class)
class SignInElsewhere {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final IssuersClient client;
    private final List<String> homePlans;

    SignInElsewhere(
            Issuer issuer,
            @Value("${pap.client-id}") String id,
            @Value("${pap.client-secret}") String secret,
            @Value("${pap.home-plans}") List<String> homePlans) {
        this.homePlans = homePlans;
        client = new IssuersClient(issuer, id, secret);
    }

    /** Before the store is asked. */
    static final class CheckClient implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (context.getEnvironment().getRequiredProperty("pap.issuer-uri").isEmpty()) return;
            check(context.getEnvironment().getRequiredProperty("pap.client-id"));
        }
    }

    private static void check(String id) {
        if (id.isEmpty()) {
            throw new BadSignInSettings(
                    "With PAP_ISSUER_URI the query-service needs PAP_CLIENT_ID too: what its pages are called there.");
        }
        if (id.equals(SignInByToken.AUDIENCE)) {
            throw new BadSignInSettings(
                    "PAP_CLIENT_ID must not be %s: what proves to the pages who you are would then open the API, too."
                            .formatted(SignInByToken.AUDIENCE));
        }
    }

    /** Identity tokens are read as access tokens are: same keys, same algorithms, same patience. */
    @Bean
    JwtDecoderFactory<ClientRegistration> identityTokens(Issuer issuer) {
        return registration -> issuer.decoder(
                new DelegatingOAuth2TokenValidator<>(SignInByToken.inTime(), new OidcIdTokenValidator(registration)));
    }

    void addTo(HttpSecurity http, Welcome welcome, NotWelcome notWelcome) {
        // What is said of people stands in the identity token: nothing more to be asked for.
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        http.oauth2Login(login -> login.loginPage(AccountPages.SIGN_IN)
                .clientRegistrationRepository(client)
                .authorizedClientRepository(new NothingKept())
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(patient()))
                .userInfoEndpoint(endpoint ->
                        endpoint.oidcUserService(request -> new IssuersUser(users.loadUser(request), homePlans)))
                .successHandler(welcome)
                .failureHandler(notWelcome)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(notWelcome);
                        return filter;
                    }
                }));
    }

    private static RestClientAuthorizationCodeTokenResponseClient patient() {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(PATIENCE);
        http.setReadTimeout(PATIENCE);
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(http)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }
}
