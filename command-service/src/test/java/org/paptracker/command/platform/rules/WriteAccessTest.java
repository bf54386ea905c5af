package org.paptracker.command.platform.rules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.OwnWork;
import org.paptracker.platform.security.Role;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/** Areas PA3 of OCC and PA4 of ICB; actions, milestones and KPIs as in {@link #ACTIONS} and {@link #KPIS}. */
class WriteAccessTest {
    private static final PlanId PLAN = new PlanId("plan");

    private static final Caller LEAD = new Caller("lead", Role.WORKSTREAM_LEAD, "OCC", own("T2"));
    private static final Caller EXECUTIVE = new Caller("executive", Role.ACCOUNTABLE_EXECUTIVE, "OCC", own());

    private static final Map<String, NamedAction> ACTIONS = Map.of(
            "A-own", action(Visibility.PUBLIC, "T2", "OCC", "A-own.1"),
            "A-shared", action(Visibility.PUBLIC, "T1 T2", "ICB OCC", "A-shared.1"),
            "A-other", action(Visibility.PUBLIC, "T1", "ICB", "A-other.1"),
            "A-none", action(Visibility.PUBLIC, "", "", "A-none.1", "M7"),
            "A-hidden", action(Visibility.RESTRICTED, "T1", "ICB", "A-hidden.1"),
            "A-secret", action(Visibility.RESTRICTED, "T2", "OCC", "A-secret.1"));

    private static final Map<String, KpiDetails> KPIS = Map.of(
            "own", kpi("PA3", "T2"), "other", kpi("PA4", "T1"), "both", kpi("PA3 PA4", "T1 T2"), "none", kpi("", ""));

    private static final Map<String, NamedEvidence> EVIDENCE = Map.of(
            "E-standing", new NamedEvidence(Visibility.PARTNERSHIP, false, false),
            "E-withdrawn", new NamedEvidence(Visibility.PARTNERSHIP, true, false),
            "E-hidden", new NamedEvidence(Visibility.RESTRICTED, true, false));

    private static OwnWork own(String... themes) {
        return new OwnWork(Map.of(PLAN, Set.of(themes)), Set.of(PLAN));
    }

    private static NamedAction action(
            Visibility visibility, String themes, String organisations, String... milestones) {
        return new NamedAction(
                new Belonging(visibility, codes(themes, ThemeCode::new), codes(organisations, OrganisationCode::new)),
                Arrays.stream(milestones).map(MilestoneCode::new).collect(Collectors.toSet()));
    }

    private static KpiDetails kpi(String areas, String themes) {
        return new KpiDetails(
                "KPI",
                "weeks",
                Polarity.LOWER_IS_BETTER,
                null,
                null,
                null,
                codes(areas, AreaCode::new),
                codes(themes, ThemeCode::new),
                null,
                null);
    }

    private static <C extends Comparable<C>> SortedSet<C> codes(@Nullable String words, Function<String, C> code) {
        SortedSet<C> codes = new TreeSet<>();
        if (words == null || words.isBlank()) return codes;
        for (String word : words.split(" ", -1)) codes.add(code.apply(word));
        return codes;
    }

    private static WriteAccess of(Caller caller) {
        return of(caller, true);
    }

    private static WriteAccess of(Caller caller, boolean isPlan) {
        return new WriteAccess(caller, new Actor(caller.name(), null, null), new WriteAccess.Others() {
            @Override
            public boolean isPlan() {
                return isPlan;
            }

            @Override
            public Set<PlanId> line() {
                return Set.of(PLAN);
            }

            @Override
            public NamedAction action(ActionCode action) {
                return ACTIONS.getOrDefault(action.value(), NamedAction.FOLD.initial());
            }

            @Override
            public NamedKpi kpi(KpiCode kpi) {
                return new NamedKpi(KPIS.get(kpi.value()));
            }

            @Override
            public NamedEvidence evidence(EvidenceId evidence) {
                return EVIDENCE.getOrDefault(evidence.value(), NamedEvidence.FOLD.initial());
            }

            @Override
            public NamedDecision decision(DecisionId decision) {
                return NamedDecision.FOLD.initial();
            }

            @Override
            public AccountableBodies bodies() {
                return new AccountableBodies(Map.of(
                        new AreaCode("PA3"), new OrganisationCode("OCC"),
                        new AreaCode("PA4"), new OrganisationCode("ICB")));
            }
        });
    }

