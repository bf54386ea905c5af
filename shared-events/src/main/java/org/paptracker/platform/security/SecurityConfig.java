package org.paptracker.platform.security;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who is let in to the API, and to all that no other chain of filters claims. What an endpoint needs: {@link RequiresRight}. */
@Configuration
class SecurityConfig {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfig.class);

    /**
     * On the embedded start its owner makes the users; beside a MongoDB there are some only if a password is given. With
     * an identity provider there are none.
     */
    @Bean
    LocalSignIn localSignIn(
            @Value("${pap.data}") Path data,
            @Value("${pap.mongodb-uri}") String uri,
            @Value("${pap.owns-store:false}") boolean ownsStore,
            @Value("${pap.local-password}") String password,
            @Value("${pap.issuer-uri}") String issuer,
            @Value("${pap.home-plans}") List<String> home) {
        LocalUsers users = new LocalUsers(data, home);
        boolean makes = issuer.isEmpty() && (uri.isEmpty() ? ownsStore : !password.isEmpty());
        if (makes) {
            show(users.createIfMissing(password.isEmpty() ? null : password));
            if (!password.isEmpty()) users.whyNotTaken(password).ifPresent(SecurityConfig::say);
            users.whereWorkIsNotSaid().ifPresent(SecurityConfig::say);
        }
        return new LocalSignIn(users);
    }

    /** To the terminal, where somebody waits who chose a password, and to the log file. */
    private static void say(String sentence) {
        System.out.println(sentence);
        LOG.warn("{}", sentence);
    }

    /** To the terminal, never to a log file. */
    private static void show(Map<String, String> passwords) {
        if (passwords.isEmpty()) return;
        System.out.println("Local users and their passwords. They are shown this once and kept nowhere in clear:");
        passwords.forEach((name, password) -> System.out.printf("  %-12s %s%n", name, password));
    }

    @Bean
    SecurityFilterChain api(
            HttpSecurity http,
            LocalSignIn localUsers,
            ObjectProvider<Issuer> issuer,
            @Value("${pap.home-plans}") List<String> home,
            HandlerExceptionResolver handlerExceptionResolver) {
        AuthenticationEntryPoint unknownCaller = (request, response, failure) ->
                handlerExceptionResolver.resolveException(request, response, null, failure);
        issuer.ifAvailable(known -> {
            BearerTokenAuthenticationFilter tokens =
                    new BearerTokenAuthenticationFilter(SignInByToken.judge(known, home));
            tokens.setAuthenticationEntryPoint(unknownCaller);
            http.addFilterBefore(tokens, BasicAuthenticationFilter.class);
        });
        return http.authenticationManager(byPassword(localUsers, issuer.getIfAvailable()))
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                "/actuator/health/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((caller, request) -> new AuthorizationDecision(
                                Right.SCRAPE.isOf(WhoIsAsking.of(caller.get()).role())))
                        // Each endpoint says itself what it needs.
                        .anyRequest()
                        .permitAll())
                // Asked for twice: a wrong password is answered here, no password below.
                .httpBasic(basic -> basic.authenticationEntryPoint(unknownCaller))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unknownCaller)
                        .accessDeniedHandler((request, response, failure) ->
                                handlerExceptionResolver.resolveException(request, response, null, failure)))
                .addFilterBefore(new CallerNote(), AuthorizationFilter.class)
                .headers(headers -> headers.defaultsDisabled() // every answer has them anyway
                        .httpStrictTransportSecurity(onlyHttps -> onlyHttps.includeSubDomains(false)))
                // No cookie, no session: each request says who sends it. Browsers that remember passwords: OwnSiteOnly.
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    /** With an identity provider no password opens anything. */
    private static AuthenticationManager byPassword(LocalSignIn localUsers, @Nullable Issuer issuer) {
        if (issuer == null) return new ProviderManager(localUsers);
        return request -> {
            throw new BadCredentialsException("Passwords are not taken here");
        };
    }
}
