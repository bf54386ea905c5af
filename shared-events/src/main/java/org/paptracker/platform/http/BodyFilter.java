package org.paptracker.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Reads a request's body once, up to a limit of bytes and of time, before anything parses it; keeps the bytes for code
 * that must digest them. Of the bodies that may be larger than others, it holds only some at a time.
 */
@Component
@Order(0) // after security: callers without the right need not be listened to
public class BodyFilter extends OncePerRequestFilter {
    /** The body, as {@code byte[]}. */
    public static final String ATTRIBUTE = "org.paptracker.body";

    static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_LARGE_AT_ONCE = 3;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(5);

    private final HandlerExceptionResolver problems;
    private final ObjectProvider<BodyLimit> limits;
    private final Stopping stopping;
    private final Duration longest;
    private final Semaphore large = new Semaphore(MOST_LARGE_AT_ONCE);

    @Autowired
    BodyFilter(
            @Lazy HandlerExceptionResolver handlerExceptionResolver,
            ObjectProvider<BodyLimit> limits,
            Stopping stopping) {
        this(handlerExceptionResolver, limits, stopping, LONGEST);
    }

    BodyFilter(
            HandlerExceptionResolver problems, ObjectProvider<BodyLimit> limits, Stopping stopping, Duration longest) {
        this.problems = problems;
        this.limits = limits;
        this.stopping = stopping;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String unreadable = unreadable(request);
        if (unreadable != null) {
            Problem problem = Problem.of(415, "request.unsupported-media-type", unreadable);
            problems.resolveException(request, response, null, new Refused(problem));
            return;
        }
        int most =
                limits.orderedStream().mapToInt(limit -> limit.bytes(request)).reduce(MOST_BYTES, Math::max);
        boolean mayBeLarge = most > MOST_BYTES;
        if (mayBeLarge && !large.tryAcquire()) {
            problems.resolveException(request, response, null, new Refused(busy()));
            return;
        }
        try {
            read(request, response, chain, most);
        } finally {
            if (mayBeLarge) large.release();
        }
    }

    /** Why nobody could read its body, whatever it is; null if that is not so. */
    private static @Nullable String unreadable(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return "Compressed bodies are not taken. Please send it as it is, without Content-Encoding.";
        }
        String type = request.getContentType();
        return type != null && type.indexOf('*') >= 0 ? "The Content-Type is to say what the body is." : null;
    }

    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int most)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = upTo(most, request.getInputStream());
        } catch (SocketTimeoutException e) {
            Problem slow = Problem.of(
                    408,
                    "request.too-slow",
                    "The request did not arrive in %d seconds. Please send it again.".formatted(longest.toSeconds()));
            response.setHeader(HttpHeaders.CONNECTION, "close"); // the rest of it is not waited for
            problems.resolveException(request, response, null, new Refused(slow));
            return;
        }
        if (body.length > most) {
            Problem problem =
                    Problem.of(413, "request.too-large", "The request is larger than " + most / 1024 + " KiB.");
            problems.resolveException(request, response, null, new Refused(problem));
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new WithBody(request, body), response);
    }

    private static Problem busy() {
        return Problem.tooMany(
                "request.too-many",
                "Several large files are being taken in at this moment. Please send it again in a few seconds.",
                A_FEW_SECONDS);
    }

    /**
     * A byte more than {@code most}, if there are that many. Each read waits as long as the server lets it; all of them
     * together no longer than {@code longest}, or a few who send a byte now and then could keep all threads. A service
     * that stops does not wait for the next part of a body.
     */
    private byte[] upTo(int most, InputStream in) throws IOException {
        long deadline = System.nanoTime() + longest.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (body.size() <= most) {
            int read = in.read(buffer, 0, Math.min(buffer.length, most + 1 - body.size()));
            if (read < 0) break;
            body.write(buffer, 0, read);
            if (stopping.hasBegun() || System.nanoTime() - deadline > 0)
                throw new SocketTimeoutException("A byte now and then");
        }
        return body.toByteArray();
    }

    private static final class WithBody extends HttpServletRequestWrapper {
        private final byte[] body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new KeptBody(body);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
