package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Fold;
import org.paptracker.fold.Recorded;
import org.paptracker.log.LogReader;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.Actions;
import org.paptracker.query.action.Lived;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.audit.Audit;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.EverySlice;
import org.paptracker.query.history.FamilyViews;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.View;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.London;
import org.paptracker.values.NaturalOrder;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionState;
import org.paptracker.values.plan.PlanId;
import org.paptracker.whole.Tally;

/** live == replayed == as at now, over histories made by chance: many plans in one log, interleaved. */
class LawTest {
    private static final int SEEDS = Tally.LONG ? 20 : 8;
    private static final int EVENTS_EACH = 250;
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final AsAt NOW = Everything.asAt(null, null, DAY);

    @TempDir
    static Path directory;

    private static QueryService service;
    private static List<Recorded<DomainEvent>> log;

    /** A family of views, asked for as people ask and folded here from the log, without what keeps or remembers them. */
    record Kind<V extends View, E extends DomainEvent>(Slice<V, E> slice) {
        @SuppressWarnings("unchecked") // those of this slice
        List<V> asked(PlanId plan, AsAt asAt) {
            return service.beans(FamilyViews.class).stream()
                    .filter(views -> views.slice() == service.bean(slice.getClass()))
                    .map(views -> ((FamilyViews<V, E>) views).of(plan, asAt))
                    .findFirst()
                    .orElseThrow();
        }

        List<V> folded(PlanId plan, AsAt asAt) {
            Map<String, V> folded = new TreeMap<>(NaturalOrder.OF_TEXTS);
            Set<Long> putRight = putRight(plan, asAt);
            for (Recorded<DomainEvent> recorded : log) {
                if (!slice.family().isInstance(recorded.event())) continue;
                if (!recorded.event().plan().equals(plan) || !counts(recorded, asAt)) continue;
                if (putRight.contains(recorded.position())) continue;
                V before = folded.getOrDefault(recorded.stream(), slice.fold().initial());
                folded.put(recorded.stream(), slice.fold().step(before, recorded.as(slice.family())));
            }
            return folded.values().stream()
                    .filter(View::exists)
                    .map(Everything::told)
                    .toList();
        }

        /** What is known to have been a mistake is none the truer for an earlier day. */
        private static Set<Long> putRight(PlanId plan, AsAt asAt) {
            return log.stream()
                    .filter(recorded -> isNoLater(recorded.position(), asAt.knownPosition()))
                    .map(Recorded::event)
                    .filter(event -> event.plan().equals(plan))
                    .map(DomainEvent::corrects)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        private static boolean counts(Recorded<DomainEvent> recorded, AsAt asAt) {
            LocalDate from = recorded.event().countsFrom(London.day(recorded.recordedAt()));
            return isNoLater(recorded.position(), asAt.knownPosition())
                    && (from == null || isNoLater(from, asAt.effectiveOn()));
        }

        private static <T extends Comparable<? super T>> boolean isNoLater(T value, @Nullable T limit) {
            return limit == null || value.compareTo(limit) <= 0;
        }

        @Override
        public String toString() {
            return slice.projection();
        }
    }

    static final List<Kind<?, ?>> KINDS =
            EverySlice.all().stream().<Kind<?, ?>>map(Kind::new).toList();

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        List<DomainEvent> told = new ArrayList<>(RandomHistory.interleaved(SEEDS, EVENTS_EACH));
        told.addAll(transfers());
        service.tell(told);
        log = service.bean(LogReader.class).after(0, told.size() + 1);
        assertThat(log).extracting(Recorded::event).isEqualTo(told);
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<PlanId> plans() {
        return IntStream.rangeClosed(1, SEEDS).mapToObj(RandomHistory::plan).toList();
    }

