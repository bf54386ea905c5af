package org.paptracker.query.account;

import org.paptracker.platform.security.CallerNote;
import org.paptracker.platform.security.LocalSignIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Pages know people by a session, which a cookie names; so their forms carry a token that other sites can't know. Here and
 * nowhere else: the API takes no cookie, only what each request says.
 */
@Configuration
class PageChain {
    /** Nothing from elsewhere, no script at all, nothing within the page itself. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    private static final String COOKIE = "pap_session";

    @Bean
    @Order(1) // the API's chain takes what is left
    SecurityFilterChain pages(
            HttpSecurity http, LocalSignIn byPassword, ObjectProvider<SignInElsewhere> elsewhere, StaleForm staleForm) {
        Welcome welcome = new Welcome();
        NotWelcome notWelcome = new NotWelcome();
        SignInElsewhere provider = elsewhere.getIfAvailable();
        if (provider != null) {
            provider.addTo(http, welcome, notWelcome);
        } else {
            http.authenticationManager(new ProviderManager(byPassword))
                    .formLogin(form -> form.loginPage(AccountPages.SIGN_IN)
                            .usernameParameter("name")
                            .passwordParameter("password")
                            .successHandler(welcome)
                            .failureHandler(notWelcome));
        }
        return http.securityMatcher(pages())
                // Each endpoint says itself what it needs; to these nobody is sent to sign in first.
                .authorizeHttpRequests(rules -> rules.requestMatchers(AccountPages.ACCOUNT)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(failures -> failures.accessDeniedHandler(staleForm))
                .logout(out -> out.logoutUrl(AccountPages.SIGN_OUT)
                        .logoutSuccessUrl(AccountPages.SIGN_IN + "?out")
                        .deleteCookies(COOKIE))
                .addFilterBefore(new CallerNote(), AuthorizationFilter.class)
                .headers(headers -> headers.defaultsDisabled() // every answer has them anyway
                        .httpStrictTransportSecurity(onlyHttps -> onlyHttps.includeSubDomains(false))
                        .addHeaderWriter((request, response) -> {
                            response.setHeader("Content-Security-Policy", POLICY);
                            // Else browsers would not say of the forms here where they come from: OwnSiteOnly.
                            response.setHeader("Referrer-Policy", "same-origin");
                        }))
                .build();
    }

    private static RequestMatcher pages() {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return new NegatedRequestMatcher(new OrRequestMatcher(
                path.matcher("/api/**"), path.matcher("/actuator/**"), path.matcher("/v3/**"), path.matcher("/error")));
    }
}
