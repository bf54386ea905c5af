package org.paptracker.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.ActionAssessed;
import org.paptracker.events.ActionEvent.ActionCancelled;
import org.paptracker.events.ActionEvent.ActionDelivered;
import org.paptracker.events.ActionEvent.ActionEmbedded;
import org.paptracker.events.ActionEvent.ActionPaused;
import org.paptracker.events.ActionEvent.ActionReceived;
import org.paptracker.events.ActionEvent.ActionResumed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.ActionTransferred;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionRejected;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAmended;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.MilestoneEmbedded;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.ActionEvent.MilestoneReopened;
import org.paptracker.events.ActionEvent.RebaselineApproved;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.ActionEvent.RebaselineRefused;
import org.paptracker.events.DecisionEvent.DecisionAmended;
import org.paptracker.events.DecisionEvent.DecisionDeferred;
import org.paptracker.events.DecisionEvent.DecisionImplemented;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionProposed;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent.EvidenceAmended;
import org.paptracker.events.EvidenceEvent.EvidenceChallenged;
import org.paptracker.events.EvidenceEvent.EvidenceReturned;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceUpheld;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.EvidenceEvent.EvidenceWithdrawn;
import org.paptracker.events.GuardEvent.GuardOverrideGranted;
import org.paptracker.events.GuardEvent.GuardOverrideUsed;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.events.PlanEvent.AreaAdded;
import org.paptracker.events.PlanEvent.ImprovementNoticeIssued;
import org.paptracker.events.PlanEvent.InspectionRecorded;
import org.paptracker.events.PlanEvent.PlanAmended;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanClosed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanSuperseded;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.events.RedactionEvent.ContentRedacted;
import org.paptracker.events.RedactionEvent.RedactionConfirmed;
import org.paptracker.events.RedactionEvent.RedactionDeclined;
import org.paptracker.events.RedactionEvent.RedactionProposed;
import org.paptracker.events.RiskEvent.MitigationPlanned;
import org.paptracker.events.RiskEvent.RiskAccepted;
import org.paptracker.events.RiskEvent.RiskAmended;
import org.paptracker.events.RiskEvent.RiskClosed;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskReturned;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.FindingAnswered;
import org.paptracker.events.StocktakeEvent.StocktakeAmended;
import org.paptracker.events.StocktakeEvent.StocktakeClosed;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceClosed;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.events.VoiceEvent.VoiceResponded;
import org.paptracker.fold.Fold;
import org.paptracker.log.EventNames;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.ActionDetails;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.CoProduction;
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
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.guard.PersonalDataKind;
import org.paptracker.values.guard.Suspected;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.KpiBaseline;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDefinition;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.KpiKind;
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
import org.paptracker.values.plan.Workstream;
import org.paptracker.values.plan.WorkstreamCode;
import org.paptracker.values.redaction.FoundPlace;
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

/**
 * A plan's history made by chance, the same for the same seed: in an order that could be, entered late more often than
 * not. What a decider would refuse is in it too, for folds accept everything.
 */
public final class RandomHistory {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 700;
    private static final List<AreaCode> AREAS = List.of(new AreaCode("A1"), new AreaCode("A2"), new AreaCode("A3"));
    private static final List<ThemeCode> THEMES = List.of(new ThemeCode("T1"), new ThemeCode("T2"));
    private static final List<OrganisationCode> ORGANISATIONS =
            List.of(new OrganisationCode("OCC"), new OrganisationCode("ICB"));
    private static final List<WorkstreamCode> WORKSTREAMS = List.of(new WorkstreamCode("W1"));

    private final Random random;
    private final PlanId plan;
    private final Map<ActionCode, List<MilestoneCode>> milestones = new LinkedHashMap<>();
    private final Set<Object> begun = new HashSet<>();
    private final Set<KpiCode> defined = new HashSet<>();
    private final Set<EvidenceId> submitted = new HashSet<>();
    private final List<DomainEvent> events = new ArrayList<>();

    private RandomHistory(int seed) {
        random = new Random(seed);
        plan = plan(seed);
    }

    /** The plan that a seed makes a history of. */
    public static PlanId plan(int seed) {
        return new PlanId("plan-" + seed);
    }

