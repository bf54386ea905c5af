package org.paptracker.query.history;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.TakesParameters;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.values.plan.PlanId;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * An endpoint that takes an {@link AsAt} can be asked with {@code knownAt} and {@code effectiveAt}; and if its path names
 * a plan, the caller can see that plan.
 */
@Configuration
class AsAtParameter implements WebMvcConfigurer, HandlerMethodArgumentResolver, OperationCustomizer, TakesParameters {
    private static final String KNOWN_AT = "knownAt";
    private static final String EFFECTIVE_AT = "effectiveAt";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(AsAt.class);
    }

    private final KnownPlans plans;
    private final AsAtReader reader;

    AsAtParameter(KnownPlans plans, AsAtReader reader) {
        this.plans = plans;
        this.reader = reader;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsAt.class;
    }

    @Override
    public AsAt resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        PlanId plan = plan(request);
        if (plan != null) plans.require(plan);
        return reader.read(plan, text(request, KNOWN_AT), text(request, EFFECTIVE_AT));
    }

    @Override
    public List<Named> parameters(MethodParameter argument) {
        return supportsParameter(argument)
                ? List.of(new Named(KNOWN_AT, false), new Named(EFFECTIVE_AT, false))
                : List.of();
    }

    private static @Nullable PlanId plan(NativeWebRequest request) {
        Object inPath =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        Object code = ((Map<?, ?>) Objects.requireNonNull(inPath)).get("plan");
        return code == null ? null : new PlanId(code.toString());
    }

    private static @Nullable String text(NativeWebRequest request, String parameter) {
        return request.getParameter(parameter);
    }

    /** Describes them in the description of the API. */
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Arrays.stream(method.getMethodParameters()).anyMatch(this::supportsParameter)) {
            for (String name : List.of(KNOWN_AT, EFFECTIVE_AT)) {
                operation.addParametersItem(
                        new QueryParameter().name(name).required(false).schema(new StringSchema()));
            }
        }
        return operation;
    }
}
