package org.paptracker.command.platform.rules;

import static org.paptracker.platform.security.Role.ACCOUNTABLE_EXECUTIVE;
import static org.paptracker.platform.security.Role.WORKSTREAM_LEAD;

import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.OwnWork;
import org.paptracker.platform.security.Role;
import org.paptracker.platform.security.Scope;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;

/**
 * Where somebody's own work ends: a workstream lead's at the lead's themes, an accountable executive's at the
 * organisation. The work of all others is the whole plan. ADR 18.
 */
public final class WriteAccess {
    public static final String OTHER_THEMES = "reach.other-themes";
    public static final String OTHER_ORGANISATION = "reach.other-organisation";

    private final Caller caller;
    private final Actor actor;
    private final Scope access;
    private final Others others;

    /** Whose the things of the plan are that a command names, as their streams have it now. */
    public interface Others {
        /** Whether there is the plan at all. */
        boolean isPlan();

        /** The plan, and the plans whose place it took. */
        Set<PlanId> line();

        NamedAction action(ActionCode action);

        NamedKpi kpi(KpiCode kpi);

        NamedEvidence evidence(EvidenceId evidence);

        NamedDecision decision(DecisionId decision);

        AccountableBodies bodies();
    }

    public WriteAccess(Caller caller, Actor actor, Others others) {
        this.caller = caller;
        this.actor = actor;
        this.access = Scope.of(caller);
        this.others = others;
    }

    public boolean sees(Belonging thing) {
        return access.sees(thing.visibility(), others::line, thing.themes(), thing.organisations());
    }

    /** Which of these are withdrawn, in order. Evidence that the caller cannot see is as if it were not there. */
    public SortedSet<EvidenceId> withdrawn(Collection<EvidenceId> named) {
        SortedSet<EvidenceId> withdrawn = new TreeSet<>();
        for (EvidenceId id : named) {
            NamedEvidence evidence = others.evidence(id);
            Visibility visibility = evidence.visibility();
            if (visibility != null && evidence.isWithdrawn() && sees(Belonging.toNobody(visibility))) withdrawn.add(id);
        }
        return withdrawn;
    }

    /** Whether the caller is the author: words stay theirs, no matter who works on what they speak of. */
    public boolean isBy(@Nullable Author author) {
        return author != null && author.is(actor);
    }

    /** Whether evidence can take the place of other evidence of the plan: the caller sees it, and it has not ended. */
    public boolean canSucceed(EvidenceId id) {
        NamedEvidence evidence = others.evidence(id);
        Visibility visibility = evidence.visibility();
        return visibility != null && !evidence.hasEnded() && sees(Belonging.toNobody(visibility));
    }

    /** The same of a decision. */
    public boolean canSucceed(DecisionId id) {
        NamedDecision decision = others.decision(id);
        Visibility visibility = decision.visibility();
        return visibility != null && !decision.hasGivenWay() && sees(Belonging.toNobody(visibility));
    }

    /** @throws NotYours as do the others, to leads and executives */
    public void requireWholePlan() {
        if (isEverybodys()) return;
        throw notYours("This concerns the whole plan, and you %s %s. Ask the programme office to record it."
                .formatted(isLead() ? "lead" : "answer for", ofCaller()));
    }

    /** For all that is asked of an action and its milestones. */
    public void requireAction(ActionCode action, Belonging belonging) {
        if (isEverybodys()) return;
        if (!isOwn(belonging)) throw belongsToOthers("Action " + action, belonging.themes(), belonging.organisations());
    }

    public void requireKpi(KpiCode kpi, KpiDetails details) {
        if (isEverybodys()) return;
        if (!isOwn(details)) throw belongsToOthers("KPI " + kpi, details.themes(), bodies(details.areas()));
    }

    /** A voice that speaks of nothing in particular is for everybody who works on the plan to hear and to answer. */
    public void requireVoice(Set<ThemeCode> themes, Set<AreaCode> areas) {
        if (isEverybodys()) return;
        Set<?> named = isLead() ? themes : areas;
        Set<OrganisationCode> bodies = isLead() ? Set.of() : bodies(areas);
        boolean own = named.isEmpty() ? !ownCodes().isEmpty() : isOwn(themes, bodies);
        if (!own) throw belongsToOthers("The voice", themes, bodies);
    }

    /**
     * Evidence supports something that is one's own, and nothing that is other people's. Areas are everybody's, but count
     * as an executive's own where the organisation answers for them.
     */
    public void requireEvidence(Set<Subject> supports) {
        if (isEverybodys()) return;
        boolean own = false;
        for (Subject subject : supports) own |= isOwnOrNobodys(subject);
        if (own) return;
        throw notYours(
                isLead()
                        ? "The evidence supports nothing of your own, and you lead %s. Name an action, a milestone or a KPI of it, or ask the programme office to submit this."
                                .formatted(ofCaller())
                        : "The evidence supports nothing of your own, and you answer for %s. Name an action or a milestone of its, or an area that it is accountable for, or ask the programme office to submit this."
                                .formatted(ofCaller()));
    }

    /** @return false for what belongs to nobody in particular */
    private boolean isOwnOrNobodys(Subject subject) {
        return switch (subject.type()) {
            case ACTION ->
                requireNamed(
                        subject, others.action(new ActionCode(subject.code())).belonging());
            case MILESTONE -> requireNamed(subject, actionOf(subject.code()));
            case KPI -> requireNamedKpi(subject);
            case THEME -> isLead() && requireTheme(new ThemeCode(subject.code()));
            case AREA -> !isLead() && isOwn(Set.of(), bodies(Set.of(new AreaCode(subject.code()))));
            case PLAN, VOICE, FACT -> false;
        };
    }

