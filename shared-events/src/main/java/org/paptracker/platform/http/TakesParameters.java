package org.paptracker.platform.http;

import java.util.List;
import org.springframework.core.MethodParameter;

/** What makes an endpoint's argument of several parameters of the query. */
public interface TakesParameters {
    /** Of the endpoint's argument, those of the query that it is made of; empty if it is not this that makes it. */
    List<Named> parameters(MethodParameter argument);

    /**
     * A parameter of the query.
     *
     * @param isList whether it can be given more than once
     */
    record Named(String name, boolean isList) {
        /** Of a parameter, or a component, that is read as {@code @RequestParam} is. */
        public static Named of(MethodParameter parameter) {
            Class<?> type = parameter.getParameterType();
            return new Named(
                    String.valueOf(parameter.getParameterName()),
                    type.isArray() || Iterable.class.isAssignableFrom(type));
        }
    }
}
