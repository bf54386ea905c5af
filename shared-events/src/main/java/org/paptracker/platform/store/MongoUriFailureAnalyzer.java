package org.paptracker.platform.store;

import com.mongodb.ConnectionString;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that the store's address is none, and does not repeat it: it may hold a password. */
class MongoUriFailureAnalyzer extends AbstractFailureAnalyzer<IllegalArgumentException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, IllegalArgumentException cause) {
        boolean ofTheAddress = Stream.of(cause.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(ConnectionString.class.getName()));
        if (!ofTheAddress) return null;
        return new FailureAnalysis(
                "PAP_MONGODB_URI is not the address of a MongoDB.",
                "It has the form mongodb://name:password@host:port/database.",
                cause);
    }
}
