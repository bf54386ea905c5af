package org.paptracker.platform.security;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who is let in. What an endpoint needs, it says itself: {@link Needs}. */
@Configuration
class SecurityConfig {
    /** On the embedded start its owner makes the users; beside a MongoDB there are some only if a password is given. */
    @Bean
    LocalUsers localUsers(
            @Value("${pap.data}") Path data,
            @Value("${pap.mongodb-uri}") String uri,
            @Value("${pap.owns-store:false}") boolean ownsStore,
            @Value("${pap.local-password}") String password) {
        LocalUsers users = new LocalUsers(data);
        boolean makes = uri.isEmpty() ? ownsStore : !password.isEmpty();
        if (makes) show(users.createIfMissing(password.isEmpty() ? null : password));
        return users;
    }

    /** To the terminal, never to a log file. */
    private static void show(Map<String, String> passwords) {
        if (passwords.isEmpty()) return;
        System.out.println("Local users and their passwords. They are shown this once and kept nowhere in clear:");
        passwords.forEach((name, password) -> System.out.printf("  %-12s %s%n", name, password));
    }

    @Bean
    SecurityFilterChain api(HttpSecurity http, LocalUsers users, HandlerExceptionResolver handlerExceptionResolver) {
        AuthenticationEntryPoint unknownCaller = (request, response, failure) ->
                handlerExceptionResolver.resolveException(request, response, null, failure);
        return http.authenticationProvider(users)
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                "/actuator/health/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((caller, request) -> new AuthorizationDecision(
                                caller.get().getPrincipal() instanceof Caller known && Right.SCRAPE.isOf(known.role())))
                        // Each endpoint says itself what it needs.
                        .anyRequest()
                        .permitAll())
                // Asked for twice: a wrong password is answered here, no password below.
                .httpBasic(basic -> basic.authenticationEntryPoint(unknownCaller))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unknownCaller)
                        .accessDeniedHandler((request, response, failure) ->
                                handlerExceptionResolver.resolveException(request, response, null, failure)))
                // No cookie, no session: each request says who sends it, so none can be forged across sites.
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .build();
    }
}