    @Test
    void tells_which_evidence_is_withdrawn_to_those_who_can_see_it() {
        Set<EvidenceId> named = codes("E-standing E-withdrawn E-hidden E-unknown", EvidenceId::new);
        assertThat(of(LEAD).withdrawn(named)).containsExactly(new EvidenceId("E-withdrawn"));
        Caller office = new Caller("office", Role.PROGRAMME_OFFICE, null, own());
        assertThat(of(office).withdrawn(named))
                .containsExactly(new EvidenceId("E-hidden"), new EvidenceId("E-withdrawn"));
    }

    private static Caller caller(String role) {
        return role.equals("lead") ? LEAD : EXECUTIVE;
    }

    /** The sentence; "yes" if nothing is refused. */
    private static String answer(Caller caller, Consumer<WriteAccess> asked) {
        NotYours refusal = catchThrowableOfType(NotYours.class, () -> asked.accept(of(caller)));
        if (refusal == null) return "yes";
        boolean isLead = caller.role() == Role.WORKSTREAM_LEAD;
        assertThat(refusal.code()).isEqualTo(isLead ? "reach.other-themes" : "reach.other-organisation");
        assertThat(refusal.getMessage()).matches("[A-Z].*\\.").doesNotContain("null");
        return refusal.getMessage();
    }

