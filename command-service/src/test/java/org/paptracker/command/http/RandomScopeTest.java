package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.CommandService;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.values.Subject;

/** In random plans leads and an executive ask for whatever they like, and never change what is other people's. */
class RandomScopeTest {
    private static final String[] THEMES = {"T1", "T2", "T3", "T4"};
    private static final String[] ORGANISATIONS = {"OCC", "BOB-ICB"};
    private static final String[] VISIBILITIES = {"PUBLIC", "PARTNERSHIP", "REVIEWERS", "RESTRICTED"};
    private static final String[] USERS = {"lead-t1", "lead-t2", "lead-t3", "lead-t4", "executive"};
    private static final int ACTIONS = 8;
    private static final int REQUESTS = 150;

    private final CommandService service = CommandService.shared();
    private final Map<String, Set<String>> whose = new HashMap<>(); // by subject: its themes and organisations

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_changes_that_is_other_peoples(long seed) {
        Random random = new Random(seed);
        Partnership plan = new Partnership(service);
        for (int number = 1; number <= ACTIONS; number++) {
            String code = "A" + number;
            String themes = some(random, THEMES);
            String organisations = some(random, ORGANISATIONS);
            plan.action(code, themes, organisations, one(random, VISIBILITIES));
            whose.put(code, owners(themes, organisations));
        }
        for (int number = 1; number <= 4; number++) {
            boolean council = random.nextBoolean();
            String themes = some(random, THEMES);
            plan.kpi("k" + number, council ? "PA3" : "PA4", themes);
            whose.put("k" + number, owners(themes, council ? "OCC" : "BOB-ICB"));
        }
        List<Integer> answers = new ArrayList<>();
        for (int request = 0; request < REQUESTS; request++) answers.add(ask(plan, random, request));
        String name = plan.path.replace("/api/v1/plans/", "");
        int changes = 0;
        for (String thing : whose.keySet()) {
            String stream = (thing.startsWith("A") ? "action:" : "kpi:") + name + "/" + thing;
            for (DomainEventMessage<?> event : service.stream(stream)) {
                if (owner(event).equals("office")) continue;
                assertThat(whose.get(thing))
                        .as(event.getPayload() + " of seed " + seed)
                        .contains(owner(event));
                changes++;
            }
        }
        for (int request = 0; request < REQUESTS; request++) {
            for (DomainEventMessage<?> event : service.stream("evidence:" + name + "/e" + request)) {
                if (!(event.getPayload() instanceof EvidenceSubmitted submitted)) throw new AssertionError(event);
                for (Subject subject : submitted.details().supports()) {
                    String thing = subject.code().split("[./]", 2)[0];
                    assertThat(whose.get(thing))
                            .as(event.getPayload() + " of seed " + seed)
                            .contains(owner(event));
                }
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(20);
        assertThat(answers).contains(200, 201, 403, 404);
    }

    /** The same codes, in a plan that is none of those in which the users have their work. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void nothing_changes_in_another_plan_with_the_same_codes(long seed) {
        Random random = new Random(seed);
        Partnership plan = new Partnership(service, "random-elsewhere-" + seed);
        for (int number = 1; number <= ACTIONS; number++) {
            plan.action("A" + number, "T1 T2 T3 T4", "OCC BOB-ICB", one(random, VISIBILITIES));
        }
        for (int number = 1; number <= 4; number++) plan.kpi("k" + number, "PA3 PA4", "T1 T2 T3 T4");
        long before = service.position();
        Set<Integer> answers = new HashSet<>();
        for (int request = 0; request < REQUESTS; request++) answers.add(ask(plan, random, request));
        assertThat(answers).containsOnly(403, 404);
        assertThat(service.position()).isEqualTo(before);
    }

    private int ask(Partnership plan, Random random, int request) {
        String user = one(random, USERS);
        String action = "A" + (1 + random.nextInt(ACTIONS));
        String kpi = "k" + (1 + random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0 -> plan.post(user, "/actions/" + action + "/start", "{}").status();
            case 1, 2 ->
                plan.post(
                                user,
                                "/actions/" + action + "/milestones/" + action + ".1/progress",
                                "{\"note\": \"Step %d\"}".formatted(request))
                        .status();
            case 3 ->
                plan.put(
                                user,
                                "/kpis/" + kpi + "/measurements/2024-" + (10 + random.nextInt(3)),
                                Partnership.reading(request))
                        .status();
            default ->
                plan.put(
                                user,
                                "/evidence/e" + request,
                                random.nextBoolean()
                                        ? Partnership.evidence("PUBLIC", "action:" + action)
                                        : Partnership.evidence("PUBLIC", "milestone:" + action + ".1", "kpi:" + kpi))
                        .status();
        };
    }

    /** What makes a thing the sender's own; "office" for what the test itself recorded. */
    private String owner(DomainEventMessage<?> event) {
        String actor = service.actor(event);
        if (actor.equals("executive")) return "OCC";
        return actor.replace("lead-t", "T");
    }

    private static Set<String> owners(String themes, String organisations) {
        Set<String> owners = new HashSet<>(List.of(themes.split(" ", -1)));
        owners.addAll(List.of(organisations.split(" ", -1)));
        return owners;
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    /** None, one or more, in order. */
    private static String some(Random random, String... of) {
        List<String> chosen = new ArrayList<>();
        for (String code : of) if (random.nextInt(3) == 0) chosen.add(code);
        return String.join(" ", chosen);
    }
}
