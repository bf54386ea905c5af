package org.paptracker.platform.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** YAML comes in with the description of the API, and would be read less strictly than JSON: {@link StrictJson}. */
@Configuration
class OnlyJson implements WebMvcConfigurer {
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    @Override
    public void configureMessageConverters(ServerBuilder converters) {
        converters.configureMessageConvertersList(all ->
                all.removeIf(converter -> converter.getSupportedMediaTypes().contains(YAML)));
    }
}
