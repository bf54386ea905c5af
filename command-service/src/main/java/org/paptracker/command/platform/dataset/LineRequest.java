package org.paptracker.command.platform.dataset;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.KeptBody;

/** A line of a data set as the endpoints see any request. It came over no wire, so there is nothing else to it. */
final class LineRequest extends HttpServletRequestWrapper {
    /** Of a servlet that takes every path. */
    private static final HttpServletMapping MAPPING = Unasked.of(HttpServletMapping.class);

    private final ServletContext context;
    private final String method;
    private final String uri;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private final byte[] body;

    /** @param body JSON */
    LineRequest(ServletContext context, String method, String uri, String body) {
        super(Unasked.of(HttpServletRequest.class));
        this.context = context;
        this.method = method;
        this.uri = uri;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        headers.put("Content-Type", "application/json");
    }

    /** A header as a server would hand it on: a character for each byte. */
    LineRequest with(String header, @Nullable String value) {
        if (value != null) {
            headers.put(header, new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        return this;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // so the servlets' interface has it
    public StringBuffer getRequestURL() {
        return new StringBuffer("http://localhost").append(uri);
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public String getServletPath() {
        return "";
    }

    @Override
    public HttpServletMapping getHttpServletMapping() {
        return MAPPING;
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public Locale getLocale() {
        return Locale.ROOT;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = headers.get(name);
        return Collections.enumeration(value == null ? Set.of() : Set.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    @Override
    public @Nullable String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) attributes.remove(name);
        else attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(Set.copyOf(attributes.keySet()));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new KeptBody(body);
    }
}
