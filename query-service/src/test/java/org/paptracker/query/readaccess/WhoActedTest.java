package org.paptracker.query.readaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.QueryService.ANONYMOUS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Provenance;
import org.paptracker.people.People;
import org.paptracker.platform.store.LogDatabase;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import org.paptracker.query.readaccess.Questions.Question;

/** Everybody's name begins with {@code qx-}, so that none can be missed in an answer. */
class WhoActedTest {
    private static final int EVENTS = 300;
    private static final String NAMES = "qx-";
    private static final String PSEUDONYMS = "person-";
    private static final String AUDIT = "/api/v1/plans/plan-1/audit?limit=200";

    @TempDir
    static Path directory;

    private static QueryService service;
    private static People people;
    private static List<Question> questions;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        people = People.writing(service.bean(LogDatabase.class).database());
        List<Provenance> actors = List.of(
                lead(people.pseudonym("s-1", "qx-lead")),
                office(people.pseudonym("s-2", "qx-office")),
                lead(people.pseudonym("s-3", "qx-born")),
                office(people.pseudonym("s-4", "qx-gone")),
                office("qx-old")); // from before there were pseudonyms
        Random random = new Random(7);
        List<DomainEvent> events = ReadAccessLawTest.published(RandomHistory.interleaved(1, EVENTS));
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(3));
            service.append(events.subList(from, to), actors.get(random.nextInt(actors.size())));
            from = to;
        }
        service.awaitViews();
        Map<String, List<String>> values = new HashMap<>(ReadAccessLawTest.VALUES);
        values.put("plan", List.of("plan-1"));
        values.put("actor", List.of("qx-lead"));
        questions = new Questions(values).of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Provenance lead(String actor) {
        return new Provenance(actor, "WORKSTREAM_LEAD", "OCC", null, null);
    }

    private static Provenance office(String actor) {
        return new Provenance(actor, "PROGRAMME_OFFICE", "ICB", null, null);
    }

    /** Of the first answer to each question, without those whose filters make them another's part. */
    private static String told(String user) {
        StringBuilder all = new StringBuilder();
        Set<String> templates = new TreeSet<>();
        for (Question question : questions) {
            if (templates.add(
                    question.template() + question.accept() + question.path().contains("knownAt"))) {
                Questions.answers(service, user, question).forEach(all::append);
            }
        }
        return all.toString();
    }

    @Test
    void anyone_who_has_not_signed_in_is_told_no_name_and_no_pseudonym_anywhere() {
        for (Question question : questions) {
            for (String answer : Questions.answers(service, ANONYMOUS, question)) {
                String asked = question.path().replace("actor=qx-lead", "");
                assertThat(answer.replace(question.path(), asked))
                        .as(question.toString())
                        .doesNotContain(NAMES, PSEUDONYMS, "\u0001", "\\u0001");
            }
        }
    }

    /** Else the test above could not fail. */
    @Test
    void people_who_have_signed_in_are_told_names_in_every_kind_of_answer_that_has_them() {
        Map<String, Boolean> named = new TreeMap<>();
        for (Question question : questions) {
            String answer = String.join("", Questions.answers(service, "reviewer", question));
            named.merge(question.template(), answer.contains(NAMES), Boolean::logicalOr);
            assertThat(answer).as(question.toString()).doesNotContain(PSEUDONYMS, "\u0001", "\\u0001");
        }
        named.values().removeIf(any -> !any);
        assertThat(named.keySet())
                .containsAll(List.of(
                        "/api/v1/plans/{plan}/actions",
                        "/api/v1/plans/{plan}/actions/{action}",
                        "/api/v1/plans/{plan}/audit",
                        "/api/v1/plans/{plan}/changes",
                        "/api/v1/plans/{plan}/decisions",
                        "/api/v1/plans/{plan}/evidence",
                        "/api/v1/plans/{plan}/kpis/{kpi}",
                        "/api/v1/plans/{plan}/risks",
                        "/api/v1/plans/{plan}/stocktakes",
                        "/api/v1/plans/{plan}/stocktakes/{stocktake}/pack",
                        "/api/v1/plans/{plan}/voices"));
    }

    @Test
    void a_public_entry_says_role_and_organisation() {
        String entry = service.getAs(ANONYMOUS, AUDIT).body();
        assertThat(entry).contains("\"actor\":\"programme office, ICB\"", "\"actor\":\"workstream lead, OCC\"");
    }

    @Test
    void views_hold_no_name_but_those_of_old_entries() {
        assertThat(service.stored().toString().replace("qx-old", ""))
                .doesNotContain(NAMES)
                .contains(PSEUDONYMS);
    }

    @Test
    void only_people_who_are_told_names_can_ask_for_one() {
        assertThat(service.getAs(ANONYMOUS, AUDIT + "&actor=qx-lead").body()).contains("audit.actor-hidden");
        assertThat(service.getAs(ANONYMOUS, AUDIT + "&actor=workstream%20lead,%20OCC")
                        .statusCode())
                .isEqualTo(403);
        List<String> actors = new ArrayList<>();
        service.jsonAs("reviewer", AUDIT + "&actor=qx-lead")
                .path("items")
                .forEach(entry -> actors.add(entry.path("actor").asString()));
        assertThat(actors).isNotEmpty().containsOnly("qx-lead");
        assertThat(service.jsonAs("reviewer", AUDIT + "&actor=qx-old").path("items"))
                .isNotEmpty();
    }

    @Test
    void a_rename_is_seen_at_once_and_makes_another_answer() {
        String path = questions.stream()
                .map(Question::path)
                .filter(one -> !one.contains("?") && !one.endsWith("/pack"))
                .filter(one -> tag(one).isPresent())
                .filter(one -> service.getAs("reviewer", one).body().contains("qx-born"))
                .findFirst()
                .orElseThrow();
        String before = tag(path).orElseThrow();
        people.pseudonym("s-3", "qx-married");
        try {
            assertThat(told("office")).doesNotContain("qx-born").contains("qx-married");
            assertThat(before).matches("\"\\d+\"");
            assertThat(tag(path).orElseThrow()).startsWith(before.replaceAll("\"$", "-"));
            assertThat(service.getAs("reviewer", path, "If-None-Match", before).statusCode())
                    .isEqualTo(200);
        } finally {
            people.pseudonym("s-3", "qx-born");
        }
    }

    private static Optional<String> tag(String path) {
        return service.getAs("reviewer", path).headers().firstValue("ETag");
    }

    @Test
    void a_person_who_is_forgotten_is_in_no_answer() {
        String pseudonym = people.pseudonym("s-4", "qx-gone");
        assertThat(told("office")).contains("qx-gone");
        people.forget(pseudonym);

        assertThat(told("office")).doesNotContain("qx-gone", PSEUDONYMS).contains("somebody (programme office, ICB)");
        assertThat(service.stored().toString()).doesNotContain("qx-gone");
    }
}
