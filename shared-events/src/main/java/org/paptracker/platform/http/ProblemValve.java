package org.paptracker.platform.http;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers what never gets as far as {@link ProblemHandler}: requests that the server or the firewall turn away. As it does,
 * with problem details, and without a page that tells what is inside.
 */
final class ProblemValve extends ErrorReportValve {
    private static final Map<Integer, Problem> PROBLEMS = Map.of(
            400,
                    Problem.of(
                            400,
                            "request.malformed",
                            "The request is not well-formed: its first line, a parameter or a header."),
            403, Problem.of(403, "request.forbidden", "Your role does not allow this."),
            404, Problem.of(404, "request.no-such-path", "There is nothing at this path."),
            405, Problem.of(405, "request.method-not-allowed", "That can't be done with what is at this path."),
            408, Problem.of(408, "request.too-slow", "The request did not arrive in time. Please send it again."),
            413, Problem.of(413, "request.too-large", "The request is too large."),
            414, Problem.of(414, "request.too-large", "The address of the request is too long."),
            417, Problem.of(417, "request.malformed", "The Expect header can't be met. Please leave it out."),
            431, Problem.of(431, "request.too-large", "The headers of the request are too large."),
            503,
                    Problem.of(
                            503,
                            "service.busy",
                            "Too many requests wait for this service. Nothing was done. Please try again in a moment."));

    private static final int NOT_IMPLEMENTED = 501;

    /** Of both services. */
    @Component
    static final class Install implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemValve()));
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = isUnreadable(throwable) ? 400 : response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        AtomicBoolean canWrite = new AtomicBoolean(false);
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, canWrite);
        if (!canWrite.get()) return;
        Problem problem = problem(status);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            Writer writer = response.getReporter();
            if (writer == null) return;
            writer.write("{\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"%s}"
                    .formatted(problem.status(), problem.detail(), problem.code(), requestId(request)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The caller is gone.
        }
    }

    /** Whether a filter stumbled over parameters that can't be read, before anything that maps errors. */
    private static boolean isUnreadable(@Nullable Throwable throwable) {
        for (Throwable cause = throwable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException) return true;
        }
        return false;
    }

    private static Problem problem(int status) {
        if (status == NOT_IMPLEMENTED) return problem(405); // a method that the server itself does not know
        Problem known = PROBLEMS.get(status);
        if (known != null) return known;
        if (status < 500) return Problem.of(status, "request.refused", "The request was refused.");
        return Problem.of(
                status,
                "unexpected",
                "Something went wrong on our side. Please quote the request id when you report it.");
    }

    private static String requestId(Request request) {
        Object id = request.getAttribute(RequestIdFilter.ANSWERED);
        return id == null ? "" : ",\"requestId\":\"" + id + "\""; // decent, by the filter that gives it
    }
}
