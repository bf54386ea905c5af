package org.paptracker.query.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.TakesParameters;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Reads and describes the parameters of records that are {@link FromQuery}. */
@Configuration
class FromQueryParameters
        implements WebMvcConfigurer, HandlerMethodArgumentResolver, OperationCustomizer, TakesParameters {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** As Spring reads every other parameter, so that what can't be read is said in the same words. */
    private final RequestParamMethodArgumentResolver each = new RequestParamMethodArgumentResolver(true);

    private final Map<Class<?>, List<MethodParameter>> components = new ConcurrentHashMap<>();

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    /** Else each would be described as one parameter, too. */
    @EventListener
    void started(ContextRefreshedEvent event) {
        event.getApplicationContext().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(this::supportsParameter)
                .forEach(one -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(one.getParameterType()));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().isAnnotationPresent(FromQuery.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        List<@Nullable Object> values = new ArrayList<>();
        for (MethodParameter component : components(parameter.getParameterType())) {
            values.add(each.resolveArgument(component, container, request, binders));
        }
        return BeanUtils.instantiateClass(constructor(parameter.getParameterType()), values.toArray());
    }

    @Override
    public List<Named> parameters(MethodParameter argument) {
        if (!supportsParameter(argument)) return List.of();
        return components(argument.getParameterType()).stream().map(Named::of).toList();
    }

    private List<MethodParameter> components(Class<?> type) {
        return components.computeIfAbsent(type, FromQueryParameters::read);
    }

    private static List<MethodParameter> read(Class<?> type) {
        Constructor<?> constructor = constructor(type);
        return IntStream.range(0, constructor.getParameterCount())
                .mapToObj(i -> {
                    MethodParameter component = new MethodParameter(constructor, i);
                    component.initParameterNameDiscovery(NAMES);
                    return component;
                })
                .toList();
    }

    private static Constructor<?> constructor(Class<?> type) {
        return BeanUtils.getResolvableConstructor(type);
    }

    /** Describes them in the description of the API. */
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Arrays.stream(method.getMethodParameters())
                .filter(this::supportsParameter)
                .flatMap(parameter -> components(parameter.getParameterType()).stream())
                .forEach(component -> operation.addParametersItem(new QueryParameter()
                        .name(component.getParameterName())
                        .required(false)
                        .schema(schema(component))));
        return operation;
    }

    private static Schema<?> schema(MethodParameter component) {
        Schema<?> schema = SpringDocAnnotationsUtils.extractSchema(
                new Components(),
                component.getGenericParameterType(),
                null,
                component.getParameterAnnotations(),
                SpecVersion.V31);
        RequestParam named = component.getParameterAnnotation(RequestParam.class);
        if (named != null && !named.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
            schema.setDefault(named.defaultValue());
        }
        return schema;
    }
}
