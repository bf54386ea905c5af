package org.paptracker.platform.http;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.paptracker.log.ClockAhead;
import org.paptracker.log.LogBusy;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.platform.logging.OnceAMinute;
import org.paptracker.platform.logging.SafeFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place that maps errors to answers (RFC 9457), for both services. Never echoes an unexpected message. */
@RestControllerAdvice
public class ProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Map<Integer, String> CODES = Map.of(
            400, "request.malformed",
            404, "request.no-such-path",
            405, "request.method-not-allowed",
            406, "request.not-acceptable",
            413, "request.too-large",
            415, "request.unsupported-media-type");

    private static final int DISK_IS_FULL = 14031; // so MongoDB says, and the embedded store too
    private static final Problem FULL = Problem.of(
            503,
            "log.full",
            "The disk that holds the log is full. Nothing was recorded. Please tell the people who look after this"
                    + " service. Once there is space again, send it again.");
    private static final Problem BUSY = Problem.of(
            503, "log.unavailable", "The log is busy, or does not answer. Nothing was recorded; please try again.");
    private static final Problem AWAY =
            Problem.of(503, "log.unavailable", "The log can't be reached just now. Please ask again in a moment.");
    private static final Problem PERHAPS_RECORDED = Problem.of(
            503,
            "log.unavailable",
            "The log can't be reached just now. Please send this again with the same Idempotency-Key: then it is"
                    + " recorded once, even if it was recorded before the connection broke.");

    private final List<ProblemSource> sources;
    private final MalformedBody malformedBody;

    private final String challenge;
    private final Counter full;

    ProblemHandler(
            List<ProblemSource> sources,
            MalformedBody malformedBody,
            @Value("${pap.issuer-uri}") String issuer,
            MeterRegistry registry) {
        this.sources = sources;
        this.malformedBody = malformedBody;
        challenge = (issuer.isEmpty() ? "Basic" : "Bearer") + " realm=\"paptracker\"";
        full = Counter.builder("pap.log.full")
                .description("Requests refused because the disk that holds the log is full")
                .register(registry);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        // Half an answer is out: nothing may look like its end. The server then breaks the connection off.
        if (response.isCommitted()) throw exception;
        Problem problem = sources.stream()
                .map(source -> source.of(exception))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> general(exception, request));
        if (problem.equals(FULL)) full.increment();
        if (problem.status() == 500) {
            LOG.error("Unexpected failure of {}", asked(request), exception);
        } else if (problem.status() == 503) {
            LOG.warn(
                    OnceAMinute.REPEATED,
                    "Unavailable for {}: {}",
                    asked(request),
                    SafeFailure.of(exception).toString());
        }
        return answer(problem, exception, request);
    }

    /** Which endpoint, for a log file. A path as it was sent may hold whatever somebody typed. */
    private static String asked(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object requestId = request.getAttribute(RequestIdFilter.ATTRIBUTE);
        return "%s %s (request %s)".formatted(request.getMethod(), pattern, requestId);
    }

    private ResponseEntity<ProblemDetail> answer(Problem problem, Exception exception, HttpServletRequest request) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(problem.status()), problem.detail());
        body.setProperty("code", problem.code());
        problem.facts().forEach(body::setProperty);
        if (!problem.errors().isEmpty()) body.setProperty("errors", problem.errors());
        Object requestId = request.getAttribute(RequestIdFilter.ANSWERED);
        if (requestId != null) body.setProperty("requestId", requestId);
        HttpHeaders headers = new HttpHeaders();
        if (exception instanceof ErrorResponse response) headers.addAll(response.getHeaders());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 401) headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        if (problem.status() == 503) headers.set(HttpHeaders.RETRY_AFTER, "1");
        if (problem.facts().get(Problem.RETRY_AFTER) instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return new ResponseEntity<>(body, headers, problem.status());
    }

    private Problem general(Exception exception, HttpServletRequest request) {
        if (exception instanceof Refused refused) return refused.problem();
        if (exception instanceof AuthenticationException) {
            return Problem.of(
                    401, "request.unauthenticated", "Please sign in: name and password are missing or wrong.");
        }
        if (exception instanceof AccessDeniedException) {
            return Problem.of(403, "request.forbidden", "Your role does not allow this.");
        }
        if (exception instanceof MethodArgumentNotValidException invalid) return Problem.malformed(fields(invalid));
        if (exception instanceof HttpMessageNotReadableException) {
            return Problem.malformed(malformedBody.errors(request));
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return Problem.malformed(List.of(MalformedField.notA(mismatch.getName(), mismatch.getRequiredType())));
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return Problem.malformed(missing.getParameterName(), "is missing");
        }
        if (exception instanceof RequestRejectedException) {
            return Problem.of(400, "request.malformed", "A header of the request is not in UTF-8, or not well-formed.");
        }
        if (exception instanceof InvalidParameterException) {
            return Problem.malformed("query", "must be no more than 100 parameters, each percent-encoded UTF-8");
        }
        if (exception instanceof HttpMessageNotWritableException && exception.getCause() == null) {
            return Problem.of(406, "request.not-acceptable", "The answer can't be had as the Accept header asks for.");
        }
        Optional<Problem> ofTheStore = ofTheStore(exception, request);
        if (ofTheStore.isPresent()) return ofTheStore.get();
        if (exception instanceof NoResourceFoundException) {
            return Problem.of(404, "request.no-such-path", "There is nothing at this path.");
        }
        if (exception instanceof ErrorResponse response) {
            int status = response.getStatusCode().value();
            String detail = response.getBody().getDetail();
            return Problem.of(
                    status,
                    CODES.getOrDefault(status, "request.refused"),
                    detail == null ? "The request was refused." : detail);
        }
        return Problem.of(
                500, "unexpected", "Something went wrong on our side. Please quote the request id when you report it.");
    }

    /** A store that broke off may have recorded what it did not acknowledge, so nobody is told that it did not. */
    private static Optional<Problem> ofTheStore(Throwable exception, HttpServletRequest request) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException store && store.getCode() == DISK_IS_FULL) return Optional.of(FULL);
            if (cause instanceof LogBusy) return Optional.of(BUSY);
            if (cause instanceof ClockAhead) {
                return Optional.of(Problem.of(503, "clock.ahead", String.valueOf(cause.getMessage())));
            }
            if (cause instanceof MongoException) {
                return Optional.of(request.getMethod().equals("GET") ? AWAY : PERHAPS_RECORDED);
            }
        }
        return Optional.empty();
    }

    private static List<FieldError> fields(MethodArgumentNotValidException invalid) {
        List<FieldError> errors = new ArrayList<>();
        invalid.getBindingResult()
                .getFieldErrors()
                .forEach(error ->
                        errors.add(FieldError.violating(error.getField(), error.getCode(), error.getDefaultMessage())));
        return errors;
    }
}
