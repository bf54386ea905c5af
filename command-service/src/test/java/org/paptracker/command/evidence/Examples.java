package org.paptracker.command.evidence;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.paptracker.command.Scenario;
import org.paptracker.command.platform.rules.Actor;
import org.paptracker.command.platform.rules.PlanTerms;
import org.paptracker.events.EvidenceEvent;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceSource;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanState;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/** One piece of evidence, and the ways its life can go. */
final class Examples {
    static final PlanId PLAN = new PlanId("oxfordshire-pap");
    static final EvidenceId EVIDENCE = new EvidenceId("EV-1");
    static final EvidenceId OTHER = new EvidenceId("EV-2");
    static final ErasableText SUMMARY = ErasableText.of("44 per cent rated good or outstanding");
    static final ErasableText NOTE = ErasableText.of("Looked at the audit itself");
    static final ErasableText REASON = ErasableText.of("The sample is not described");
    static final BusinessDate FEBRUARY_13 = BusinessDate.parse("2025-02-13");
    static final BusinessDate TODAY = BusinessDate.day(Scenario.TODAY);
    static final BusinessDate TOMORROW = BusinessDate.parse("2025-03-01");
    static final Actor OFFICE = new Actor("office", "PROGRAMME_OFFICE", "OCC");
    static final Actor FORUM = new Actor("forum", "PARENT_CARER_FORUM", "OXPCF");

    private Examples() {}

    static PlanTerms plan(PlanState state) {
        return new PlanTerms(
                state,
                Set.of(new AreaCode("PA3")),
                Set.of(new ThemeCode("T1")),
                Set.of(new WorkstreamCode("data")),
                Set.of(new OrganisationCode("OCC")),
                Set.of());
    }

    static Scenario<Evidence, EvidenceCommand, EvidenceEvent> given(EvidenceEvent... events) {
        return in(plan(PlanState.PUBLISHED), events);
    }

    static Scenario<Evidence, EvidenceCommand, EvidenceEvent> in(PlanTerms plan, EvidenceEvent... events) {
        return new Scenario<>(EvidenceDecider.RULES).under(plan).given(events);
    }

    static Subject subject(SubjectType type, String code) {
        return new Subject(type, code);
    }

    static EvidenceDetails details() {
        return titled("Quality audit of plans");
    }

    static EvidenceDetails titled(String title) {
        return supporting(
                title,
                subject(SubjectType.PLAN, "oxfordshire-pap"),
                subject(SubjectType.AREA, "PA3"),
                subject(SubjectType.THEME, "T1"),
                subject(SubjectType.MILESTONE, "PA3-01.2"));
    }

    static EvidenceDetails supporting(String title, Subject... supports) {
        SortedSet<Subject> subjects = new TreeSet<>(Arrays.asList(supports));
        return new EvidenceDetails(
                title,
                EvidenceKind.AUDIT,
                EvidenceLevel.OUTCOME,
                Period.parse("2024-11"),
                SUMMARY,
                new EvidenceSource("Scrutiny papers", "https://example.org/papers", null),
                50,
                Collections.unmodifiableSortedSet(subjects),
                Visibility.PUBLIC);
    }

    static EvidenceSubmitted submitted() {
        return new EvidenceSubmitted(PLAN, EVIDENCE, details());
    }

    static EvidenceValidated validated() {
        return new EvidenceValidated(PLAN, EVIDENCE, FEBRUARY_13, null);
    }

    static EvidenceReturned returned() {
        return new EvidenceReturned(PLAN, EVIDENCE, FEBRUARY_13, REASON);
    }

    static EvidenceChallenged challenged() {
        return new EvidenceChallenged(PLAN, EVIDENCE, FEBRUARY_13, REASON);
    }

    static EvidenceUpheld upheld() {
        return new EvidenceUpheld(PLAN, EVIDENCE, FEBRUARY_13, null);
    }

    static EvidenceWithdrawn withdrawn() {
        return new EvidenceWithdrawn(PLAN, EVIDENCE, FEBRUARY_13, REASON);
    }

    static EvidenceSuperseded superseded() {
        return new EvidenceSuperseded(PLAN, EVIDENCE, FEBRUARY_13, OTHER, null);
    }
}
