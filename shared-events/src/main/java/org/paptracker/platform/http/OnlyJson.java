package org.paptracker.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A write is JSON in UTF-8, or a table where one is taken, and says so. No form of another site can say that. What has no
 * body may carry a header instead that no form can send either. YAML comes in with the description of the API, and would be
 * read less strictly than JSON: {@link StrictJson}.
 */
@Configuration
class OnlyJson implements WebMvcConfigurer {
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");
    private static final List<String> OF_PROGRAMS = List.of("Idempotency-Key", "If-Match", "X-Requested-With");

    @Override
    public void configureMessageConverters(ServerBuilder converters) {
        converters.configureMessageConvertersList(all ->
                all.removeIf(converter -> converter.getSupportedMediaTypes().contains(YAML)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new Writes());
    }

    private static final class Writes implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (OwnSiteOnly.READING.contains(request.getMethod()) || !(handler instanceof HandlerMethod method)) {
                return true;
            }
            List<MediaType> tables = tables(method);
            byte[] body = request.getAttribute(BodyFilter.ATTRIBUTE) instanceof byte[] read ? read : new byte[0];
            requireType(request, tables.isEmpty() ? JSON : tables, body.length == 0);
            if (tables.isEmpty() && !isText(body)) {
                throw new Refused(Problem.malformed(
                        List.of(MalformedField.notJson("must be JSON in UTF-8, and in no other encoding"))));
            }
            return true;
        }

        private static List<MediaType> tables(HandlerMethod method) {
            RequestMapping mapping =
                    AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
            return mapping == null
                    ? List.of()
                    : Stream.of(mapping.consumes())
                            .map(MediaType::parseMediaType)
                            .toList();
        }

        private static void requireType(HttpServletRequest request, List<MediaType> taken, boolean isEmpty) {
            List<String> given = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
            boolean isRight = given.isEmpty()
                    ? isEmpty && OF_PROGRAMS.stream().anyMatch(header -> request.getHeader(header) != null)
                    : given.size() == 1 && isOneOf(given.get(0), taken);
            if (!isRight) {
                throw unsupported(
                        "Please send this with the header Content-Type: %s. Without a body, one of %s will do."
                                .formatted(
                                        taken.stream().map(MediaType::toString).collect(Collectors.joining(" or ")),
                                        String.join(", ", OF_PROGRAMS)));
            }
            CHARSET.matcher(given.isEmpty() ? "" : given.get(0)).results().forEach(Writes::requireUtf8);
        }

        private static void requireUtf8(MatchResult charset) {
            if (UTF_8.contains(charset.group(1).toLowerCase(Locale.ROOT))) return;
            throw unsupported(
                    "The header Content-Type says charset=%s, and only UTF-8 is taken. If the text is in UTF-8, send charset=utf-8 or leave it out. If it is not, save it as UTF-8 first."
                            .formatted(WrittenText.shown(charset.group(1))));
        }

        private static Refused unsupported(String sentence) {
            return new Refused(Problem.of(415, "request.unsupported-media-type", sentence));
        }

        private static boolean isOneOf(String given, List<MediaType> taken) {
            try {
                MediaType type = MediaType.parseMediaType(CHARSET.matcher(given).replaceAll(""));
                return taken.stream().anyMatch(type::equalsTypeAndSubtype);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** Well-formed UTF-8, and no other encoding that happens to be: those write letters with zeros between them. */
        private static boolean isText(byte[] body) {
            for (byte one : body) if (one == 0) return false;
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
