package org.paptracker.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line for each request: who asked for what kind of thing, when, and with what outcome. Nothing in it
 * was written by the sender but their name: of a request id that they sent there is a hash, and no path, parameter, header or body.
 */
public final class AccessLog extends ValveBase implements org.apache.catalina.AccessLog {
    /** Where a request carries the name and the role of the sender. */
    public static final String CALLER = "org.paptracker.caller";

    public static final String ROLE = "org.paptracker.role";

    private static final Logger LOG = LoggerFactory.getLogger("org.paptracker.access");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    /** Paths of filters, which have no pattern. */
    private static final Set<String> OF_FILTERS =
            Set.of("/sign-in", "/sign-out", "/oauth2/authorization/issuer", "/login/oauth2/code/issuer");

    private static final JsonMapper JSON = JsonMapper.shared();

    public AccessLog() {
        super(true); // answers that are written by another thread pass too
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanoseconds) {
        if (LOG.isInfoEnabled()) LOG.info("{}", JSON.writeValueAsString(line(request, response, nanoseconds)));
    }

    private static Map<String, Object> line(Request request, Response response, long nanoseconds) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("requestId", attribute(request, RequestIdFilter.ATTRIBUTE, "none"));
        line.put("clientRequestId", attribute(request, RequestIdFilter.HASH, "none"));
        line.put("caller", attribute(request, CALLER, "nobody"));
        line.put("role", attribute(request, ROLE, "NOBODY"));
        line.put("method", METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER");
        line.put("pattern", pattern(request));
        line.put("status", response.getStatus());
        line.put("ms", Duration.ofNanos(Math.max(0, nanoseconds)).toMillis());
        line.put("bytes", response.getContentWritten());
        return line;
    }

    private static String pattern(Request request) {
        String path = request.getRequestURI();
        if (path != null && OF_FILTERS.contains(path)) return path;
        return attribute(request, HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "none");
    }

    private static String attribute(Request request, String name, String otherwise) {
        Object value = request.getAttribute(name);
        return value == null ? otherwise : value.toString();
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // The addresses that these hold are not logged.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