    private static Set<Subject> subjects(@Nullable String words) {
        return words == null
                ? Set.of()
                : Arrays.stream(words.split(" ", -1))
                        .map(word -> word.split(":", 2))
                        .map(parts -> new Subject(SubjectType.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "lead, A-own, yes",
        "lead, A-shared, yes",
        "lead, A-secret, yes",
        "lead, A-other, 'Action A-other belongs to theme T1, and you lead theme T2. Ask the programme office to record this.'",
        "lead, A-none, 'Action A-none belongs to no theme, and you lead theme T2. Ask the programme office to record this.'",
        "executive, A-own, yes",
        "executive, A-shared, yes",
        "executive, A-other, 'Action A-other belongs to organisation ICB, and you answer for organisation OCC. Ask the programme office to record this.'",
        "executive, A-none, 'Action A-none belongs to no organisation, and you answer for organisation OCC. Ask the programme office to record this.'"
    })
    void an_action(String role, String code, String expected) {
        assertThat(answer(caller(role), access -> access.requireAction(new ActionCode(code), belonging(code))))
                .isEqualTo(expected);
    }

    private static Belonging belonging(String action) {
        NamedAction named = requireNonNull(ACTIONS.get(action));
        return requireNonNull(named.belonging());
    }

    @ParameterizedTest
    @CsvSource({
        "lead, own, yes",
        "lead, both, yes",
        "lead, other, belongs to theme T1",
        "lead, none, belongs to no theme",
        "executive, own, yes",
        "executive, both, yes",
        "executive, none, yes",
        "executive, other, belongs to organisation ICB"
    })
    void a_kpi(String role, String code, String expected) {
        KpiDetails details = requireNonNull(KPIS.get(code));
        assertThat(answer(caller(role), access -> access.requireKpi(new KpiCode(code), details)))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "lead, , , yes",
        "lead, T2, PA4, yes",
        "lead, T1 T2, , yes",
        "lead, , PA4, yes",
        "lead, T1, PA3, belongs to theme T1",
        "executive, , , yes",
        "executive, T1, , yes",
        "executive, T1, PA3, yes",
        "executive, , PA3 PA4, yes",
        "executive, T2, PA4, belongs to organisation ICB",
        "executive, , PA9, belongs to no organisation"
    })
    void a_voice(String role, @Nullable String themes, @Nullable String areas, String expected) {
        assertThat(answer(
                        caller(role),
                        access -> access.requireVoice(codes(themes, ThemeCode::new), codes(areas, AreaCode::new))))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "lead, action:A-own, yes",
        "lead, action:A-shared, yes",
        "lead, action:A-secret, yes",
        "lead, milestone:A-own.1, yes",
        "lead, milestone:A-own/whatever, yes",
        "lead, milestone:A-own/x plan:p area:PA4 fact:f voice:v, yes",
        "lead, kpi:own, yes",
        "lead, theme:T2, yes",
        "lead, , supports nothing of your own",
        "lead, plan:p, supports nothing of your own",
        "lead, area:PA3, supports nothing of your own",
        "lead, fact:f voice:v, supports nothing of your own",
        "lead, theme:T1, supports theme T1",
        "lead, theme:T1 theme:T2, supports theme T1",
        "lead, theme:T2 action:A-other, Action A-other belongs to theme T1",
        "lead, theme:T2 milestone:A-other.1, Milestone A-other.1 belongs to theme T1",
        "lead, theme:T2 milestone:A-other/A-own.1, Milestone A-other/A-own.1 belongs to theme T1",
        "lead, theme:T2 milestone:A-none/M7, belongs to no theme",
        "lead, theme:T2 milestone:M7, write both: ACTION/M7",
        "lead, theme:T2 milestone:A-own.2, Milestone A-own.2 is not known as work of theme T2",
        "lead, theme:T2 kpi:other, KPI other belongs to theme T1",
        "lead, theme:T2 kpi:none, KPI none belongs to no theme",
        "lead, theme:T2 kpi:unknown, KPI unknown is not known as work of theme T2",
        "executive, action:A-own, yes",
        "executive, milestone:A-shared.1, yes",
        "executive, area:PA3, yes",
        "executive, area:PA3 area:PA4 theme:T1 plan:p, yes",
        "executive, kpi:own, yes",
        "executive, kpi:none, yes",
        "executive, area:PA4, supports nothing of your own",
        "executive, theme:T2, supports nothing of your own",
        "executive, plan:p fact:f, supports nothing of your own",
        "executive, area:PA3 action:A-other, Action A-other belongs to organisation ICB",
        "executive, area:PA3 milestone:A-none.1, Milestone A-none.1 belongs to no organisation",
        "executive, area:PA3 kpi:other, KPI other belongs to organisation ICB"
    })
    void evidence(String role, @Nullable String supports, String expected) {
        assertThat(answer(caller(role), access -> access.requireEvidence(subjects(supports))))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"A-hidden, A-gone", "A-hidden.1, A-gone.1", "A-hidden/x, A-gone/x"})
    void what_may_not_be_seen_is_not_told_apart_from_what_does_not_exist(String hidden, String unknown) {
        String type = hidden.equals("A-hidden") ? "action:" : "milestone:";
        for (Caller caller : Set.of(LEAD, EXECUTIVE)) {
            String ofHidden = answer(caller, access -> access.requireEvidence(subjects(type + hidden)));
            String ofUnknown = answer(caller, access -> access.requireEvidence(subjects(type + unknown)));
            assertThat(ofHidden).contains("not known as work of");
            assertThat(ofHidden.replace("hidden", "gone")).isEqualTo(ofUnknown);
        }
    }

    @Test
    void is_nothing_for_people_who_lead_no_theme_or_belong_to_no_organisation() {
        Caller lead = new Caller("lead", Role.WORKSTREAM_LEAD, "OCC", own());
        assertThat(answer(lead, access -> access.requireAction(new ActionCode("A-own"), belonging("A-own"))))
                .contains("you lead no theme");
        Caller executive = new Caller("executive", Role.ACCOUNTABLE_EXECUTIVE, null, own("T2"));
        assertThat(answer(executive, access -> access.requireAction(new ActionCode("A-own"), belonging("A-own"))))
                .contains("you answer for no organisation");
        assertThat(answer(executive, access -> access.requireKpi(new KpiCode("none"), kpi("", ""))))
                .contains("you answer for no organisation");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WORKSTREAM_LEAD", "ACCOUNTABLE_EXECUTIVE"})
    void is_the_whole_plan_for_everybody_else(Role role) {
        WriteAccess access = of(new Caller("somebody", role, null, own()));
        access.requireWholePlan();
        access.requireAction(new ActionCode("A-other"), belonging("A-other"));
        access.requireKpi(new KpiCode("other"), kpi("PA4", "T1"));
        access.requireVoice(codes("T1", ThemeCode::new), codes("PA4", AreaCode::new));
        access.requireEvidence(subjects("action:A-other kpi:other theme:T1"));
    }

    @Test
    void is_never_the_whole_plan_for_leads_and_executives() {
        assertThat(answer(LEAD, WriteAccess::requireWholePlan)).contains("the whole plan, and you lead theme T2");
        assertThat(answer(EXECUTIVE, WriteAccess::requireWholePlan)).contains("you answer for organisation OCC");
    }

    @Test
    void of_a_plan_that_does_not_exist_is_left_to_the_rules() {
        of(LEAD, false).requireEvidence(subjects("action:A-other"));
        of(EXECUTIVE, false).requireVoice(Set.of(), codes("PA4", AreaCode::new));
    }
}