    /** Plans of the seeds from 1 on, in one log, in turns made by chance. */
    public static List<DomainEvent> interleaved(int seeds, int eventsEach) {
        List<List<DomainEvent>> plans = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) plans.add(new ArrayList<>(of(seed, eventsEach)));
        Random turns = new Random(1);
        List<DomainEvent> all = new ArrayList<>();
        while (!plans.isEmpty()) {
            List<DomainEvent> plan = plans.get(turns.nextInt(plans.size()));
            all.add(plan.remove(0));
            plans.remove(List.of());
        }
        all.addAll(others(seeds));
        return correcting(all);
    }

    /** What no history here is made of by chance, once in each plan: nobody has to teach this class a new event. */
    private static List<DomainEvent> others(int seeds) {
        Set<Class<?>> known = IntStream.rangeClosed(1, 20)
                .boxed()
                .flatMap(seed -> of(seed, 250).stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        known.add(ActionReceived.class); // which only makes sense after a transfer
        List<Class<?>> others = EventNames.families().stream()
                .flatMap(Fold::recordsOf)
                .filter(type -> !known.contains(type))
                .toList();
        return IntStream.rangeClosed(1, seeds)
                .boxed()
                .flatMap(seed -> others.stream().map(type -> Samples.in(plan(seed), type)))
                .toList();
    }

    /** What says that it corrects something corrects an earlier report on its milestone, if there is one. */
    private static List<DomainEvent> correcting(List<DomainEvent> all) {
        Map<List<Object>, Long> reported = new HashMap<>();
        List<DomainEvent> corrected = new ArrayList<>();
        for (DomainEvent event : all) {
            if (!(event instanceof MilestoneProgressRecorded report)) {
                corrected.add(event);
                continue;
            }
            List<Object> milestone = List.of(report.plan(), report.action(), report.milestone());
            Long earlier = report.corrects() == null ? null : reported.get(milestone);
            corrected.add(new MilestoneProgressRecorded(
                    report.plan(),
                    report.action(),
                    report.milestone(),
                    report.effectiveOn(),
                    report.note(),
                    report.percentComplete(),
                    report.rating(),
                    report.soWhat(),
                    report.howDoWeKnow(),
                    report.pathToGreen(),
                    earlier,
                    null,
                    null));
            if (earlier == null || report.percentComplete() != null) reported.put(milestone, (long) corrected.size());
        }
        return corrected;
    }

    private static List<DomainEvent> of(int seed, int size) {
        RandomHistory history = new RandomHistory(seed);
        history.events.add(new PlanRegistered(history.plan, history.plan("Registered")));
        while (history.events.size() < size) history.events.add(history.next());
        return history.events;
    }

    private DomainEvent next() {
        int kind = random.nextInt(100);
        if (milestones.isEmpty() || (kind < 4 && milestones.size() < 12)) return agreed();
        if (kind < 10) return ofThePlan();
        if (kind > 95) return ofAKpi(new KpiCode("K-" + random.nextInt(4)));
        if (kind > 90) return ofEvidence(new EvidenceId("E-" + random.nextInt(9)));
        if (kind > 86) return ofAVoice();
        if (kind > 81) return ofARisk();
        if (kind > 77) return ofADecision();
        if (kind > 74) return ofAStocktake();
        if (kind > 71) return ofARedaction();
        if (kind > 68) return ofTheGuard();
        ActionCode action = any(List.copyOf(milestones.keySet()));
        List<MilestoneCode> known = milestones.get(action);
        if (known.isEmpty() || (kind < 16 && known.size() < 6)) return added(action, known);
        return kind < 30 ? ofTheAction(action) : ofAMilestone(action, any(known));
    }

    private DomainEvent ofAKpi(KpiCode kpi) {
        if (defined.add(kpi)) return new KpiDefined(plan, kpi, kpiDetails());
        Period period = any(List.of(Period.parse("2024-11"), Period.parse("2023-24AY"), Period.parse("2025-01-31")));
        String source = random.nextBoolean() ? "News" : "Blog";
        return switch (random.nextInt(9)) {
            case 0 -> new KpiAmended(plan, kpi, kpiDetails());
            case 1 -> new KpiTargetSet(plan, kpi, reading(), date());
            case 2, 3 -> new MeasurementRevised(plan, kpi, period, source, reading(), MeasurementStatus.FINAL, text());
            case 4 -> new MeasurementWithdrawn(plan, kpi, period, source, text());
            default ->
                new MeasurementRecorded(
                        plan, kpi, period, source, reading(), any(MeasurementStatus.values()), random.nextBoolean());
        };
    }

    private Reading reading() {
        return random.nextInt(4) == 0
                ? Reading.going(any(Direction.values()))
                : Reading.of(any(Reading.Comparator.values()), random.nextInt(100) + "." + random.nextInt(10));
    }

    private KpiDetails kpiDetails() {
        return new KpiDetails(
                "Title " + random.nextInt(100),
                "weeks",
                any(Polarity.values()),
                maybeText(),
                random.nextBoolean() ? new KpiDefinition(text(), maybeText(), null, null, maybeText()) : null,
                random.nextBoolean() ? new KpiBaseline(Period.parse("2023-Q3"), reading()) : null,
                new TreeSet<>(some(AREAS)),
                new TreeSet<>(some(THEMES)),
                random.nextBoolean() ? any(KpiKind.values()) : null,
                random.nextBoolean() ? random.nextBoolean() : null);
    }

    private DomainEvent ofEvidence(EvidenceId evidence) {
        if (submitted.add(evidence)) return new EvidenceSubmitted(plan, evidence, evidenceDetails());
        return switch (random.nextInt(9)) {
            case 0 -> new EvidenceAmended(plan, evidence, evidenceDetails(), null);
            case 1 -> new EvidenceReturned(plan, evidence, date(), text());
            case 2 -> new EvidenceChallenged(plan, evidence, date(), text());
            case 3 -> new EvidenceUpheld(plan, evidence, date(), maybeText());
            case 4 -> new EvidenceWithdrawn(plan, evidence, date(), text());
            case 5 -> new EvidenceSuperseded(plan, evidence, date(), new EvidenceId("E-1"), maybeText());
            default -> new EvidenceValidated(plan, evidence, date(), maybeText());
        };
    }

    private EvidenceDetails evidenceDetails() {
        return new EvidenceDetails(
                "Title " + random.nextInt(100),
                any(EvidenceKind.values()),
                any(EvidenceLevel.values()),
                random.nextBoolean() ? Period.parse("2024-25AY") : null,
                text(),
                new EvidenceSource("Papers", null, null),
                random.nextBoolean() ? 50 : null,
                new TreeSet<>(List.of(
                        new Subject(SubjectType.AREA, any(AREAS).value()),
                        new Subject(SubjectType.MILESTONE, "X-1.1"))),
                any(Visibility.values()));
    }

    private DomainEvent agreed() {
        ActionCode action = new ActionCode("X-" + (milestones.size() + 1));
        milestones.put(action, new ArrayList<>());
        return new ActionAgreed(plan, action, details());
    }

    /** One that may well be in the same log, and know nothing of it. */
    private PlanId anotherPlan() {
        return new PlanId("plan-" + (random.nextInt(9) + 1));
    }

    private DomainEvent added(ActionCode action, List<MilestoneCode> known) {
        MilestoneCode milestone = new MilestoneCode(action + "." + (known.size() + 1));
        known.add(milestone);
        return new MilestoneAdded(plan, action, milestone, milestoneDetails());
    }

    private DomainEvent ofThePlan() {
        return switch (random.nextInt(9)) {
            case 0 -> new PlanAmended(plan, plan("Amended " + random.nextInt(100)));
            case 1 ->
                new AreaAdded(
                        plan,
                        new Area(
                                new AreaCode("B" + random.nextInt(1000)),
                                any(AreaKind.values()),
                                random.nextInt(9) + 1,
                                maybe("Area"),
                                any(ORGANISATIONS)));
            case 2 -> new PlanApproved(plan, date(), "Ofsted", maybeText());
            case 3 -> new PlanPublished(plan, date(), maybe("https://example.org/" + random.nextInt(100)));
            case 4 -> new PlanSuperseded(plan, date(), anotherPlan(), maybeText());
            case 7 -> new PlanTookOver(plan, date(), anotherPlan());
            case 5 -> new PlanClosed(plan, date(), text());
            case 6 -> new InspectionRecorded(plan, date(), date(), maybeDate(), "Ofsted and CQC", text());
            default -> new ImprovementNoticeIssued(plan, date(), "DfE", "the council", maybeText());
        };
    }

    private DomainEvent ofTheAction(ActionCode action) {
        return switch (random.nextInt(9)) {
            case 0 -> new ActionAmended(plan, action, details());
            case 1 -> new ActionStarted(plan, action, date(), maybeText());
            case 2 -> new ActionPaused(plan, action, date(), text());
            case 3 -> new ActionResumed(plan, action, date(), maybeText());
            case 4 -> new ActionDelivered(plan, action, date(), maybeText());
            case 5 -> new ActionEmbedded(plan, action, date(), maybeText());
            case 6 -> new ActionCancelled(plan, action, date(), text());
            case 7 ->
                new ActionTransferred(
                        plan,
                        action,
                        date(),
                        anotherPlan(),
                        new ActionCode("X-" + (random.nextInt(9) + 1)),
                        maybeText());
            default ->
                new ActionAssessed(plan, action, date(), any(Assessor.values()), any(Rating.values()), maybeText());
        };
    }

    private DomainEvent ofAMilestone(ActionCode action, MilestoneCode milestone) {
        return switch (random.nextInt(18)) {
            case 0 -> new MilestoneAmended(plan, action, milestone, milestoneDetails());
            case 1, 2 -> new DueDateForecast(plan, action, milestone, date(), date());
            case 3, 4 -> claimed(action, milestone);
            case 5, 6 -> new CompletionVerified(plan, action, milestone, date(), maybeText());
            case 7 -> new CompletionRejected(plan, action, milestone, date(), text(), null);
            case 8 -> new MilestoneEmbedded(plan, action, milestone, date(), maybeText());
            case 9 -> new MilestoneReopened(plan, action, milestone, date(), text(), null);
            case 10, 11 ->
                new MilestoneAssessed(
                        plan, action, milestone, date(), any(Assessor.values()), any(Rating.values()), maybeText());
            case 12 ->
                new RebaselineProposed(plan, action, milestone, date(), date(), any(RebaselineReason.values()), text());
            case 13 -> new RebaselineApproved(plan, action, milestone, date(), date(), maybeText());
            case 14 -> new RebaselineRefused(plan, action, milestone, date(), text());
            default -> progress(action, milestone);
        };
    }

    private DomainEvent ofAVoice() {
        VoiceId voice = new VoiceId("V-" + random.nextInt(5));
        if (begun.add(voice)) return new VoiceHeard(plan, voice, said());
        return switch (random.nextInt(4)) {
            case 0 -> new VoiceAmended(plan, voice, said(), null);
            case 1 -> new VoiceClosed(plan, voice, date(), text(), maybe("The forum"));
            default -> new VoiceResponded(plan, voice, date(), text(), new TreeSet<>(milestones.keySet()));
        };
    }

    private DomainEvent ofARisk() {
        RiskCode risk = new RiskCode("R-" + random.nextInt(5));
        if (begun.add(risk)) return new RiskIdentified(plan, risk, risky());
        return switch (random.nextInt(9)) {
            case 0 -> new RiskAmended(plan, risk, risky());
            case 1 -> new RiskEscalated(plan, risk, date(), new BoardCode("SIAB"), text());
            case 2 -> new RiskReturned(plan, risk, date(), text());
            case 3 -> new RiskAccepted(plan, risk, date(), text());
            case 4 -> new RiskClosed(plan, risk, date(), text());
            case 5 -> new MitigationPlanned(plan, risk, date(), text(), maybeDate());
            default -> new RiskScored(plan, risk, date(), random.nextInt(5) + 1, random.nextInt(5) + 1, maybeText());
        };
    }

    private RiskDetails risky() {
        return new RiskDetails(
                "Risk " + random.nextInt(100),
                maybeDate(),
                maybeText(),
                text(),
                maybeText(),
                maybe("Director"),
                new TreeSet<>(some(AREAS)),
                new TreeSet<>(some(THEMES)),
                random.nextBoolean() ? any(RiskResponse.values()) : null,
                any(Visibility.values()));
    }

    /** Redactions of all plans share their numbers. What is named as redacted may be there or not. */
    private DomainEvent ofARedaction() {
        int seed = Integer.parseInt(plan.value().substring("plan-".length()));
        RedactionId redaction = RedactionId.of(seed * 10L + random.nextInt(3));
        RedactionGround ground = any(RedactionGround.values());
        if (begun.add(redaction)) {
            FoundPlace found = new FoundPlace(
                    1, "decision:" + plan + "/D-1", "details.wording", "sha256:ab", "decision-made", date());
            return new RedactionProposed(
                    plan,
                    redaction,
                    1,
                    "details.wording",
                    ground,
                    text(),
                    maybeText(),
                    random.nextBoolean() ? List.of(found) : null,
                    random.nextBoolean() ? List.of(found.at()) : null);
        }
        List<TextPlace> places = List.of(
                new TextPlace(1, "decision:" + plan + "/D-" + random.nextInt(5), "details.wording", "sha256:ab"),
                new TextPlace(2, "action:" + plan + "/" + any(List.copyOf(milestones.keySet())), "note", "sha256:cd"),
                new TextPlace(3, "redaction:" + redaction, "note", "sha256:ef"));
        return switch (random.nextInt(3)) {
            case 0 -> new RedactionDeclined(plan, redaction, text());
            case 1 -> new RedactionConfirmed(plan, redaction, places);
            default -> new ContentRedacted(plan, redaction, places, ground, date());
        };
    }

    private DomainEvent ofADecision() {
        DecisionId decision = new DecisionId("D-" + random.nextInt(5));
        if (begun.add(decision)) {
            return random.nextBoolean()
                    ? new DecisionProposed(plan, decision, date(), proposed())
                    : new DecisionMade(plan, decision, decided());
        }
        return switch (random.nextInt(5)) {
            case 0 -> new DecisionAmended(plan, decision, decided());
            case 3 -> new DecisionMade(plan, decision, decided());
            case 1 -> new DecisionImplemented(plan, decision, date(), text());
            case 2 -> new DecisionDeferred(plan, decision, date(), maybeDate(), text());
            default -> new DecisionSuperseded(plan, decision, date(), new DecisionId("D-9"), maybeText());
        };
    }

    private DomainEvent ofTheGuard() {
        OverrideCode override = new OverrideCode("G-" + random.nextInt(5));
        PersonalDataKind kind = any(PersonalDataKind.values());
        if (begun.add(override)) {
            GuardedRequest asked = new GuardedRequest(
                    "lead-t1", "RecordProgress", "action:" + plan + "/A", List.of(new Suspected("note", kind)), "ab12");
            return new GuardOverrideGranted(
                    plan,
                    override,
                    date(),
                    new TreeSet<>(List.of(kind)),
                    text(),
                    date(),
                    random.nextBoolean() ? asked : null);
        }
        return new GuardOverrideUsed(
                plan, override, date(), List.of(new Suspected("note", kind)), "action:" + plan + "/PA3-01");
    }

    private DomainEvent ofAStocktake() {
        StocktakeCode stocktake = new StocktakeCode("S-" + random.nextInt(3));
        if (begun.add(stocktake)) return new StocktakeScheduled(plan, stocktake, looking());
        return switch (random.nextInt(6)) {
            case 0 -> new StocktakeAmended(plan, stocktake, looking());
            case 1 -> new StocktakeFrozen(plan, stocktake, date(), maybeText());
            case 2, 3 ->
                new FeedbackGiven(
                        plan,
                        stocktake,
                        date(),
                        any(FeedbackStage.values()),
                        maybeText(),
                        List.of(finding(), finding()));
            case 4 ->
                new FindingAnswered(
                        plan, stocktake, date(), random.nextInt(4), any(Answer.values()), text(), new TreeSet<>());
            default -> new StocktakeClosed(plan, stocktake, date(), maybeText());
        };
    }

    private Finding finding() {
        return new Finding(
                random.nextInt(4), any(FindingKind.values()), text(), new TreeSet<>(some(AREAS)), new TreeSet<>());
    }

    private StocktakeDetails looking() {
        return new StocktakeDetails(
                "Stocktake " + random.nextInt(100),
                any(StocktakeKind.values()),
                maybeDate(),
                List.of("Department for Education"),
                maybeText(),
                new TreeSet<>(some(AREAS)),
                new TreeSet<>(some(THEMES)),
                any(Visibility.values()));
    }

    private DecisionProposal proposed() {
        return new DecisionProposal(
                text(),
                text(),
                new BoardCode("SIAB"),
                new TreeSet<>(some(AREAS)),
                new TreeSet<>(some(THEMES)),
                any(Visibility.values()));
    }

    private DecisionDetails decided() {
        return DecisionDetails.of("Decision " + random.nextInt(100), text(), date(), new BoardCode("SIAB"))
                .proposedBy(maybe("Director"))
                .dueOn(maybeDate())
                .areas(some(AREAS))
                .themes(some(THEMES))
                .actions(milestones.keySet())
                .visibility(any(Visibility.values()))
                .build();
    }

    private VoiceDetails said() {
        return new VoiceDetails(
                date(),
                any(VoiceFrom.values()),
                maybe("Survey"),
                text(),
                new TreeSet<>(some(AREAS)),
                new TreeSet<>(some(THEMES)),
                random.nextBoolean() ? List.of() : List.of(new Subject(any(SubjectType.values()), "X-1")),
                any(Visibility.values()));
    }

    private DomainEvent claimed(ActionCode action, MilestoneCode milestone) {
        return random.nextBoolean()
                ? new CompletionClaimed(
                        plan,
                        action,
                        milestone,
                        date(),
                        text(),
                        List.of(new EvidenceId("E-" + random.nextInt(9))),
                        null)
                : new CompletionClaimed(plan, action, milestone, date(), text(), List.of(), text());
    }

    private DomainEvent progress(ActionCode action, MilestoneCode milestone) {
        return new MilestoneProgressRecorded(
                plan,
                action,
                milestone,
                date(),
                text(),
                random.nextBoolean() ? random.nextInt(101) : null,
                random.nextBoolean() ? any(Rating.values()) : null,
                maybeText(),
                maybeText(),
                maybeText(),
                random.nextInt(10) == 0 ? (long) random.nextInt(6000) : null,
                null,
                null);
    }

    private PlanDetails plan(String title) {
        return new PlanDetails(
                title,
                any(PlanType.values()),
                "Oxfordshire",
                maybeDate(),
                maybeDate(),
                maybeDate(),
                ORGANISATIONS.stream()
                        .map(code -> new Organisation(code, "Organisation " + code))
                        .toList(),
                AREAS.stream()
                        .map(code -> new Area(code, AreaKind.PRIORITY_ACTION, 1, maybe("Area"), ORGANISATIONS.get(0)))
                        .toList(),
                THEMES.stream()
                        .map(code -> new Theme(code, "Theme " + code, List.of("Lead")))
                        .toList(),
                WORKSTREAMS.stream()
                        .map(code -> new Workstream(code, "Workstream", maybe("Lead")))
                        .toList(),
                List.of(),
                null);
    }

    private List<Lead> leads() {
        List<Lead> one = Lead.ofRole(maybe("Assistant Director"));
        if (one.isEmpty() || random.nextBoolean()) return one;
        return List.of(new Lead("Assistant Director", any(ORGANISATIONS)), new Lead("Head of SEND", null));
    }

    private ActionDetails details() {
        return Records.with(
                Samples.of(ActionDetails.class),
                "title",
                "Title " + random.nextInt(100),
                "areas",
                new TreeSet<>(some(AREAS)),
                "themes",
                new TreeSet<>(some(THEMES)),
                "workstreams",
                new TreeSet<>(some(WORKSTREAMS)),
                "leads",
                leads(),
                "accountableRole",
                maybe("Director"),
                "organisations",
                new TreeSet<>(some(ORGANISATIONS)),
                "startsOn",
                maybeDate(),
                "dueOn",
                maybeDate(),
                "coProduction",
                random.nextBoolean() ? any(CoProduction.values()) : null,
                "visibility",
                any(Visibility.values()));
    }

    private MilestoneDetails milestoneDetails() {
        return new MilestoneDetails(
                "Title " + random.nextInt(100), List.of(text(), text()), maybeDate(), random.nextBoolean());
    }

    private BusinessDate date() {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        return switch (random.nextInt(8)) {
            case 0 -> BusinessDate.parse(day.toString().substring(0, 7));
            case 1 -> BusinessDate.parse(day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3);
            case 2 -> BusinessDate.parse(String.valueOf(day.getYear()));
            default -> BusinessDate.day(day);
        };
    }

    private BusinessDate maybeDate() {
        return random.nextInt(3) == 0 ? null : date();
    }

    private ErasableText text() {
        return ErasableText.of("Text \"" + random.nextInt(1000) + "\" – ✓\n");
    }

    private ErasableText maybeText() {
        return random.nextBoolean() ? text() : null;
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : null;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> some(List<T> list) {
        return list.stream().filter(each -> random.nextInt(3) > 0).toList();
    }
}
