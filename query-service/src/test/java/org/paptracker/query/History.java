package org.paptracker.query;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.events.RiskEvent.MitigationPlanned;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.fold.Provenance;
import org.paptracker.query.platform.projection.Effective;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.Lead;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.Rating;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.decision.DecisionProposal;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceSource;
import org.paptracker.values.kpi.KpiBaseline;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.Area;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.AreaKind;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.Organisation;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanDetails;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.PlanType;
import org.paptracker.values.plan.Theme;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.redaction.RedactionGround;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.TextPlace;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskDetails;
import org.paptracker.values.risk.RiskResponse;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.Finding;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeDetails;
import org.paptracker.values.stocktake.StocktakeKind;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;

/** Events of a small plan, for tests. */
public final class History {
    public static final PlanId PLAN = new PlanId("oxfordshire-pap");
    public static final ActionCode ACTION = new ActionCode("PA3-01");
    public static final MilestoneCode MILESTONE = new MilestoneCode("PA3-01.1");
    public static final StocktakeCode STOCKTAKE = new StocktakeCode("2025-02");
    public static final DecisionId DECISION = new DecisionId("D-01");
    public static final RiskCode RISK = new RiskCode("R-01");
    public static final RedactionId REDACTION = RedactionId.of(3);
    public static final VoiceId VOICE = new VoiceId("forum-survey");
    public static final Provenance LEAD = new Provenance("lead-t2", "WORKSTREAM_LEAD", "OCC", "r-1", "Chair's blog");
    public static final Provenance OFFICE = new Provenance("office", "PROGRAMME_OFFICE", "OCC", "r-2", null);
    public static final Who BY_LEAD = who(LEAD);
    public static final Who BY_OFFICE = who(OFFICE);

    private History() {}

    /** As a view keeps them. */
    private static Who who(Provenance by) {
        return new Who(by.actor(), by.role(), by.organisation(), null, 0);
    }

    public static PlanRegistered plan() {
        OrganisationCode council = new OrganisationCode("OCC");
        return new PlanRegistered(
                PLAN,
                new PlanDetails(
                        "Priority action plan",
                        PlanType.PAP,
                        "Oxfordshire",
                        null,
                        date("2024-01"),
                        date("2025-04"),
                        List.of(new Organisation(council, "Oxfordshire County Council")),
                        List.of(
                                new Area(new AreaCode("PA1"), AreaKind.PRIORITY_ACTION, 1, "Views", council),
                                new Area(new AreaCode("PA3"), AreaKind.PRIORITY_ACTION, 3, "Timeliness", council)),
                        List.of(new Theme(new ThemeCode("T2"), "Right plan", List.of("Assistant Director"))),
                        List.of(),
                        List.of(),
                        null));
    }

    public static ActionAgreed agreed(ActionCode action, String... areas) {
        return new ActionAgreed(PLAN, action, details("Clear the backlog", areas));
    }

    public static ActionDetails details(String title, String... areas) {
        return Records.with(
                Samples.of(ActionDetails.class),
                "title",
                title,
                "areas",
                new TreeSet<>(Stream.of(areas).map(AreaCode::new).toList()),
                "themes",
                new TreeSet<>(List.of(new ThemeCode("T2"))),
                "leads",
                Lead.ofRole("Assistant Director SEND"),
                "organisations",
                new TreeSet<>(List.of(new OrganisationCode("OCC"))),
                "visibility",
                Visibility.PUBLIC);
    }

    public static MilestoneAdded milestone(ActionCode action, MilestoneCode milestone, String dueOn) {
        return new MilestoneAdded(
                PLAN,
                action,
                milestone,
                new MilestoneDetails(
                        "Backlog cleared", List.of(ErasableText.of("None over 6 weeks")), date(dueOn), true));
    }

    public static MilestoneProgressRecorded progress(String on, Rating rating, Integer percent) {
        return report(PLAN, ACTION, MILESTONE, date(on), "Said on " + on, percent, rating);
    }

