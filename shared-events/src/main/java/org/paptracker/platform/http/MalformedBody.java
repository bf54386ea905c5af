package org.paptracker.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.Period;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds every wrong field of a body that could not be read: anyone who sent twenty fields wants to hear of all that are
 * wrong at once. Jackson's own {@code problemCollectingReader} collects unknown fields and misspelt values only. It stops
 * at a number for a text, an object for a list or a null for a truth value.
 */
@Component
public class MalformedBody {
    private final JsonMapper json;

    MalformedBody(JsonMapper json) {
        this.json = json;
    }

    List<FieldError> errors(HttpServletRequest request) {
        Type wanted = wanted(request);
        Object body = request.getAttribute(BodyFilter.ATTRIBUTE);
        if (wanted == null || !(body instanceof byte[] bytes) || bytes.length == 0) {
            return List.of(MalformedField.notJson("is missing"));
        }
        try {
            List<FieldError> errors = errors(json.readTree(bytes), wanted);
            return errors.isEmpty() ? List.of(MalformedField.notA("body", null)) : errors;
        } catch (StreamConstraintsException e) {
            return List.of(MalformedField.notJson(
                    "is nested deeper than 50 levels, or has a number or a name that is far too long"));
        } catch (JacksonException e) {
            return List.of(MalformedField.notJson("is not well-formed JSON at line %d, column %d"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr())));
        }
    }

    /** What of a body can't be read as {@code wanted}, each field by its path; empty if all of it can. */
    public List<FieldError> errors(JsonNode body, Type wanted) {
        List<FieldError> errors = new ArrayList<>();
        check("", body, json.constructType(wanted), errors);
        return errors;
    }

    private static @Nullable Type wanted(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method)) {
            return null;
        }
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(parameter -> parameter.getGenericParameterType())
                .findFirst()
                .orElse(null);
    }

    private void check(String path, JsonNode node, JavaType wanted, List<FieldError> errors) {
        if (isObject(wanted.getRawClass()) && node.isObject()) {
            checkFields(path, node, wanted.getRawClass(), errors);
        } else if (wanted.isCollectionLikeType() && node.isArray()) {
            int index = 0;
            for (JsonNode element : node) check(path + "[" + index++ + "]", element, wanted.getContentType(), errors);
        } else {
            wrong(path.isEmpty() ? "body" : path, node, wanted).ifPresent(errors::add);
        }
    }

    private void checkFields(String path, JsonNode node, Class<?> wanted, List<FieldError> errors) {
        RecordComponent[] components = wanted.getRecordComponents();
        node.properties().forEach(property -> {
            String field = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            Arrays.stream(components)
                    .filter(component -> component.getName().equals(property.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            component -> check(
                                    field, property.getValue(), json.constructType(component.getGenericType()), errors),
                            () -> errors.add(MalformedField.unknown(field)));
        });
    }

    /** A record of several fields; one of a single field, such as a code, is written as that field alone. */
    private static boolean isObject(Class<?> type) {
        return type.isRecord()
                && type != BusinessDate.class
                && type != Period.class
                && type.getRecordComponents().length > 1;
    }

    private Optional<FieldError> wrong(String field, JsonNode node, JavaType wanted) {
        try {
            Object unused = json.treeToValue(node, wanted);
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(
                    e.getCause() instanceof MonthOrYears question
                            ? question.error(field)
                            : MalformedField.notA(field, wanted.getRawClass()));
        }
    }
}