    @Test
    void the_laws_are_about_every_family_and_every_kind_of_event() {
        assertThat(KINDS).hasSameSizeAs(service.beans(FamilyViews.class));
        assertThat(log.stream().map(recorded -> recorded.event().getClass()).collect(Collectors.toSet()))
                .isEqualTo(KINDS.stream()
                        .flatMap(kind -> Fold.recordsOf(kind.slice().family()))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void the_live_views_are_the_folded_history(Kind<?, ?> kind) {
        for (PlanId plan : plans()) {
            assertThat(kind.asked(plan, NOW)).isNotEmpty().isEqualTo(kind.folded(plan, NOW));
        }
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void as_known_now_is_as_it_stands(Kind<?, ?> kind) {
        AsAt known = Everything.asAt(head(), null, DAY);
        for (PlanId plan : plans()) {
            assertThat(kind.asked(plan, known)).isEqualTo(kind.asked(plan, NOW));
        }
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void as_at_a_time_is_the_fold_of_what_counts_by_then(Kind<?, ?> kind) {
        Random random = new Random(2);
        for (PlanId plan : plans()) {
            for (int i = 0; i < 3; i++) {
                long position = random.nextInt(log.size() + 1);
                LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
                for (AsAt asAt : List.of(
                        Everything.asAt(position, null, DAY),
                        Everything.asAt(null, day, day),
                        Everything.asAt(position, day, day))) {
                    assertThat(kind.asked(plan, asAt))
                            .as("%s as at %s", plan, asAt)
                            .isEqualTo(kind.folded(plan, asAt));
                }
            }
        }
    }

    private static long head() {
        return log.get(log.size() - 1).position();
    }

    /** Each plan's first action goes to the next plan, and from there back again, as another. */
    private static List<DomainEvent> transfers() {
        List<DomainEvent> transfers = new ArrayList<>();
        for (int seed = 1; seed < SEEDS; seed++) {
            PlanId plan = RandomHistory.plan(seed);
            PlanId next = RandomHistory.plan(seed + 1);
            transfers.addAll(transfer(plan, new ActionCode("X-1"), next, new ActionCode("M")));
            if (seed > 1)
                transfers.addAll(
                        transfer(plan, new ActionCode("M"), RandomHistory.plan(seed - 1), new ActionCode("N")));
        }
        return transfers;
    }

    private static List<DomainEvent> transfer(PlanId from, ActionCode action, PlanId to, ActionCode there) {
        BusinessDate on = History.date("2024-08-01");
        return List.of(
                new ActionTransferred(from, action, on, to, there, null),
                new ActionReceived(
                        to,
                        there,
                        on,
                        from,
                        action,
                        History.details("Moved", "A1"),
                        ActionState.IN_PROGRESS,
                        List.of()));
    }

    @Test
    void across_plans_every_action_and_milestone_is_counted_once_and_none_is_lost() {
        Actions actions = service.bean(Actions.class);
        for (AsAt asAt : List.of(NOW, Everything.asAt(null, LocalDate.of(2024, 9, 1), DAY))) {
            List<ActionView> all = plans().stream()
                    .flatMap(plan -> actions.of(plan, asAt).stream())
                    .toList();
            List<Lived> counted = Lived.of(all);
            assertThat(counted.stream().flatMap(Lived::lives)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(counted)
                    .filteredOn(lived -> lived.before().size() == 2)
                    .hasSize(SEEDS - 2)
                    .allSatisfy(lived -> assertThat(actions.lives(lived.now(), asAt))
                            .containsExactly(
                                    lived.before().get(1), lived.before().get(0), lived.now()));
            assertThat(counted.stream().flatMap(Lived::steps))
                    .doesNotHaveDuplicates()
                    .containsAll(all.stream()
                            .flatMap(action -> action.milestones().stream()
                                    .filter(MilestoneView::complete)
                                    .map(milestone -> new Lived.Step(action, milestone)))
                            .toList());
        }
    }

    @Test
    void a_replay_makes_the_same_views_again() {
        Map<String, Map<Object, Object>> before = service.stored();
        assertThat(before.get(Audit.PROJECTION)).hasSizeGreaterThanOrEqualTo(SEEDS * EVENTS_EACH);

        for (String projection : EverySlice.projections()) service.replay(projection);

        assertThat(service.stored()).isEqualTo(before);
    }

    @Test
    void a_late_entry_changes_what_was_true_and_never_what_was_known() {
        Actions actions = service.bean(Actions.class);
        LocalDate day = LocalDate.of(2024, 7, 1);
        long head = head();
        List<Long> positions = List.of(head / 4, head / 2, head);

        for (PlanId plan : plans().subList(0, 5)) {
            MilestoneProgressRecorded model = aReport(plan);
            List<List<ActionView>> known = positions.stream()
                    .map(position -> actions.of(plan, Everything.asAt(position, null, DAY)))
                    .toList();
            List<ActionView> wasTrue = actions.of(plan, Everything.asAt(null, day, day));

            service.append(
                    List.of(new MilestoneProgressRecorded(
                            plan,
                            model.action(),
                            model.milestone(),
                            History.date(day.toString()),
                            ErasableText.of("Entered long after"),
                            77,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)),
                    LEAD);
            service.awaitViews();
            log = service.bean(LogReader.class).after(0, log.size() + 2);

            assertThat(positions)
                    .extracting(position -> actions.of(plan, Everything.asAt(position, null, DAY)))
                    .isEqualTo(known);
            List<ActionView> isTrue = actions.of(plan, Everything.asAt(null, day, day));
            assertThat(isTrue).isNotEqualTo(wasTrue);
            assertThat(isTrue.stream()
                            .flatMap(action -> action.milestone(model.milestone()).stream())
                            .map(milestone -> milestone.latest()))
                    .singleElement()
                    .satisfies(report -> assertThat(report.note()).isEqualTo("Entered long after"));
            assertThat(actions.of(plan, Everything.asAt(null, day.minusDays(1), day.minusDays(1))))
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
