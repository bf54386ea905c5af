package org.paptracker.platform.http;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** No list in a body is longer than anybody needs: each entry may cost much more than the bytes it takes to write it. */
@RestControllerAdvice
class ListLimit extends RequestBodyAdviceAdapter {
    static final int MOST = 1_000;

    private final JsonMapper json;

    ListLimit(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return target != byte[].class;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Object body = request.getAttribute(BodyFilter.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (body instanceof byte[] bytes) require(bytes);
        return message;
    }

    /** @throws Refused naming the list that is too long */
    void require(byte[] body) {
        Deque<Integer> counts = new ArrayDeque<>();
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructEnd()) {
                    counts.pop();
                } else if (token != JsonToken.PROPERTY_NAME) {
                    count(parser, counts, token.isStructStart());
                }
            }
        } catch (JacksonException e) {
            // Not JSON at all: the real parser says so.
        }
    }

    private static void count(JsonParser parser, Deque<Integer> counts, boolean begins) {
        boolean inList = begins
                ? parser.streamReadContext().getParent() != null
                        && parser.streamReadContext().getParent().inArray()
                : parser.streamReadContext().inArray();
        if (inList) {
            int count = counts.pop() + 1;
            if (count > MOST)
                throw new Refused(Problem.malformed(field(parser), "must have no more than 1,000 entries"));
            counts.push(count);
        }
        if (begins) counts.push(0);
    }

    /** {@code /areas/1000/leadRoles/2} as {@code areas[1000].leadRoles}. */
    private static String field(JsonParser parser) {
        StringBuilder field = new StringBuilder();
        List<String> parts =
                List.of(parser.streamReadContext().pathAsPointer().toString().split("/"));
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            if (part.matches("\\d{1,9}")) field.append('[').append(part).append(']');
            else field.append(field.isEmpty() ? "" : ".").append(part);
        }
        String path = field.toString().replaceFirst("\\[\\d+]$", "");
        return path.isEmpty() ? "body" : WrittenText.shown(path);
    }
}
