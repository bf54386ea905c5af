package org.paptracker.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.platform.store.StoreWatch;
import org.paptracker.query.QueryService;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever hangs, those who ask how the service is are answered. */
class UndisturbedProbesTest {
    private static final List<String> PROBES =
            List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");
    private static final int AT_ONCE = 50;
    private static final int INSIDE = 180;
    private static final int MORE_THAN_ALL_THREADS = 250;

    private static final Queue<String> ASKED_BY = new ConcurrentLinkedQueue<>();
    private static volatile CountDownLatch begun = new CountDownLatch(0);
    private static volatile CountDownLatch end = new CountDownLatch(0);

    @TempDir
    Path directory;

    private QueryService service;

    @Configuration
    @Import(Hanging.class)
    static class Listening {
        @Bean
        MongoClientSettingsBuilderCustomizer listening() {
            return settings -> settings.addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    ASKED_BY.add(Thread.currentThread().getName() + ": " + event.getCommand());
                }
            });
        }
    }

    @RestController
    static class Hanging {
        @RequiresRight(Right.READ)
        @GetMapping("/api/v1/hanging")
        String hang() throws InterruptedException {
            begun.countDown();
            end.await();
            return "done";
        }
    }

    @BeforeEach
    void start() {
        service = QueryService.start(directory, Listening.class);
        service.awaitViews();
        service.bean(StoreWatch.class).look();
    }

    @AfterEach
    void stop() {
        end.countDown();
        service.close();
    }

    @Test
    void no_probe_and_no_scrape_asks_the_store() {
        service.get("metrics", "/api/v1/plans"); // what signing in needs is known from here on
        ASKED_BY.clear();
        for (String probe : PROBES) assertThat(status("metrics", probe)).isEqualTo(200);
        assertThat(service.scrapeNow()).contains("\npap_projection_lag{");

        assertThat(ASKED_BY).filteredOn(asker -> asker.startsWith("http-")).isEmpty();
        service.get("office", "/api/v1/projections/actions");
        assertThat(ASKED_BY).as("as requests do").anyMatch(asker -> asker.startsWith("http-"));
    }

    @Test
    void a_store_that_is_away_is_a_number_and_hides_no_other() throws Exception {
        assertThat(QueryService.metric(service.scrapeNow(), "pap_store_up", "")).isEqualTo(1);
        service.loseStore();
        service.bean(StoreWatch.class).look();

        String scraped = service.scrapeNow();
        assertThat(QueryService.metric(scraped, "pap_store_up", "")).isZero();
        assertThat(QueryService.metric(scraped, "pap_projection_lag", "projection=\"actions\""))
                .isZero();
        assertThat(status(null, "/actuator/health")).isEqualTo(503);
        assertThat(status(null, "/actuator/health/liveness")).isEqualTo(200);
    }

    @Test
    void with_every_thread_taken_probes_and_a_scrape_are_answered() throws Exception {
        begun = new CountDownLatch(AT_ONCE);
        end = new CountDownLatch(1);
        HttpClient clients =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest hanging = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/api/v1/hanging"))
                .header("Authorization", service.basic("reviewer"))
                .build();
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> clients.sendAsync(hanging, HttpResponse.BodyHandlers.ofString()))
                .limit(MORE_THAN_ALL_THREADS)
                .toList();
        begun.await();
        Awaitility.await()
                .atMost(Duration.ofSeconds(25))
                .until(() -> QueryService.metric(service.scrapeNow(), "pap_requests_waiting", "") == INSIDE - AT_ONCE);

        for (String probe : PROBES) assertThat(status(null, probe)).as(probe).isEqualTo(200);
        assertThat(status("metrics", "/actuator/prometheus")).isEqualTo(200);

        end.countDown();
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(INSIDE);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 200).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.body()).contains("\"code\":\"service.busy\"");
        });
    }

    private int status(String user, String path) {
        HttpRequest.Builder request = service.request(path);
        if (user != null) request.header("Authorization", service.basic(user));
        return service.send(request.build()).statusCode();
    }
}
