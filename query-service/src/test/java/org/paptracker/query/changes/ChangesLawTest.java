package org.paptracker.query.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.query.Everything;
import org.paptracker.query.QueryService;
import org.paptracker.query.RandomHistory;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.audit.AuditEntry.Change;
import org.paptracker.query.changes.Changed.Said;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.EntrySubject;
import org.paptracker.query.history.EverySlice;
import org.paptracker.query.history.FamilyViews;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.whole.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds of changes over any history, in either time: ten plans in one log, made by chance, of all families. */
class ChangesLawTest {
    private static final int SEEDS = 10;
    private static final int EVENTS_EACH = 400;
    private static final int TRIALS = Tally.LONG ? 12 : 6;
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 12, 31);
    private static final int DAYS = 760;

    @TempDir
    static Path directory;

    private static QueryService service;
    private static Changes changes;

    private final Random random = new Random(20250213);

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.tell(RandomHistory.interleaved(SEEDS, EVENTS_EACH));
        service.awaitViews();
        changes = service.bean(Changes.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Moments that follow each other in both times; in one that stands still they are the same. */
    private List<AsAt> moments(int count, boolean known, boolean effective) {
        long[] positions =
                random.longs(count, 0, SEEDS * EVENTS_EACH + 1).sorted().toArray();
        int[] days = random.ints(count, 0, DAYS).sorted().toArray();
        List<AsAt> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = FIRST_DAY.plusDays(days[effective ? i : 0]);
            moments.add(Everything.asAt(positions[known ? i : count - 1], day, day));
        }
        return moments;
    }

    private List<List<AsAt>> trials(int count) {
        List<List<AsAt>> trials = new ArrayList<>();
        for (int i = 0; i < TRIALS; i++) {
            trials.add(moments(count, true, false));
            trials.add(moments(count, false, true));
            trials.add(moments(count, true, true));
            trials.add(moments(count, true, true).stream()
                    .map(asAt -> Everything.asAt(asAt.knownPosition(), null, asAt.day()))
                    .toList());
        }
        return trials;
    }

    private static List<AsAt> wholeHistory() {
        LocalDate last = FIRST_DAY.plusDays(DAYS);
        return List.of(Everything.asAt(0L, null, last), Everything.asAt(service.position(), null, last));
    }

    private PlanId plan() {
        return RandomHistory.plan(1 + random.nextInt(SEEDS));
    }

    private List<Changed> between(PlanId plan, AsAt from, AsAt to) {
        int limit = 1 + random.nextInt(200);
        List<Changed> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<Changed> page = changes.between(plan, from, to, new Paging(cursor, limit));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void from_a_to_b_and_from_b_to_c_say_the_same_as_from_a_to_c() {
        int changed = 0;
        for (List<AsAt> trial : trials(3)) {
            PlanId plan = plan();
            List<Changed> whole = between(plan, trial.get(0), trial.get(2));
            assertThat(joined(between(plan, trial.get(0), trial.get(1)), between(plan, trial.get(1), trial.get(2))))
                    .as("%s over %s", plan, trial)
                    .isEqualTo(whole);
            changed += whole.size();
        }
        assertThat(changed).isGreaterThan(1_000);
    }

    private static List<Changed> joined(List<Changed> first, List<Changed> second) {
        Map<EntrySubject, Changed> both = new LinkedHashMap<>();
        Stream.of(first, second)
                .flatMap(Collection::stream)
                .forEach(changed -> both.merge(changed.subject(), changed, ChangesLawTest::joined));
        return both.values().stream()
                .sorted(Comparator.comparing(changed -> changed.said().get(0).position()))
                .toList();
    }

    private static Changed joined(Changed first, Changed second) {
        List<Said> said = Stream.of(first.said(), second.said())
                .flatMap(Collection::stream)
                .distinct()
                .sorted(Comparator.comparing(Said::position))
                .toList();
        Map<String, Change> fields = new TreeMap<>();
        for (Change change : first.changes()) fields.put(change.field(), change);
        for (Change later : second.changes()) {
            fields.merge(
                    later.field(), later, (before, after) -> new Change(later.field(), before.before(), after.after()));
        }
        fields.values().removeIf(change -> Objects.equals(change.before(), change.after()));
        return new Changed(first.plan(), first.subject(), said, List.copyOf(fields.values()));
    }

    @Test
    void each_side_of_a_change_is_what_the_view_shows_as_at_that_moment() {
        Set<String> types = new TreeSet<>();
        List<List<AsAt>> trials = trials(2);
        trials.add(wholeHistory()); // what the histories do not know by name comes last
        for (List<AsAt> trial : trials) {
            PlanId plan = plan();
            Map<EntrySubject, JsonNode> before = shown(plan, trial.get(0));
            Map<EntrySubject, JsonNode> after = shown(plan, trial.get(1));
            for (Changed changed : between(plan, trial.get(0), trial.get(1))) {
                for (Change change : changed.changes()) {
                    assertThat(change.before()).isEqualTo(at(before.get(changed.subject()), change.field()));
                    assertThat(change.after()).isEqualTo(at(after.get(changed.subject()), change.field()));
                    types.add(changed.subject().type());
                }
            }
        }
        assertThat(types)
                .containsExactlyElementsOf(EverySlice.all().stream()
                        .flatMap(slice -> Stream.of(slice.kind(), slice.partKind()))
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList());
    }

    @Test
    void nothing_changes_from_a_moment_to_itself() {
        for (List<AsAt> trial : trials(1)) {
            assertThat(between(plan(), trial.get(0), trial.get(0))).isEmpty();
        }
    }

    @Test
    void from_the_beginning_everything_there_is_has_changed() {
        for (List<AsAt> trial : trials(1)) {
            PlanId plan = plan();
            AsAt beginning = Everything.asAt(0L, null, FIRST_DAY);
            Set<EntrySubject> changed = between(plan, beginning, trial.get(0)).stream()
                    .filter(each -> !each.changes().isEmpty())
                    .map(Changed::subject)
                    .collect(Collectors.toSet());
            assertThat(changed).isEqualTo(shown(plan, trial.get(0)).keySet());
        }
    }

    /** The views of all families as at a moment, by subject, as JSON. */
    private static Map<EntrySubject, JsonNode> shown(PlanId plan, AsAt asAt) {
        JsonMapper json = service.bean(JsonMapper.class);
        Map<EntrySubject, JsonNode> shown = new LinkedHashMap<>();
        for (FamilyViews<?, ?> family : service.beans(FamilyViews.class)) {
            for (View view : family.of(plan, asAt)) {
                String type = family.slice().kind();
                shown.put(new EntrySubject(type, view.code().toString()), json.valueToTree(view));
                if (view instanceof ActionView action) {
                    action.milestones().forEach(milestone -> {
                        MilestoneCode code = milestone.code();
                        shown.put(
                                new EntrySubject(
                                        "milestone", code.value(), action.code().value()),
                                json.valueToTree(milestone));
                    });
                }
            }
        }
        return shown;
    }

    /** Null if it is absent, as an empty list is. */
    private static @Nullable JsonNode at(@Nullable JsonNode view, String field) {
        if (view == null) return null;
        JsonNode node = view;
        for (String name : field.split("\\.", -1)) node = node.path(name);
        return node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty()) ? null : node;
    }
}
