package org.paptracker.platform.http;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * In the description of the API a body is called after its endpoints too: the closure of a voice is another one than the
 * closure of a plan, and by their simple names one would pass for the other.
 */
@Configuration
class SchemaNames {
    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new ByPlace());
    }

    private static final class ByPlace extends TypeNameResolver {
        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> outer = type.getEnclosingClass();
            if (outer == null) return type.getSimpleName();
            return outer.getSimpleName().replaceFirst("Api$", "") + type.getSimpleName();
        }
    }
}
