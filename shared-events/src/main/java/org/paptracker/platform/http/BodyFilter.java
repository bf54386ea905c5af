package org.paptracker.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads a request's body once, up to a limit, before anything parses it; keeps the bytes for who must digest them. */
@Component
@Order(0) // after security: who may not ask need not be listened to
public class BodyFilter extends OncePerRequestFilter {
    /** The body, as {@code byte[]}. */
    public static final String ATTRIBUTE = "org.paptracker.body";

    static final int MOST_BYTES = 256 * 1024;

    private final HandlerExceptionResolver problems;
    private final ObjectProvider<BodyLimit> limits;

    BodyFilter(@Lazy HandlerExceptionResolver handlerExceptionResolver, ObjectProvider<BodyLimit> limits) {
        problems = handlerExceptionResolver;
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most =
                limits.orderedStream().mapToInt(limit -> limit.bytes(request)).reduce(MOST_BYTES, Math::max);
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            Problem problem =
                    Problem.of(413, "request.too-large", "The request is larger than " + most / 1024 + " KiB.");
            problems.resolveException(request, response, null, new Refused(problem));
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new WithBody(request, body), response);
    }

    private static final class WithBody extends HttpServletRequestWrapper {
        private final byte[] body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The body has been read already");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
