package org.paptracker.platform.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence that the store did not let this service in when it started; and of its address the hosts only. */
class MongoFailureAnalyzer extends AbstractFailureAnalyzer<MongoException> {
    private final Environment settings;

    MongoFailureAnalyzer(Environment settings) {
        this.settings = settings;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, MongoException cause) {
        String hosts =
                String.join(", ", new ConnectionString(settings.getRequiredProperty("spring.mongodb.uri")).getHosts());
        boolean refused = cause instanceof MongoSecurityException;
        return new FailureAnalysis(
                refused
                        ? "The store at " + hosts + " refused the name or the password."
                        : "The store at " + hosts + " does not answer.",
                "Start the store first, or set PAP_MONGODB_URI to one that is there. Without it, the command-service"
                        + " opens the embedded one, and has to be started before the query-service.",
                cause);
    }
}
