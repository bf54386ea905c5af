package org.paptracker.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paptracker.platform.security.Scope;
import org.paptracker.query.platform.projection.Disclosure;
import org.paptracker.query.platform.projection.Names;
import org.paptracker.query.platform.projection.PlanReadAccess;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.query.platform.projection.WhoIn;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.PlanId;

/**
 * What the caller can see, and may be told of what they see. Of the past they see what they may see now and might have
 * seen then. Made for one answer.
 */
public final class ReadAccess implements Disclosure {
    private final AsAt asAt;
    private final Scope scope;
    private final PlanReadAccess plans;
    private final Supplier<List<FamilyViews<?, ?>>> families;
    private final UnaryOperator<Who> names;
    private final Map<PlanId, Boolean> seen = new HashMap<>();
    private final Map<PlanId, Long> seenFrom = new HashMap<>();
    private final Map<PlanId, Set<PlanId>> lines = new HashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<String, Map<Object, View>> become = new HashMap<>();

    ReadAccess(AsAt asAt, PlanReadAccess plans, Supplier<List<FamilyViews<?, ?>>> families, Names names) {
        this.asAt = asAt;
        this.scope = asAt.scope();
        this.plans = plans;
        this.families = families;
        this.names = names.of(people());
    }

    /** Whether it may be seen as it stands now. */
    boolean sees(View now) {
        return scope.isEverything() || (reaches(now) && sees(now.plan()));
    }

    /** Whether what was asked about might have been seen when it was known. */
    public boolean saw(View asked) {
        return saw(asked, asAt.knownPosition() == null ? Long.MAX_VALUE : asAt.knownPosition());
    }

    /** Whether it might have been seen when the log had come to {@code position}. */
    public boolean saw(View then, long position) {
        if (scope.isEverything()) return true;
        return reaches(then) && sees(then.plan()) && position >= seenFrom(then.plan());
    }

    private boolean reaches(View view) {
        return scope.sees(view.visibility(), () -> line(view.plan()), view.themes(), view.organisations());
    }

    private Set<PlanId> line(PlanId plan) {
        return lines.computeIfAbsent(plan, plans::line);
    }

    private boolean sees(PlanId plan) {
        return seen.computeIfAbsent(plan, one -> plans.sees(one, scope));
    }

    private long seenFrom(PlanId plan) {
        return seenFrom.computeIfAbsent(plan, one -> plans.seenFrom(one, scope));
    }

    /** As it may be told of. Of what has not begun there is nothing to tell. */
    @SuppressWarnings("unchecked") // a view is told of as what it is
    public <V extends View> V told(V view) {
        if (view.stamp().version() < 0) return view;
        return named(scope.isEverything() ? view : (V) view.toldBy(this));
    }

    /** With everybody in it called as the caller is told of people. */
    public <T> T named(T told) {
        return WhoIn.each(told, names);
    }

    /** Whether people who acted are told by name: else by role and organisation. */
    public boolean people() {
        return scope.upTo() != Visibility.PUBLIC;
    }

    @Override
    public boolean names(PlanId plan, String kind, Object code) {
        if (scope.isEverything()) return true;
        if (kind.equals("plan")) return sees(new PlanId(code.toString()));
        for (FamilyViews<?, ?> views : families.get()) {
            if (views.slice().kind().equals(kind)) {
                return named(plan, kind, views, view -> Stream.of(view.code().toString()))
                        .contains(code.toString());
            }
            if (kind.equals(views.slice().partKind())) {
                return named(plan, kind, views, view -> view.parts().stream()).contains(code.toString());
            }
        }
        return true; // is of the plan itself, such as an area
    }

    private interface Codes {
        Stream<String> of(View view);
    }

    private Set<String> named(PlanId plan, String kind, FamilyViews<?, ?> views, Codes codes) {
        return named.computeIfAbsent(
                kind + ":" + plan,
                none -> views.seen(plan, asAt, this).stream().flatMap(codes::of).collect(Collectors.toSet()));
    }

    @Override
    @SuppressWarnings("unchecked") // a view becomes one of its own kind
    public <V extends View> V now(V then) {
        for (FamilyViews<?, ?> views : families.get()) {
            if (views.slice().view() != then.getClass()) continue;
            String all = views.slice().kind() + ":" + then.plan();
            return (V)
                    become.computeIfAbsent(all, none -> views.now(then.plan())).getOrDefault(then.code(), then);
        }
        return then;
    }

    @Override
    public boolean sendersWords() {
        return scope.upTo() != Visibility.PUBLIC;
    }

    @Override
    public boolean smallCounts() {
        return scope.upTo() != Visibility.PUBLIC;
    }
}
