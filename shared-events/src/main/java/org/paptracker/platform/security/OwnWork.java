package org.paptracker.platform.security;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.paptracker.values.plan.PlanId;

/**
 * Where somebody's own work lies. It is said for each plan: in another plan the same codes stand for other people's work.
 * What holds in a plan holds in the plans that took its place, one after another.
 *
 * @param themes codes of those that a workstream lead leads, by plan
 * @param plans in which the caller's organisation is their own
 */
public record OwnWork(Map<PlanId, Set<String>> themes, Set<PlanId> plans) implements Serializable {
    public static final OwnWork NONE = new OwnWork(Map.of(), Set.of());

    private static final char IN = '/';

    /**
     * As sign-ins say it.
     *
     * @param themes {@code PLAN/THEME}, which holds in that plan; or {@code THEME}, which holds in all of {@code plans}
     */
    static OwnWork of(Collection<String> themes, Set<PlanId> plans) {
        Map<PlanId, Set<String>> byPlan = new HashMap<>();
        for (String theme : themes) {
            int slash = theme.indexOf(IN);
            Set<PlanId> in = slash < 0 ? plans : Set.of(new PlanId(theme.substring(0, slash)));
            for (PlanId plan : in) {
                byPlan.computeIfAbsent(plan, one -> new HashSet<>()).add(theme.substring(slash + 1));
            }
        }
        byPlan.replaceAll((plan, codes) -> Set.copyOf(codes));
        return new OwnWork(Map.copyOf(byPlan), Set.copyOf(plans));
    }

    static Set<PlanId> plans(Collection<String> codes) {
        return codes.stream().map(PlanId::new).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Codes of the themes that are the caller's own in a plan.
     *
     * @param line the plan, and the plans whose place it took
     */
    public Set<String> themesIn(Set<PlanId> line) {
        return line.stream()
                .flatMap(plan -> themes.getOrDefault(plan, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the organisation is the caller's own in a plan. */
    public boolean hasOrganisationIn(Set<PlanId> line) {
        return plans.stream().anyMatch(line::contains);
    }

    static String inWords(Set<PlanId> plans) {
        return plans.stream().map(PlanId::value).sorted().collect(Collectors.joining(", "));
    }

    /** {@code PLAN/THEME} each, in order. */
    public SortedSet<String> inWords() {
        SortedSet<String> words = new TreeSet<>();
        themes.forEach((plan, codes) -> codes.forEach(code -> words.add(plan.value() + IN + code)));
        return words;
    }
}
