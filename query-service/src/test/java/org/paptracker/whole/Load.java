package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.paptracker.whole.ExportedHistory.Acknowledged;
import org.paptracker.whole.Http.Command;

/**
 * Several people who write and read all the time. Anyone who gets no answer, or is told to come again, sends the
 * same command again under the same key until it is acknowledged; any other answer than these is a fault.
 */
final class Load implements AutoCloseable {
    static final String PLAN = "/api/v1/plans/killed-pap";
    static final String MILESTONE = PLAN + "/actions/A-1/milestones/A-1.1";
    private static final int WRITERS = 4;
    private static final int READERS = 2;
    /** The paces of a writer and a reader: in the short form they leave more of the machine to services that start. */
    private static final long WRITERS_PAUSE_MS = Tally.LONG ? 3 : 20;

    private static final long READERS_PAUSE_MS = Tally.LONG ? 20 : 100;
    private static final long BEFORE_AGAIN_MS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REGISTRATION = """
        {"title": "A plan under fire", "type": "PAP", "localArea": "Oxfordshire",
         "organisations": [{"code": "OCC", "name": "The council"}],
         "areas": [{"code": "PA1", "kind": "PRIORITY_ACTION", "number": 1, "accountableBody": "OCC"}],
         "themes": [{"code": "T1", "title": "Right support"}],
         "boards": [{"code": "SIAB", "title": "The board"}]}\
        """;

