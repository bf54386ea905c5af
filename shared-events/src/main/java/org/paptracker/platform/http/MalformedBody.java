package org.paptracker.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds every wrong field of a body that could not be read: anyone who sent twenty fields wants to hear of all that are
 * wrong at once. Jackson's own {@code problemCollectingReader} collects unknown fields and misspelt values only. It stops
 * at a number for a text, an object for a list or a null for a truth value.
 */
@Component
public class MalformedBody {
    private final JsonMapper json;
    private final Validator validator;

    MalformedBody(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param body of which what can't be read has been left out; null if nothing can be made of the rest
     * @param errors of single fields, by their paths: what can't be read, and what can be and won't do
     */
    public record Reading<B>(@Nullable B body, List<FieldError> errors) {}

    List<FieldError> errors(HttpServletRequest request) {
        Type wanted = wanted(request);
        Object body = request.getAttribute(BodyFilter.ATTRIBUTE);
        if (wanted == null || !(body instanceof byte[] bytes) || bytes.length == 0) {
            return List.of(MalformedField.notJson("is missing"));
        }
        try {
            List<FieldError> errors =
                    read(json.readTree(bytes), json.constructType(wanted)).errors();
            return errors.isEmpty() ? List.of(MalformedField.notA("body", null)) : errors;
        } catch (StreamConstraintsException e) {
            return List.of(MalformedField.notJson(
                    "is nested deeper than 50 levels, or has a number or a name that is far too long"));
        } catch (JacksonException e) {
            return List.of(MalformedField.notJson("is not well-formed JSON at line %d, column %d"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr())));
        }
    }

    /** Reads what can be read of a body, and says everything that is wrong with it. Changes {@code body}. */
    public <B> Reading<B> read(JsonNode body, Class<B> wanted) {
        Reading<Object> read = read(body, json.constructType(wanted));
        return new Reading<>(wanted.cast(read.body()), read.errors());
    }

    private Reading<Object> read(JsonNode body, JavaType wanted) {
        List<FieldError> errors = new ArrayList<>();
        List<Runnable> removals = new ArrayList<>();
        check(new Place("", () -> {}), body, wanted, errors, removals);
        removals.forEach(Runnable::run);
        Set<String> unreadable =
                errors.stream().map(error -> String.valueOf(error.field())).collect(Collectors.toSet());
        Object read = readable(body, wanted);
        if (read == null) return new Reading<>(null, errors);
        for (ConstraintViolation<Object> violation : validator.validate(read)) {
            String field = violation.getPropertyPath().toString();
            if (unreadable.stream().noneMatch(known -> isWithin(field, known))) errors.add(violated(field, violation));
        }
        return new Reading<>(read, errors);
    }

    /** Null if it can't be read, as a list of which an entry was taken away: then what is known has to do. */
    private @Nullable Object readable(JsonNode body, JavaType type) {
        try {
            return json.treeToValue(body, type);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean isWithin(String field, String known) {
        return field.equals(known) || field.startsWith(known + ".") || field.startsWith(known + "[");
    }

    private static FieldError violated(String field, ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return FieldError.violating(field, constraint, violation.getMessage());
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

    /** @param remove takes away what stands there */
    private record Place(String path, Runnable remove) {
        Place field(String name, ObjectNode of) {
            return new Place(path.isEmpty() ? name : path + "." + name, () -> of.remove(name));
        }

        Place element(int index, ArrayNode of) {
            return new Place(path + "[" + index + "]", () -> of.setNull(index));
        }
    }

    private void check(Place place, JsonNode node, JavaType wanted, List<FieldError> errors, List<Runnable> removals) {
        if (isObject(wanted.getRawClass()) && node instanceof ObjectNode object) {
            checkFields(place, object, wanted.getRawClass(), errors, removals);
        } else if (wanted.isCollectionLikeType() && node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                check(place.element(i, array), array.get(i), wanted.getContentType(), errors, removals);
            }
        } else {
            wrong(place.path.isEmpty() ? "body" : place.path, node, wanted).ifPresent(error -> {
                errors.add(error);
                removals.add(place.remove);
            });
        }
    }

    private void checkFields(
            Place place, ObjectNode node, Class<?> wanted, List<FieldError> errors, List<Runnable> removals) {
        RecordComponent[] components = wanted.getRecordComponents();
        node.properties().forEach(property -> {
            Place field = place.field(property.getKey(), node);
            Arrays.stream(components)
                    .filter(component -> component.getName().equals(property.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            component -> check(
                                    field,
                                    property.getValue(),
                                    json.constructType(component.getGenericType()),
                                    errors,
                                    removals),
                            () -> {
                                errors.add(MalformedField.unknown(field.path));
                                removals.add(field.remove);
                            });
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
