package org.paptracker.platform.http;

import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API says that the API is where its reader found it, and names no host. */
@Configuration
class ApiAddress {
    @Bean
    ServerBaseUrlCustomizer hereNotElsewhere() {
        return (address, request) -> "/";
    }
}