    /** A report of its note, percentage and rating, and nothing else. */
    public static MilestoneProgressRecorded report(
            PlanId plan,
            ActionCode action,
            MilestoneCode milestone,
            BusinessDate on,
            String note,
            Integer percent,
            Rating rating) {
        return new MilestoneProgressRecorded(
                plan,
                action,
                milestone,
                on,
                ErasableText.of(note),
                percent,
                rating,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static MilestoneProgressRecorded correction(String on, Rating rating, Integer percent, long corrects) {
        return new MilestoneProgressRecorded(
                PLAN,
                ACTION,
                MILESTONE,
                date(on),
                ErasableText.of("Put right for " + on),
                percent,
                rating,
                null,
                null,
                null,
                corrects,
                null,
                null);
    }

    /** Which the programme office makes, with its own rating, in place of what somebody else reported. */
    public static MilestoneProgressRecorded correctionByOffice(String on, Rating rating, long corrects) {
        return new MilestoneProgressRecorded(
                PLAN,
                ACTION,
                MILESTONE,
                date(on),
                ErasableText.of("Put right for " + on),
                null,
                rating,
                null,
                null,
                null,
                corrects,
                Assessor.PMO,
                ErasableText.of("Meant for another milestone"));
    }

    public static DueDateForecast forecast(String on, String dueOn) {
        return new DueDateForecast(PLAN, ACTION, MILESTONE, date(on), date(dueOn));
    }

    public static CompletionClaimed claimed(String on) {
        return new CompletionClaimed(
                PLAN,
                ACTION,
                MILESTONE,
                date(on),
                ErasableText.of("All cleared"),
                List.of(new EvidenceId("E-1")),
                null);
    }

    public static CompletionVerified verified(String on) {
        return new CompletionVerified(PLAN, ACTION, MILESTONE, date(on), null);
    }

    public static CompletionRejected rejected(String on) {
        return new CompletionRejected(PLAN, ACTION, MILESTONE, date(on), ErasableText.of("Three are left"), null);
    }

    public static MilestoneReopened reopened(String on) {
        return new MilestoneReopened(PLAN, ACTION, MILESTONE, date(on), ErasableText.of("The backlog is back"), null);
    }

    public static MilestoneAssessed assessed(String on, Assessor assessor, Rating rating) {
        return new MilestoneAssessed(PLAN, ACTION, MILESTONE, date(on), assessor, rating, null);
    }

    public static RebaselineProposed proposed(String on, String dueOn) {
        return new RebaselineProposed(
                PLAN,
                ACTION,
                MILESTONE,
                date(on),
                date(dueOn),
                RebaselineReason.CAPACITY,
                ErasableText.of("Two posts are vacant"));
    }

    public static RebaselineApproved approved(String on, String dueOn) {
        return new RebaselineApproved(PLAN, ACTION, MILESTONE, date(on), date(dueOn), null);
    }

    public static RebaselineRefused refused(String on) {
        return new RebaselineRefused(PLAN, ACTION, MILESTONE, date(on), ErasableText.of("Not before May"));
    }

    public static VoiceHeard heard(VoiceId voice, String on, VoiceFrom from, String... areas) {
        return new VoiceHeard(PLAN, voice, said(on, from, "Nobody tells us", areas));
    }

    public static VoiceDetails said(String on, VoiceFrom from, String words, String... areas) {
        return new VoiceDetails(
                date(on),
                from,
                "Forum survey",
                ErasableText.of(words),
                new TreeSet<>(Stream.of(areas).map(AreaCode::new).toList()),
                new TreeSet<>(List.of(new ThemeCode("T2"))),
                List.of(new Subject(SubjectType.ACTION, "PA3-01")),
                Visibility.PUBLIC);
    }

    public static VoiceResponded responded(VoiceId voice, String on, String weDid) {
        return new VoiceResponded(PLAN, voice, date(on), ErasableText.of(weDid), new TreeSet<>(List.of(ACTION)));
    }

    public static VoiceClosed closed(VoiceId voice, String on) {
        return new VoiceClosed(PLAN, voice, date(on), ErasableText.of("They know now"), "The forum");
    }

    public static RiskIdentified identified(RiskCode risk, String on, String... areas) {
        return new RiskIdentified(PLAN, risk, risky("Funding runs out", on, areas));
    }

    public static RiskDetails risky(String title, String on, String... areas) {
        return new RiskDetails(
                title,
                on == null ? null : date(on),
                ErasableText.of("A growing deficit"),
                ErasableText.of("No money is left"),
                null,
                "Director of Finance",
                new TreeSet<>(Stream.of(areas).map(AreaCode::new).toList()),
                new TreeSet<>(List.of(new ThemeCode("T2"))),
                RiskResponse.REDUCE,
                Visibility.PUBLIC);
    }

    public static RiskScored scored(RiskCode risk, String on, int likelihood, int impact) {
        return new RiskScored(PLAN, risk, date(on), likelihood, impact, null);
    }

    public static MitigationPlanned mitigated(RiskCode risk, String on, String text) {
        return new MitigationPlanned(PLAN, risk, date(on), ErasableText.of(text), date("2025-09"));
    }

    public static RiskEscalated escalated(RiskCode risk, String on, String board) {
        return new RiskEscalated(PLAN, risk, date(on), new BoardCode(board), ErasableText.of("Beyond the group"));
    }

    public static DecisionProposed proposed(DecisionId decision, String on, String board, String... areas) {
        return new DecisionProposed(
                PLAN,
                decision,
                date(on),
                new DecisionProposal(
                        ErasableText.of("Sign a memorandum"),
                        ErasableText.of("All partners sign it"),
                        new BoardCode(board),
                        new TreeSet<>(Stream.of(areas).map(AreaCode::new).toList()),
                        Collections.emptySortedSet(),
                        Visibility.PUBLIC));
    }

    public static DecisionMade made(DecisionId decision, String on, String board, String dueOn, String... areas) {
        return new DecisionMade(PLAN, decision, decided("Sign a memorandum", on, board, dueOn, areas));
    }

    public static DecisionDetails decided(String title, String on, String board, String dueOn, String... areas) {
        return DecisionDetails.of(title, ErasableText.of("The board decided so"), date(on), new BoardCode(board))
                .proposedBy("Director of Children's Services")
                .dueOn(dueOn == null ? null : date(dueOn))
                .areas(Stream.of(areas).map(AreaCode::new).toList())
                .themes(List.of(new ThemeCode("T2")))
                .actions(List.of(ACTION))
                .visibility(Visibility.PUBLIC)
                .build();
    }

    public static DecisionImplemented implemented(DecisionId decision, String on) {
        return new DecisionImplemented(PLAN, decision, date(on), ErasableText.of("Signed"));
    }

    public static DecisionDeferred deferred(DecisionId decision, String on, String until) {
        return new DecisionDeferred(
                PLAN, decision, date(on), until == null ? null : date(until), ErasableText.of("Not yet agreed"));
    }

    public static StocktakeScheduled scheduled(StocktakeCode stocktake, StocktakeKind kind, String... areas) {
        return new StocktakeScheduled(PLAN, stocktake, look(kind.name(), kind, areas));
    }

    public static StocktakeDetails look(String title, StocktakeKind kind, String... areas) {
        return new StocktakeDetails(
                title,
                kind,
                date("2025-02"),
                List.of("Department for Education", "NHS England"),
                ErasableText.of("Progress and its impact"),
                new TreeSet<>(Stream.of(areas).map(AreaCode::new).toList()),
                new TreeSet<>(List.of(new ThemeCode("T2"))),
                Visibility.REVIEWERS);
    }

    public static StocktakeFrozen frozen(StocktakeCode stocktake, String on) {
        return new StocktakeFrozen(PLAN, stocktake, date(on), null);
    }

    public static FeedbackGiven feedback(StocktakeCode stocktake, String on, FeedbackStage stage, Finding... findings) {
        return new FeedbackGiven(
                PLAN, stocktake, date(on), stage, ErasableText.of("Better evidence the impact"), List.of(findings));
    }

    public static Finding finding(int number, FindingKind kind, String wording) {
        return new Finding(
                number, kind, ErasableText.of(wording), new TreeSet<>(List.of(new AreaCode("PA1"))), new TreeSet<>());
    }

    public static FindingAnswered answered(
            StocktakeCode stocktake, String on, int finding, Answer answer, ActionCode... actions) {
        return new FindingAnswered(
                PLAN,
                stocktake,
                date(on),
                finding,
                answer,
                ErasableText.of("We will"),
                new TreeSet<>(List.of(actions)));
    }

    public static EvidenceSubmitted submitted(String id, EvidenceLevel level, Subject... supports) {
        return new EvidenceSubmitted(
                PLAN, new EvidenceId(id), evidence(EvidenceKind.AUDIT, level, "44 per cent are good", supports));
    }

    public static EvidenceSubmitted fact(String id, String statement, String fact) {
        return new EvidenceSubmitted(
                PLAN,
                new EvidenceId(id),
                evidence(EvidenceKind.FACT, EvidenceLevel.ACTIVITY, statement, new Subject(SubjectType.FACT, fact)));
    }

    public static EvidenceDetails evidence(
            EvidenceKind kind, EvidenceLevel level, String summary, Subject... supports) {
        return new EvidenceDetails(
                "Quality audit",
                kind,
                level,
                Period.parse("2024-11"),
                ErasableText.of(summary),
                new EvidenceSource("Scrutiny papers", null, null),
                50,
                new TreeSet<>(List.of(supports)),
                Visibility.PUBLIC);
    }

    public static Subject subject(SubjectType type, String code) {
        return new Subject(type, code);
    }

    public static EvidenceValidated validated(String id, String on) {
        return new EvidenceValidated(PLAN, new EvidenceId(id), date(on), ErasableText.of("Seen"));
    }

    public static KpiDefined defined(String code, Polarity polarity, Reading baseline) {
        return new KpiDefined(
                PLAN,
                new KpiCode(code),
                new KpiDetails(
                        "Backlog of annual reviews",
                        "reviews",
                        polarity,
                        null,
                        null,
                        baseline == null ? null : new KpiBaseline(Period.parse("2023-09"), baseline),
                        new TreeSet<>(List.of(new AreaCode("PA3"))),
                        new TreeSet<>(List.of(new ThemeCode("T2"))),
                        null,
                        false));
    }

    public static KpiTargetSet aimed(String code, String value, String dueOn) {
        return new KpiTargetSet(PLAN, new KpiCode(code), Reading.exactly(value), date(dueOn));
    }

    public static MeasurementRecorded measured(String code, String period, String source, Reading reading) {
        return new MeasurementRecorded(
                PLAN, new KpiCode(code), Period.parse(period), source, reading, MeasurementStatus.PROVISIONAL, false);
    }

    public static RedactionProposed redaction(RedactionId redaction, long position, String field, String note) {
        return new RedactionProposed(
                PLAN,
                redaction,
                position,
                field,
                RedactionGround.THIRD_PARTY_PERSONAL_DATA,
                ErasableText.of("UK GDPR Article 17(1)(d)"),
                ErasableText.ofNullable(note),
                null,
                null);
    }

    public static ContentRedacted redacted(RedactionId redaction, String on, List<TextPlace> places) {
        return new ContentRedacted(PLAN, redaction, places, RedactionGround.THIRD_PARTY_PERSONAL_DATA, date(on));
    }

    public static BusinessDate date(String text) {
        return BusinessDate.parse(text);
    }

    /** As what was said when that was over. */
    public static Effective effective(String text) {
        return Effective.read(text);
    }
}
