package org.paptracker.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.QueryService;

/** Two query-services on one MongoDB, and each request of a browser goes to the other one. */
class RoundRobinTest {
    private static final String PASSWORD = "for-tests-only";

    @TempDir
    static Path directory;

    private static QueryService store;
    private static QueryService one;
    private static QueryService two;

    @BeforeAll
    static void start() {
        store = QueryService.start(directory);
        one = store.shadow(directory);
        two = store.shadow(directory);
    }

    @AfterAll
    static void stop() {
        one.leave();
        two.leave();
        store.close();
    }

    @Test
    void people_sign_in_read_and_sign_out() {
        Browser browser = new Browser(one.port(), two.port());
        for (int i = 0; i < 3; i++) {
            assertThat(browser.follow(browser.signIn("board", PASSWORD)).body()).contains("board");
            String session = browser.session();

            HttpResponse<String> account = browser.get("/account");
            assertThat(account.statusCode()).isEqualTo(200);
            assertThat(browser.get("/account").statusCode()).isEqualTo(200);

            HttpResponse<String> out = browser.post("/sign-out", Map.of("_csrf", Browser.token(account)));
            assertThat(browser.follow(out).body()).contains("You are signed out");
            for (QueryService service : new QueryService[] {one, two}) {
                assertThat(service.send(service.request("/account")
                                        .header("Cookie", "pap_session=" + session)
                                        .build())
                                .statusCode())
                        .isEqualTo(302);
            }
        }
    }

    @Test
    void they_come_back_from_an_identity_provider() {
        try (TestIssuer issuer = new TestIssuer(0)) {
            String[] settings = {
                "pap.issuer-uri=" + issuer.uri(),
                "pap.client-id=" + TestIssuer.CLIENT,
                "pap.client-secret=" + TestIssuer.SECRET
            };
            issuer.knows(claims -> claims);
            QueryService here = store.shadow(directory, settings);
            QueryService there = store.shadow(directory, settings);
            try {
                Browser browser = new Browser(here.port(), there.port());
                for (int i = 0; i < 2; i++) {
                    HttpResponse<String> page = browser.follow(browser.get("/oauth2/authorization/issuer"));
                    assertThat(page.uri().getPath()).isEqualTo("/account");
                    assertThat(page.body()).contains("r.reviewer");
                }
            } finally {
                here.leave();
                there.leave();
            }
        }
    }

    @Test
    void what_the_store_holds_of_a_session_is_who_signed_in_and_no_password() {
        Browser browser = new Browser(one.port());
        browser.signIn("board", PASSWORD);
        Document found = store.bean(MongoDatabase.class)
                .getCollection(SharedSessions.COLLECTION)
                .find(new Document("_id", browser.session()))
                .first();
        assertThat(found).isNotNull();
        byte[] data = found.get("data", Binary.class).getData();

        assertThat(new String(data, StandardCharsets.ISO_8859_1))
                .contains("board")
                .doesNotContain(PASSWORD);
    }
}