    private boolean requireNamed(Subject subject, @Nullable Belonging belonging) {
        if (belonging != null && isOwn(belonging)) return true;
        // What the sender cannot see is not told apart from what does not exist.
        if (belonging == null || !sees(belonging)) throw hasNone(subject);
        throw belongsToOthers(named(subject), belonging.themes(), belonging.organisations());
    }

    private boolean requireNamedKpi(Subject subject) {
        KpiDetails details = others.kpi(new KpiCode(subject.code())).details();
        if (details == null) throw hasNone(subject);
        requireKpi(new KpiCode(subject.code()), details);
        return true;
    }

    private boolean requireTheme(ThemeCode theme) {
        if (isOwn(Set.of(theme), Set.of())) return true;
        throw notYours(
                "The evidence supports theme %s, and you lead %s. Leave it out, or ask the programme office to submit this."
                        .formatted(theme, ofCaller()));
    }

    /**
     * That of the action which the code names before a slash or, by itself, begins with; null if no such action has the
     * milestone. To look through all actions would take a reading of the whole plan.
     */
    private @Nullable Belonging actionOf(String code) {
        int slash = code.indexOf('/');
        if (slash > 0)
            return others.action(new ActionCode(code.substring(0, slash))).belonging();
        MilestoneCode milestone = new MilestoneCode(code);
        for (int end = code.length() - 1; end > 0; end--) {
            if (Character.isLetterOrDigit(code.charAt(end))) continue;
            NamedAction action = others.action(new ActionCode(code.substring(0, end)));
            if (action.milestones().contains(milestone)) return action.belonging();
        }
        return null;
    }

    private boolean isEverybodys() {
        Role role = caller.role();
        // In a plan that does not exist nothing is anybody's; that is said in words of its own.
        return (role != WORKSTREAM_LEAD && role != ACCOUNTABLE_EXECUTIVE) || !others.isPlan();
    }

    private boolean isLead() {
        return caller.role() == WORKSTREAM_LEAD;
    }

    private boolean isOwn(Belonging belonging) {
        return isOwn(belonging.themes(), belonging.organisations());
    }

    /** An executive may measure what is of no area: no organisation answers for it, so each does. */
    private boolean isOwn(KpiDetails kpi) {
        return isOwn(kpi.themes(), bodies(kpi.areas()))
                || (!isLead() && !ownCodes().isEmpty() && kpi.areas().isEmpty());
    }

    private boolean isOwn(Set<ThemeCode> themes, Set<OrganisationCode> organisations) {
        Set<String> own = ownCodes();
        return (isLead() ? themes : organisations).stream().anyMatch(code -> own.contains(code.toString()));
    }

    /** A lead's themes, or an executive's organisation; empty if none of them is their own in this plan. */
    private Set<String> ownCodes() {
        if (isLead()) return caller.own().themesIn(others.line());
        String organisation = caller.organisation();
        return organisation != null && caller.own().hasOrganisationIn(others.line()) ? Set.of(organisation) : Set.of();
    }

    private Set<OrganisationCode> bodies(Collection<AreaCode> areas) {
        Set<OrganisationCode> bodies = new TreeSet<>();
        for (AreaCode area : areas) {
            OrganisationCode body = others.bodies().byArea().get(area);
            if (body != null) bodies.add(body);
        }
        return bodies;
    }

    private NotYours belongsToOthers(String thing, Set<ThemeCode> themes, Set<OrganisationCode> organisations) {
        return notYours(
                isLead()
                        ? "%s belongs to %s, and you lead %s. Ask the programme office to record this."
                                .formatted(thing, inWords("theme", themes), ofCaller())
                        : "%s belongs to %s, and you answer for %s. Ask the programme office to record this."
                                .formatted(thing, inWords("organisation", organisations), ofCaller()));
    }

    private NotYours hasNone(Subject subject) {
        String thing = named(subject);
        String slash = subject.type() == SubjectType.MILESTONE
                ? " If its code does not begin with its action's, write both: ACTION/" + subject.code() + "."
                : "";
        return notYours("%s is not known as work of %s. Check its code, or ask the programme office to submit this.%s"
                .formatted(thing, ofCaller(), subject.code().indexOf('/') < 0 ? slash : ""));
    }

    private static String named(Subject subject) {
        return switch (subject.type()) {
            case ACTION -> "Action " + subject.code();
            case MILESTONE -> "Milestone " + subject.code();
            default -> "KPI " + subject.code();
        };
    }

    private NotYours notYours(String sentence) {
        return new NotYours(isLead() ? OTHER_THEMES : OTHER_ORGANISATION, sentence);
    }

    /** What the caller's own is: "theme T2", "no theme", "no theme of this plan". */
    private String ofCaller() {
        Set<String> own = ownCodes();
        String elsewhere = own.isEmpty() && !caller.own().equals(OwnWork.NONE) ? " of this plan" : "";
        return inWords(isLead() ? "theme" : "organisation", own) + elsewhere;
    }

    /** "theme T2", "themes T1, T2", "no theme". */
    private static String inWords(String kind, Set<?> codes) {
        return switch (codes.size()) {
            case 0 -> "no " + kind;
            case 1 -> kind + " " + Terms.inWords(codes);
            default -> kind + "s " + Terms.inWords(new TreeSet<>(codes));
        };
    }
}
