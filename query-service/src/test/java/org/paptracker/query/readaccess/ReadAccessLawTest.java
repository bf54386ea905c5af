package org.paptracker.query.readaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.date;
import static org.paptracker.query.QueryService.ANONYMOUS;
import static org.paptracker.values.Visibility.PARTNERSHIP;
import static org.paptracker.values.Visibility.PUBLIC;
import static org.paptracker.values.Visibility.RESTRICTED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.GuardEvent;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.RedactionEvent;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import org.paptracker.query.Story;
import org.paptracker.query.readaccess.Questions.Question;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.PlanId;
import org.paptracker.whole.Tally;

/**
 * The same as {@link ReadAccessTest} with plans made by chance, whose things change their class to and fro. Hidden is what
 * somebody cannot see at the end, with all its past.
 */
class ReadAccessLawTest {
    private static final int PLANS = 4;
    private static final int EVENTS_EACH = 250;

    static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("plan", List.of("plan-1", "plan-2", "plan-3", "plan-4")),
            Map.entry("action", numbered("X-", 1, 4)),
            Map.entry("milestone", List.of("X-1.1", "X-2.1")),
            Map.entry("evidence", numbered("E-", 0, 3)),
            Map.entry("kpi", numbered("K-", 0, 1)),
            Map.entry("voice", numbered("V-", 0, 2)),
            Map.entry("risk", numbered("R-", 0, 2)),
            Map.entry("decision", numbered("D-", 0, 2)),
            Map.entry("stocktake", numbered("S-", 0, 2)),
            Map.entry("area", List.of("A1")),
            Map.entry("theme", List.of("T2")),
            Map.entry("organisation", List.of("OCC")),
            Map.entry("leadRole", List.of("Assistant Director")),
            Map.entry("board", List.of("SIAB")),
            Map.entry("by", List.of("area", "theme", "organisation", "workstream")),
            Map.entry("supports", List.of("area:A1")),
            Map.entry("subject", List.of("X-1", "V-1", "milestone:X-1.1")),
            Map.entry("actor", List.of("lead-t2")),
            Map.entry("role", List.of("WORKSTREAM_LEAD")),
            Map.entry("type", List.of("action-amended")),
            Map.entry("before", List.of("500")),
            Map.entry("from", List.of("position:300", "2020-01-01", "stocktake:S-1")),
            Map.entry("to", List.of("2100-01-01", "position:700")),
            Map.entry("knownAt", List.of("position:500", "position:800", "stocktake:S-0")),
            Map.entry("effectiveAt", List.of("2024-12-31", "stocktake:S-1")));

    @TempDir
    static Path directory;

    private static List<DomainEvent> events;
    private static QueryService all;
    private static List<Question> questions;

    @BeforeAll
    static void start() {
        events = published(RandomHistory.interleaved(PLANS, EVENTS_EACH));
        all = service("all", events);
        questions = new Questions(VALUES).of(all);
        if (!Tally.LONG) questions = Questions.aThird(questions, Tally.seed()); // and another third tomorrow
    }

    @AfterAll
    static void stop() {
        all.close();
    }

    /** With the plan that is asked about most published early, in place of something else about it. */
    static List<DomainEvent> published(List<DomainEvent> events) {
        PlanId plan = RandomHistory.plan(1);
        List<DomainEvent> published = new ArrayList<>(events);
        published.replaceAll(new UnaryOperator<>() {
            private boolean done;

            @Override
            public DomainEvent apply(DomainEvent event) {
                boolean here =
                        !done && event instanceof PlanEvent && event.plan().equals(plan);
                if (!here || event instanceof PlanRegistered) return event;
                done = true;
                return new PlanPublished(plan, date("2024-01-10"), null);
            }
        });
        return published;
    }

    private static QueryService service(String name, List<DomainEvent> events) {
        QueryService service = QueryService.start(directory.resolve(name));
        service.tell(events);
        service.awaitViews();
        return service;
    }

    private static List<String> numbered(String prefix, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> prefix + number)
                .toList();
    }

    @Test
    void anyone_who_has_not_signed_in_learns_nothing_of_what_is_hidden() {
        Set<PlanId> published = new HashSet<>();
        for (DomainEvent event : events) if (event instanceof PlanPublished) published.add(event.plan());
        assertThat(published).contains(RandomHistory.plan(1));
        learnsNothing(ANONYMOUS, PUBLIC, published);
    }

    @Test
    void the_forum_learns_nothing_of_what_is_hidden() {
        learnsNothing(
                "forum",
                PARTNERSHIP,
                Set.copyOf(IntStream.rangeClosed(1, PLANS)
                        .mapToObj(RandomHistory::plan)
                        .toList()));
    }

    private static void learnsNothing(String user, Visibility upTo, Set<PlanId> plans) {
        Set<String> hidden = hidden(upTo);
        List<DomainEvent> told = events.stream()
                .map(event -> plans.contains(event.plan()) && !hidden.contains(Story.stream(event))
                        ? event
                        : Hidden.nothing())
                .toList();
        assertThat(told).isNotEqualTo(events);
        try (QueryService less = service(user, told)) {
            for (Question question : questions) {
                assertThat(Questions.answers(all, user, question))
                        .as("%s asks %s", user, question)
                        .isEqualTo(Questions.answers(less, user, question));
            }
        }
    }

    private static Set<String> hidden(Visibility upTo) {
        Map<String, Visibility> classes = new HashMap<>();
        for (DomainEvent event : events) {
            Visibility now = visibility(event);
            if (now != null) classes.put(Story.stream(event), now);
        }
        classes.values().removeIf(last -> last.compareTo(upTo) <= 0);
        return classes.keySet();
    }

    /** The class that an event gives to what it is about; null if it leaves that as it was. */
    private static Visibility visibility(DomainEvent event) {
        if (event instanceof ActionAgreed agreed) return agreed.details().visibility();
        if (event instanceof ActionAmended amended) return amended.details().visibility();
        if (event instanceof EvidenceSubmitted submitted)
            return submitted.details().visibility();
        if (event instanceof EvidenceAmended amended) return amended.details().visibility();
        if (event instanceof VoiceHeard heard) return heard.details().visibility();
        if (event instanceof VoiceAmended amended) return amended.details().visibility();
        if (event instanceof RiskIdentified identified)
            return identified.details().visibility();
        if (event instanceof RiskAmended amended) return amended.details().visibility();
        if (event instanceof DecisionMade made) return made.details().visibility();
        if (event instanceof DecisionAmended amended) return amended.details().visibility();
        if (event instanceof StocktakeScheduled scheduled)
            return scheduled.details().visibility();
        if (event instanceof StocktakeAmended amended) return amended.details().visibility();
        return event instanceof RedactionEvent || event instanceof GuardEvent ? RESTRICTED : null;
    }
}
