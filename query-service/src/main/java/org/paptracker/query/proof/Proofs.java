package org.paptracker.query.proof;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.history.AsAt;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.plan.PlanId;

/** The standing evidence of a plan, found by what it supports or by its id. Proofs come in order of their ids. */
public final class Proofs {
    public static final Proofs NONE = new Proofs(List.of());

    private final Map<Subject, Set<Proof>> bySubject = new HashMap<>();
    private final Map<EvidenceId, Proof> byId = new HashMap<>();

    public Proofs(Collection<Proof> all) {
        for (Proof proof : all) {
            byId.put(proof.evidence(), proof);
            for (Subject subject : proof.supports()) {
                bySubject
                        .computeIfAbsent(subject, none -> new LinkedHashSet<>())
                        .add(proof);
            }
        }
    }

    /** Where the standing evidence of a plan comes from. */
    @FunctionalInterface
    public interface Source {
        Proofs proofs(PlanId plan, AsAt asAt);

        /** For each plan asked about, read once. */
        default Function<PlanId, Proofs> at(AsAt asAt) {
            Map<PlanId, Proofs> known = new HashMap<>();
            return plan -> known.computeIfAbsent(plan, one -> proofs(one, asAt));
        }
    }

    public List<Proof> of(SubjectType type, String code) {
        return List.copyOf(bySubject.getOrDefault(new Subject(type, code), Set.of()));
    }

    /**
     * What supports a milestone itself, or is named in the claim that it is complete.
     *
     * @param claimed the evidence that the claim names; empty if there is no claim
     */
    public List<Proof> ofMilestone(ActionCode action, MilestoneCode milestone, Collection<EvidenceId> claimed) {
        Set<Proof> found = new LinkedHashSet<>(of(SubjectType.MILESTONE, milestone.value()));
        found.addAll(of(SubjectType.MILESTONE, action + "/" + milestone));
        for (EvidenceId id : new TreeSet<>(claimed)) {
            Proof named = byId.get(id);
            if (named != null) found.add(named);
        }
        return List.copyOf(found);
    }

    /** Null if there is no proof at all. */
    public static @Nullable EvidenceLevel strongest(Collection<Proof> proofs) {
        return proofs.stream().map(Proof::level).max(EvidenceLevel::compareTo).orElse(null);
    }
}
