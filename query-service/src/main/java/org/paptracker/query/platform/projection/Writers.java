package org.paptracker.query.platform.projection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.springframework.stereotype.Component;

/** The one thread of this process that writes the documents of each projection, and what went wrong there last. */
@Component
public class Writers {
    private final Map<String, ScheduledExecutorService> threads = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    ScheduledExecutorService thread(String projection) {
        return threads.computeIfAbsent(
                projection,
                name -> Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory(name + "-worker")));
    }

    void failed(String projection, Throwable cause) {
        failures.put(projection, cause.getClass().getName());
    }

    void succeeded(String projection) {
        failures.remove(projection);
    }

    /** Why the last batch that was tried failed: a class, without words. Empty if it was taken in. */
    public Optional<String> failure(String projection) {
        return Optional.ofNullable(failures.get(projection));
    }

    /**
     * Does something while the projection takes in nothing here: between two batches.
     *
     * @throws RejectedExecutionException if the service is stopping
     */
    public <T> T between(String projection, Callable<T> work) {
        try {
            return thread(projection).submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }
}
