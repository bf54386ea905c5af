package org.paptracker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.paptracker.command.CommandServiceApplication;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.fold.Provenance;
import org.paptracker.log.LogMetadata;
import org.paptracker.log.LogReader;
import org.paptracker.log.MongoEventLog;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.Rating;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanType;
import org.paptracker.values.plan.ThemeCode;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Does the same work on a short and on a long log, in one run, and prints the medians and their ratio. Times vary from
 * machine to machine; the ratio is what counts. Run by {@code ./bench}.
 */
public final class Bench {
    private static final int SHORT = 1_000;
    private static final int LONG = 50_000;
    private static final int EVENTS_AN_ACTION = 40;
    private static final int ENTRIES = 500;
    private static final int ROUNDS = 60;
    private static final PlanId PLAN = new PlanId("bench");
    private static final BusinessDate DAY = BusinessDate.parse("2025-02-13");
    private static final Provenance BY = new Provenance("lead-t1", "WORKSTREAM_LEAD", "OCC", null, null);
    private static final String PASSWORD = "only-for-the-bench";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(20250213);
    private final ConfigurableApplicationContext service;
    private final MongoEventLog log;
    private final LogReader reader;
    private final Path file;
    private int actions;
    private int updates;

    private Bench(Path directory) {
        file = directory.resolve("store.mv");
        service = SpringApplication.run(
                CommandServiceApplication.class,
                "--server.port=0",
                "--pap.data=" + directory,
                "--pap.store-port=" + freePort(),
                "--pap.local-password=" + PASSWORD,
                "--pap.home-plans=" + PLAN,
                "--pap.dataset=none");
        log = service.getBean(MongoEventLog.class);
        reader = service.getBean(LogReader.class);
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("bench");
        Bench small = new Bench(directory.resolve("short"));
        Bench large = new Bench(directory.resolve("long"));
        small.fillTo(SHORT);
        large.fillTo(LONG);
        small.measure(); // warms up: what these say is thrown away
        large.measure();
        Map<String, Double> onShort = small.measure();
        Map<String, Double> onLong = large.measure();
        System.out.printf(
                "%n%-52s %14s %14s %7s%n", "median, milliseconds", SHORT + " events", LONG + " events", "ratio");
        onShort.forEach((what, milliseconds) -> System.out.printf(
                Locale.ROOT,
                "%-52s %14.2f %14.2f %7.2f%n",
                what,
                milliseconds,
                onLong.get(what),
                onLong.get(what) / milliseconds));
        large.service.close();
        small.service.close();
        System.exit(0);
    }

    private Map<String, Double> measure() {
        Map<String, Double> medians = new LinkedHashMap<>();
        EventStore events = service.getBean(EventStore.class);
        medians.put("read " + ENTRIES + " entries from anywhere in the log", median(this::readEntries));
        medians.put(
                "load an aggregate of " + EVENTS_AN_ACTION + " events",
                median(() -> events.readEvents(stream(1 + random.nextInt(actions - 1)), 0)
                        .forEachRemaining(event -> {})));
        int fresh = actions;
        addAction();
        medians.put("record an update on such an action, over HTTP", median(() -> recordUpdate(fresh)));
        return medians;
    }

    private void readEntries() {
        long from = random.nextLong(log.position() - ENTRIES);
        if (reader.after(from, ENTRIES).size() != ENTRIES) throw new IllegalStateException("Entries are missing");
    }

    private void recordUpdate(int action) {
        String body =
                "{\"effectiveOn\":\"2025-02-14\",\"note\":\"update %d\",\"rating\":\"ON_TRACK\"}".formatted(updates++);
        String path = "/api/v1/plans/%s/actions/%s/milestones/%s/progress".formatted(PLAN, code(action), "M1");
        String credentials =
                Base64.getEncoder().encodeToString(("lead-t1:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String port() {
        return service.getEnvironment().getRequiredProperty("local.server.port");
    }

    private static double median(Runnable work) {
        double[] milliseconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return (milliseconds[ROUNDS / 2 - 1] + milliseconds[ROUNDS / 2]) / 2;
    }

    private void fillTo(long position) {
        append("plan:" + PLAN, 0, plan());
        long start = System.nanoTime();
        while (log.position() < position) {
            addAction();
            System.out.printf(
                    Locale.ROOT, "\rfilling the log: %,d of %,d", Math.min(position, log.position()), position);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, ", one by one, %,.0f events a second%n", log.position() / seconds);
        System.out.printf(
                Locale.ROOT, "the store's file: %.1f MB%n", file.toFile().length() / 1e6);
    }

    private void addAction() {
        String stream = stream(actions);
        ActionCode action = new ActionCode(code(actions));
        MilestoneCode milestone = new MilestoneCode("M1");
        append(stream, 0, new ActionAgreed(PLAN, action, details()));
        append(stream, 1, new ActionStarted(PLAN, action, DAY, null));
        append(
                stream,
                2,
                new MilestoneAdded(PLAN, action, milestone, new MilestoneDetails("A step", List.of(), DAY, false)));
        for (int i = 3; i < EVENTS_AN_ACTION; i++) append(stream, i, progress(action, milestone, i));
        actions++;
    }

    private void append(String stream, long sequence, DomainEvent event) {
        String type = stream.substring(0, stream.indexOf(':'));
        log.appendEvents(new GenericDomainEventMessage<>(type, stream, sequence, event, LogMetadata.of(BY)));
    }

    private static MilestoneProgressRecorded progress(ActionCode action, MilestoneCode milestone, int i) {
        ErasableText note =
                ErasableText.of("Progress report " + i + ": two teams have met and agreed what comes next.");
        return new MilestoneProgressRecorded(
                PLAN, action, milestone, DAY, note, i, Rating.ON_TRACK, null, null, null, null, null, null);
    }

    private static ActionDetails details() {
        return ActionDetails.titled("An action of the bench")
                .themes(Set.of(new ThemeCode("T1"))) // the lead's who records
                .visibility(Visibility.PUBLIC)
                .build();
    }

    private static PlanRegistered plan() {
        return new PlanRegistered(
                PLAN,
                new PlanDetails(
                        "Bench",
                        PlanType.PAP,
                        "Nowhere",
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }

    private static String code(int action) {
        return "A-%05d".formatted(action);
    }

    private static String stream(int action) {
        return "action:" + PLAN + "/" + code(action);
    }
}
