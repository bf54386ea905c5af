package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.DecisionEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.PlanEvent;
import org.paptracker.events.RiskEvent;
import org.paptracker.events.VoiceEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.action.Lived;
import org.paptracker.query.decision.DecisionView;
import org.paptracker.query.decision.Decisions;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.evidence.Evidences;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.kpi.KpiView;
import org.paptracker.query.kpi.Kpis;
import org.paptracker.query.plan.PlanView;
import org.paptracker.query.plan.Plans;
import org.paptracker.query.platform.projection.Projections;
import org.paptracker.query.risk.RiskView;
import org.paptracker.query.risk.Risks;
import org.paptracker.query.voice.VoiceView;
import org.paptracker.query.voice.Voices;
import org.paptracker.values.PlanId;

/** live == replayed == as at now, over histories made by chance: twenty plans in one log, interleaved. */
class LawTest {
    private static final int SEEDS = 20;
    private static final int EVENTS_EACH = 250;
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final AsAt NOW = new AsAt(null, null, DAY);

    @TempDir
    static Path directory;

    private static QueryService service;
    private static List<Recorded<DomainEvent>> log;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        List<DomainEvent> told = interleaved();
        Random random = new Random(0);
        for (int from = 0; from < told.size(); ) {
            int to = Math.min(told.size(), from + 1 + random.nextInt(40));
            service.append(told.subList(from, to), random.nextBoolean() ? LEAD : OFFICE);
            from = to;
        }
        log = service.bean(LogReader.class).after(0, told.size() + 1);
        assertThat(log).extracting(Recorded::event).isEqualTo(told);
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<DomainEvent> interleaved() {
        List<List<DomainEvent>> plans = new ArrayList<>(IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> RandomHistory.of(seed, EVENTS_EACH))
                .map(ArrayList::new)
                .toList());
        Random random = new Random(1);
        List<DomainEvent> all = new ArrayList<>();
        while (!plans.isEmpty()) {
            List<DomainEvent> plan = plans.get(random.nextInt(plans.size()));
            all.add(plan.remove(0));
            plans.remove(List.of());
        }
        return all;
    }

    private static List<PlanId> plans() {
        return IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> new PlanId("plan-" + seed))
                .toList();
    }

    /** The views of a plan's actions, folded from what the log held by {@code position}. */
    private static List<ActionView> folded(PlanId plan, long position) {
        return List.copyOf(folded("action:" + plan + "/", ActionView.FOLD, ActionEvent.class, position)
                .values());
    }

    private static List<EvidenceView> foldedEvidence(PlanId plan, long position) {
        return List.copyOf(folded("evidence:" + plan + "/", EvidenceView.FOLD, EvidenceEvent.class, position)
                .values());
    }

    private static List<KpiView> foldedKpis(PlanId plan, long position) {
        return List.copyOf(folded("kpi:" + plan + "/", KpiView.FOLD, KpiEvent.class, position)
                .values());
    }

    private static Optional<PlanView> foldedPlan(PlanId plan, long position) {
        return folded("plan:" + plan, PlanView.FOLD, PlanEvent.class, position).entrySet().stream()
                .filter(entry -> entry.getKey().equals("plan:" + plan))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<VoiceView> foldedVoices(PlanId plan, long position) {
        return List.copyOf(folded("voice:" + plan + "/", VoiceView.FOLD, VoiceEvent.class, position)
                .values());
    }

    private static List<RiskView> foldedRisks(PlanId plan, long position) {
        return List.copyOf(folded("risk:" + plan + "/", RiskView.FOLD, RiskEvent.class, position)
                .values());
    }

    private static List<DecisionView> foldedDecisions(PlanId plan, long position) {
        return List.copyOf(folded("decision:" + plan + "/", DecisionView.FOLD, DecisionEvent.class, position)
                .values());
    }

    private static <V, E extends DomainEvent> Map<String, V> folded(
            String streams, Fold<V, E> fold, Class<E> family, long position) {
        Map<String, V> views = new TreeMap<>();
        for (Recorded<DomainEvent> recorded : log) {
            if (recorded.position() > position || !recorded.stream().startsWith(streams)) continue;
            V before = views.getOrDefault(recorded.stream(), fold.initial());
            views.put(recorded.stream(), fold.step(before, recorded.as(family)));
        }
        return views;
    }

    @Test
    void the_live_views_are_the_folded_history() {
        for (PlanId plan : plans()) {
            assertThat(service.bean(Actions.class).of(plan, NOW)).isNotEmpty().isEqualTo(folded(plan, Long.MAX_VALUE));
            assertThat(service.bean(Plans.class).get(plan, NOW))
                    .isEqualTo(foldedPlan(plan, Long.MAX_VALUE).orElseThrow());
            assertThat(service.bean(Voices.class).of(plan, NOW))
                    .isNotEmpty()
                    .isEqualTo(foldedVoices(plan, Long.MAX_VALUE));
            assertThat(service.bean(Risks.class).of(plan, NOW))
                    .isNotEmpty()
                    .isEqualTo(foldedRisks(plan, Long.MAX_VALUE));
            assertThat(service.bean(Decisions.class).of(plan, NOW))
                    .isNotEmpty()
                    .isEqualTo(foldedDecisions(plan, Long.MAX_VALUE));
            assertThat(service.bean(Evidences.class).of(plan, NOW))
                    .isNotEmpty()
                    .isEqualTo(foldedEvidence(plan, Long.MAX_VALUE));
            assertThat(service.bean(Kpis.class).of(plan, NOW)).isNotEmpty().isEqualTo(foldedKpis(plan, Long.MAX_VALUE));
        }
    }

    @Test
    void as_known_now_is_as_it_stands() {
        AsAt known = new AsAt(log.get(log.size() - 1).position(), null, DAY);
        for (PlanId plan : plans()) {
            assertThat(service.bean(Actions.class).of(plan, known))
                    .isEqualTo(service.bean(Actions.class).of(plan, NOW));
            assertThat(service.bean(Plans.class).get(plan, known))
                    .isEqualTo(service.bean(Plans.class).get(plan, NOW));
            assertThat(service.bean(Voices.class).of(plan, known))
                    .isEqualTo(service.bean(Voices.class).of(plan, NOW));
            assertThat(service.bean(Risks.class).of(plan, known))
                    .isEqualTo(service.bean(Risks.class).of(plan, NOW));
            assertThat(service.bean(Decisions.class).of(plan, known))
                    .isEqualTo(service.bean(Decisions.class).of(plan, NOW));
            assertThat(service.bean(Evidences.class).of(plan, known))
                    .isEqualTo(service.bean(Evidences.class).of(plan, NOW));
            assertThat(service.bean(Kpis.class).of(plan, known))
                    .isEqualTo(service.bean(Kpis.class).of(plan, NOW));
        }
    }

    @Test
    void as_known_at_a_position_is_the_fold_of_what_came_before_it() {
        Random random = new Random(2);
        for (PlanId plan : plans()) {
            for (int i = 0; i < 3; i++) {
                long position = random.nextInt(log.size() + 1);
                assertThat(service.bean(Actions.class).of(plan, new AsAt(position, null, DAY)))
                        .as("%s at %d", plan, position)
                        .isEqualTo(folded(plan, position));
                assertThat(service.bean(Voices.class).of(plan, new AsAt(position, null, DAY)))
                        .isEqualTo(foldedVoices(plan, position));
                assertThat(service.bean(Risks.class).of(plan, new AsAt(position, null, DAY)))
                        .isEqualTo(foldedRisks(plan, position));
                assertThat(service.bean(Decisions.class).of(plan, new AsAt(position, null, DAY)))
                        .isEqualTo(foldedDecisions(plan, position));
                assertThat(service.bean(Evidences.class).of(plan, new AsAt(position, null, DAY)))
                        .as("%s at %d", plan, position)
                        .isEqualTo(foldedEvidence(plan, position));
                assertThat(service.bean(Kpis.class).of(plan, new AsAt(position, null, DAY)))
                        .as("%s at %d", plan, position)
                        .isEqualTo(foldedKpis(plan, position));
            }
        }
    }

    @Test
    void across_plans_every_action_and_milestone_is_counted_once_and_none_is_lost() {
        Actions actions = service.bean(Actions.class);
        for (AsAt asAt : List.of(NOW, new AsAt(null, LocalDate.of(2024, 9, 1), DAY))) {
            List<ActionView> all = plans().stream()
                    .flatMap(plan -> actions.of(plan, asAt).stream())
                    .toList();
            List<ActionView> lived =
                    Lived.of(all).stream().flatMap(Lived::lives).toList();
            assertThat(lived).doesNotHaveDuplicates();
            assertThat(all).containsAll(lived);
            assertThat(Lived.of(all).stream().flatMap(Lived::steps)).doesNotHaveDuplicates();
            for (ActionView action : all)
                assertThat(actions.lives(action, asAt)).contains(action);
        }
    }

    @Test
    void a_replay_makes_the_same_views_again() {
        Map<String, Map<Object, Object>> before = stored();
        assertThat(before.get(Projections.AUDIT)).hasSizeGreaterThanOrEqualTo(SEEDS * EVENTS_EACH);

        for (String projection : Projections.ALL) service.replay(projection);

        assertThat(stored()).isEqualTo(before);
    }

    private static Map<String, Map<Object, Object>> stored() {
        Map<String, Map<Object, Object>> stored = new LinkedHashMap<>();
        for (String projection : Projections.ALL) {
            Map<Object, Object> documents = new LinkedHashMap<>();
            for (Document document :
                    service.bean(MongoDatabase.class).getCollection(projection).find()) {
                documents.put(document.get("_id"), document);
            }
            stored.put(projection, documents);
        }
        return stored;
    }

    @Test
    void a_late_entry_changes_what_was_true_and_never_what_was_known() {
        Actions actions = service.bean(Actions.class);
        LocalDate day = LocalDate.of(2024, 7, 1);
        long head = log.get(log.size() - 1).position();
        List<Long> positions = List.of(head / 4, head / 2, head);

        for (PlanId plan : plans().subList(0, 5)) {
            MilestoneProgressRecorded model = aReport(plan);
            List<List<ActionView>> known = positions.stream()
                    .map(position -> actions.of(plan, new AsAt(position, null, DAY)))
                    .toList();
            List<ActionView> wasTrue = actions.of(plan, new AsAt(null, day, day));

            service.append(
                    List.of(new MilestoneProgressRecorded(
                            plan,
                            model.action(),
                            model.milestone(),
                            History.date(day.toString()),
                            org.paptracker.values.ErasableText.of("Entered long after"),
                            77,
                            null,
                            null,
                            null,
                            null,
                            null)),
                    LEAD);
            service.awaitViews();
            log = service.bean(LogReader.class).after(0, log.size() + 2);

            assertThat(positions)
                    .extracting(position -> actions.of(plan, new AsAt(position, null, DAY)))
                    .isEqualTo(known);
            List<ActionView> isTrue = actions.of(plan, new AsAt(null, day, day));
            assertThat(isTrue).isNotEqualTo(wasTrue);
            assertThat(isTrue.stream()
                            .flatMap(action -> action.milestone(model.milestone()).stream())
                            .map(milestone -> milestone.latest()))
                    .singleElement()
                    .satisfies(report -> assertThat(report.note()).isEqualTo("Entered long after"));
            assertThat(actions.of(plan, new AsAt(null, day.minusDays(1), day.minusDays(1))))
                    .as("the day before it became true")
                    .noneMatch(action -> action.toString().contains("Entered long after"));
        }
    }

    private static MilestoneProgressRecorded aReport(PlanId plan) {
        return log.stream()
                .map(Recorded::event)
                .filter(MilestoneProgressRecorded.class::isInstance)
                .map(MilestoneProgressRecorded.class::cast)
                .filter(event -> event.plan().equals(plan))
                .filter(event -> log.stream()
                        .anyMatch(recorded -> recorded.event() instanceof ActionAgreed agreed
                                && agreed.plan().equals(plan)
                                && agreed.action().equals(event.action()))) // there from the beginning
                .findFirst()
                .orElseThrow();
    }
}
