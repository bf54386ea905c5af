package org.paptracker.command.platform.http;

import java.util.List;
import java.util.Optional;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.KeyReused;
import org.paptracker.command.platform.axon.NotSeen;
import org.paptracker.command.platform.axon.StreamChanged;
import org.paptracker.command.platform.guard.PersonalDataSuspected;
import org.paptracker.command.platform.rules.NotYours;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.log.UnreadableEvent;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.platform.http.ProblemSource;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.guard.Suspected;
import org.springframework.beans.TypeMismatchException;
import org.springframework.stereotype.Component;

/** What this service's own refusals mean over HTTP. Their messages are written for people and shown as they are. */
@Component
class CommandProblems implements ProblemSource {
    private static final Problem UNREADABLE = Problem.of(
            500,
            "history.unreadable",
            "This version of the service can't read an entry that this must be decided on. Nothing was recorded.");

    @Override
    public Optional<Problem> of(Throwable exception) {
        return Optional.ofNullable(problem(exception));
    }

    private static @Nullable Problem problem(Throwable exception) {
        if (exception instanceof PersonalDataSuspected hit) return problem(hit);
        if (exception instanceof RuleBroken broken) {
            return new Problem(status(broken), broken.code(), sentence(broken), List.of(), broken.facts());
        }
        if (exception instanceof StreamChanged changed) return Problem.of(412, "stream.changed", sentence(changed));
        if (exception instanceof NotSeen unseen) {
            return unseen.isThere()
                    ? Problem.of(412, "stream.there-already", sentence(unseen))
                    : Problem.of(428, "stream.not-seen", sentence(unseen));
        }
        if (exception instanceof KeyReused reused) return Problem.of(422, "request.key-reused", sentence(reused));
        if (exception instanceof ConcurrencyException || exception instanceof AggregateStreamCreationException) {
            return Problem.of(
                    503,
                    "log.unavailable",
                    "Others recorded something here each time this was tried. Nothing was recorded; please try again.");
        }
        if (exception instanceof LockAcquisitionFailedException) {
            return Problem.of(
                    503,
                    "log.unavailable",
                    "Others have been waiting to record something here for a long time. Nothing was recorded; please"
                            + " try again.");
        }
        if (exception instanceof TypeMismatchException mismatch
                && mismatch.getMostSpecificCause() instanceof Refused refused) return refused.problem();
        return isOfTheLog(exception) ? UNREADABLE : null;
    }

    /** Axon wraps what an aggregate throws while its stream is read. Nothing but the log is deserialized here. */
    private static boolean isOfTheLog(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEvent || cause instanceof SerializationException) return true;
        }
        return false;
    }

    private static int status(RuleBroken broken) {
        if (broken instanceof Unknown) return 404;
        return broken instanceof NotYours ? 403 : 409;
    }

    private static Problem problem(PersonalDataSuspected hit) {
        List<FieldError> errors = hit.suspected().stream()
                .map(one -> new FieldError(one.field(), PersonalDataSuspected.CODE, message(one)))
                .toList();
        return new Problem(409, PersonalDataSuspected.CODE, sentence(hit), errors, hit.facts());
    }

    private static String message(Suspected suspected) {
        return "seems to hold " + suspected.kind().inWords();
    }

    private static String sentence(Exception exception) {
        return String.valueOf(exception.getMessage());
    }
}
