package org.paptracker.platform.logging;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure without its words. What reads JSON or speaks to the store says in its messages what it could not read or
 * write, and that may be what somebody wrote about a child. It must not reach a log file, where nothing can be erased.
 */
public final class SafeFailure extends RuntimeException {
    /** Whose exceptions quote: where a class of theirs stands in a chain of causes, those above may repeat it. */
    private static final List<String> QUOTING = List.of(
            "tools.jackson.",
            "com.fasterxml.jackson.",
            "com.mongodb.Mongo", // the server's answers; being away is told apart below
            "org.bson.",
            "org.axonframework.serialization.",
            "org.springframework.http.converter.",
            "java.time.format.",
            "java.lang.NumberFormatException");

    private static final List<String> NOT_QUOTING =
            List.of("com.mongodb.MongoTimeoutException", "com.mongodb.MongoSocket", "com.mongodb.MongoConfiguration");
    private static final String OURS = "org.paptracker.";
    private static final int DEEPEST = 20;

    private SafeFailure(String said, @Nullable Throwable cause, StackTraceElement[] trace) {
        super(said, cause, true, true);
        setStackTrace(trace);
    }

    /** The failure itself if it quotes nobody, else one that says what and where, but not the words. */
    public static Throwable of(Throwable failure) {
        return quotes(failure, 0) ? without(failure, 0) : failure;
    }

    /** Its message as it may be kept; null if it has none. */
    public static @Nullable String message(Throwable failure) {
        return isOurs(failure) || !quotes(failure, 0) ? failure.getMessage() : null;
    }

    private static boolean quotes(Throwable failure, int depth) {
        String name = failure.getClass().getName();
        if (begins(name, QUOTING) && !begins(name, NOT_QUOTING)) return true;
        return depth < DEEPEST && within(failure).stream().anyMatch(inner -> quotes(inner, depth + 1));
    }

    private static boolean begins(String name, List<String> with) {
        return with.stream().anyMatch(name::startsWith);
    }

    private static List<Throwable> within(Throwable failure) {
        List<Throwable> within = new ArrayList<>(List.of(failure.getSuppressed()));
        if (failure.getCause() != null) within.add(failure.getCause());
        return within;
    }

    private static SafeFailure without(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return new SafeFailure(
                failure.getClass().getName() + words(failure),
                cause == null || depth == DEEPEST ? null : without(cause, depth + 1),
                failure.getStackTrace());
    }

    /** What can be said: our own messages are sentences of the code, and the store's answers have a number. */
    private static String words(Throwable failure) {
        if (isOurs(failure)) return ": " + failure.getMessage();
        if (failure instanceof MongoCommandException answer) {
            return ": " + answer.getErrorCode() + " " + answer.getErrorCodeName();
        }
        return failure instanceof MongoException answer ? ": " + answer.getCode() : "";
    }

    private static boolean isOurs(Throwable failure) {
        return failure.getClass().getName().startsWith(OURS);
    }
}