    private final List<ServiceProcess> commands;
    private final ServiceProcess queries;
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS + READERS);
    private volatile boolean closed;

    /** @param commands the writers take turns with them */
    Load(List<ServiceProcess> commands, ServiceProcess queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** From when the services are there; paused at first. */
    Load start() {
        send(Command.json("office", "PUT", PLAN, REGISTRATION, "plan"), 0);
        send(action("A-1"), 0);
        send(milestone("A-1", "A-1.1"), 0);
        send(beginning("A-1"), 0);
        pause();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            pool.execute(() -> write(writer));
        }
        for (int i = 0; i < READERS; i++) pool.execute(this::readOn);
        return this;
    }

    static Command action(String code) {
        String body =
                "{\"title\": \"Action %s\", \"areas\": [\"PA1\"], \"themes\": [\"T1\"], \"organisations\": [\"OCC\"]}";
        return Command.json("office", "PUT", PLAN + "/actions/" + code, body.formatted(code), "action-" + code);
    }

    private static Command milestone(String action, String code) {
        String path = PLAN + "/actions/" + action + "/milestones/" + code;
        return Command.json(
                "office", "PUT", path, "{\"title\": \"Milestone %s\"}".formatted(code), "milestone-" + code);
    }

    /** Else the first report would say so too, in a second entry. */
    private static Command beginning(String action) {
        return Command.json("office", "POST", PLAN + "/actions/" + action + "/start", "{}", "start-" + action);
    }

    static Command progress(String milestone, String note, String key) {
        String body = "{\"effectiveOn\": \"2025-03-03\", \"note\": \"%s\"}".formatted(note);
        return Command.json("office", "POST", milestone + "/progress", body, key);
    }

    private static Command evidence(String id) {
        String body =
                "{\"title\": \"Evidence %s\", \"kind\": \"DOCUMENT\", \"level\": \"OUTPUT\", \"summary\": \"What %s"
                        + " shows\", \"source\": {\"title\": \"A report\"}, \"supports\": [{\"type\": \"area\", \"code\":"
                        + " \"PA1\"}]}";
        return Command.json("office", "PUT", PLAN + "/evidence/" + id, body.formatted(id, id), "evidence-" + id);
    }

    private void write(int writer) {
        String own = "W" + writer;
        for (int round = 0; !closed; round++) {
            String name = own + "-" + round;
            write(action(name), writer);
            write(milestone(name, name + ".1"), writer);
            write(beginning(name), writer);
            for (int i = 0; i < 4; i++) {
                write(
                        progress(
                                PLAN + "/actions/" + name + "/milestones/" + name + ".1",
                                "Report " + i,
                                name + "-own-" + i),
                        writer);
                // All writers report on this one: they get into each other's way.
                write(progress(MILESTONE, "Report " + i + " of " + name, name + "-shared-" + i), writer);
            }
            write(evidence(name), writer);
        }
    }

    private void write(Command command, int writer) {
        if (closed) return;
        try {
            gate.readLock().lockInterruptibly();
            try {
                if (!closed) send(command, writer);
            } finally {
                gate.readLock().unlock();
            }
            Thread.sleep(WRITERS_PAUSE_MS);
        } catch (InterruptedException e) {
            closed = true;
        } catch (RuntimeException | Error e) {
            if (!closed) faults.add(command.keyInLog() + ": " + e);
        }
    }

    /** Until it is acknowledged. */
    HttpResponse<String> send(Command command) {
        return send(command, 0);
    }

    private HttpResponse<String> send(Command command, int writer) {
        HttpResponse<String> answer = persist(command, commands.get(writer % commands.size()));
        count(command, Http.position(answer));
        return answer;
    }

    /** Remembers what was acknowledged to somebody else. */
    void count(Command command, long position) {
        acknowledged.put(command.keyInLog(), new Acknowledged(position, command.events()));
        last.accumulateAndGet(position, Math::max);
    }

    /** Sends it until it is acknowledged, and leaves it to the caller what that means. */
    HttpResponse<String> persist(Command command, ServiceProcess service) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String why = "";
        while (System.nanoTime() < deadline && !closed) {
            try {
                HttpResponse<String> answer = Http.send(service.address(), command);
                if (answer.statusCode() / 100 == 2) return answer;
                if (!isToComeAgain(answer)) throw new AssertionError(answer.statusCode() + " " + answer.body());
                why = answer.body();
                Thread.sleep(BEFORE_AGAIN_MS); // as a client does that was told to try again
            } catch (IOException e) {
                why = e.toString();
                sleep();
            } catch (InterruptedException e) {
                break;
            }
            sentAgain.incrementAndGet();
        }
        throw new IllegalStateException("Not acknowledged: " + command.keyInLog() + ", " + why);
    }

    private void sleep() {
        try {
            Thread.sleep(BEFORE_AGAIN_MS); // likewise
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private static boolean isToComeAgain(HttpResponse<String> answer) {
        return answer.statusCode() == 429
                || (answer.statusCode() == 503
                        && answer.headers().firstValue("Retry-After").isPresent());
    }

    private void readOn() {
        List<Supplier<String>> paths = List.of(
                () -> PLAN + "/progress",
                () -> PLAN + "/milestones?action=A-1",
                () -> PLAN + "/audit?limit=20",
                () -> "/api/v1/audit/checkpoint");
        for (int i = 0; !closed; i++) {
            String path = paths.get(i % paths.size()).get();
            try {
                HttpResponse<String> answer = Http.get(queries.address(), "reviewer", path, 0);
                if (answer.statusCode() == 200) read.incrementAndGet();
                else if (!isToComeAgain(answer) && !isNotThereYet(answer))
                    faults.add(path + ": " + answer.statusCode() + " " + answer.body());
                Thread.sleep(READERS_PAUSE_MS);
            } catch (IOException e) {
                if (!closed) sleep();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    /** A view that begins anew knows no plan for a moment. */
    private static boolean isNotThereYet(HttpResponse<String> answer) {
        return answer.statusCode() == 404 && answer.body().contains("plan.unknown");
    }

    /** Until nothing is on its way: all that was sent is acknowledged. By the thread that lets it go on. */
    void pause() {
        gate.writeLock().lock();
    }

    void goOn() {
        gate.writeLock().unlock();
    }

    /** Until so many more commands have been acknowledged. */
    void awaitMore(int commands) {
        int before = acknowledged.size();
        Awaitility.await("acknowledgements")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> acknowledged.size() >= before + commands);
    }

    /** By key, as the log knows it. */
    Map<String, Acknowledged> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    /** The last position that anybody was told. */
    long last() {
        return last.get();
    }

    /** That there was no answer but what was asked for, and "come again". */
    void requireNoFaults() {
        assertThat(faults).isEmpty();
        assertThat(read.get()).as("answered questions").isPositive();
    }

    @Override
    public String toString() {
        return acknowledged.size() + " commands acknowledged, " + sentAgain + " sent again, " + read
                + " questions answered";
    }

    @Override
    public void close() {
        closed = true;
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(1, TimeUnit.MINUTES)) throw new IllegalStateException("Still writing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
