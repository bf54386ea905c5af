package org.paptracker.query.readaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.DECISION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.RISK;
import static org.paptracker.query.History.VOICE;
import static org.paptracker.query.History.date;
import static org.paptracker.query.QueryService.ANONYMOUS;
import static org.paptracker.values.Visibility.PARTNERSHIP;
import static org.paptracker.values.Visibility.PUBLIC;
import static org.paptracker.values.Visibility.RESTRICTED;
import static org.paptracker.values.Visibility.REVIEWERS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.ActionEvent.ActionStarted;
import org.paptracker.events.ActionEvent.CompletionClaimed;
import org.paptracker.events.ActionEvent.CompletionVerified;
import org.paptracker.events.ActionEvent.MilestoneAdded;
import org.paptracker.events.ActionEvent.MilestoneAssessed;
import org.paptracker.events.ActionEvent.RebaselineProposed;
import org.paptracker.events.DecisionEvent.DecisionMade;
import org.paptracker.events.DecisionEvent.DecisionSuperseded;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EvidenceEvent.EvidenceSubmitted;
import org.paptracker.events.EvidenceEvent.EvidenceSuperseded;
import org.paptracker.events.EvidenceEvent.EvidenceValidated;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.PlanEvent.PlanRegistered;
import org.paptracker.events.PlanEvent.PlanTookOver;
import org.paptracker.events.RiskEvent.RiskEscalated;
import org.paptracker.events.RiskEvent.RiskIdentified;
import org.paptracker.events.RiskEvent.RiskScored;
import org.paptracker.events.StocktakeEvent.FeedbackGiven;
import org.paptracker.events.StocktakeEvent.StocktakeFrozen;
import org.paptracker.events.StocktakeEvent.StocktakeScheduled;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.Records;
import org.paptracker.query.readaccess.Questions.Question;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.Assessor;
import org.paptracker.values.action.Lead;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.action.MilestoneDetails;
import org.paptracker.values.action.Rating;
import org.paptracker.values.action.RebaselineReason;
import org.paptracker.values.decision.DecisionDetails;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceDetails;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceSource;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.risk.RiskDetails;
import org.paptracker.values.stocktake.Answer;
import org.paptracker.values.stocktake.FeedbackStage;
import org.paptracker.values.stocktake.FindingKind;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.stocktake.StocktakeDetails;
import org.paptracker.values.stocktake.StocktakeKind;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;
import org.paptracker.whole.Tally;

/**
 * Two services hold the same plan; in one of them there is more that somebody cannot see. Whatever they ask, they get
 * the same answer from both, byte for byte.
 */
class ReadAccessTest {
    private static final PlanId DRAFT = new PlanId("next-plan");
    private static final StocktakeCode OPEN = new StocktakeCode("2024-12");

    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("plan", List.of("oxfordshire-pap", "next-plan", "nowhere")),
            Map.entry("action", List.of("PA3-01", "HID-P", "HID-R", "none")),
            Map.entry("milestone", List.of("PA3-01.1", "HID-R.1", "none")),
            Map.entry("evidence", List.of("E-1", "HID-P", "HID-R", "none")),
            Map.entry("kpi", List.of("K-1", "none")),
            Map.entry("voice", List.of("forum-survey", "HID-P", "HID-R", "none")),
            Map.entry("risk", List.of("R-01", "HID-P", "HID-R", "none")),
            Map.entry("decision", List.of("D-01", "HID-P", "HID-R", "none")),
            Map.entry("stocktake", List.of("2024-12", "HID-P", "HID-R", "none")),
            Map.entry("area", List.of("PA1", "PA3")),
            Map.entry("theme", List.of("T2", "T9")),
            Map.entry("organisation", List.of("OCC", "ICB")),
            Map.entry("leadRole", List.of("Assistant Director SEND", "Somebody")),
            Map.entry("board", List.of("SIAB", "HID")),
            Map.entry("by", List.of("area", "theme", "organisation", "workstream")),
            Map.entry("supports", List.of("action:PA3-01", "action:HID-R", "milestone:HID-R.1", "area:PA1")),
            Map.entry("subject", List.of("PA3-01", "action:HID-R", "milestone:HID-R.1", "D-01", "HID-P")),
            Map.entry("actor", List.of("lead-t2", "somebody")),
            Map.entry("role", List.of("WORKSTREAM_LEAD", "BOARD")),
            Map.entry("type", List.of("action-agreed", "evidence-validated", "plan-registered")),
            Map.entry("before", List.of("12")),
            Map.entry("from", List.of("position:4", "2020-01-01", "stocktake:2024-12", "stocktake:HID-R")),
            Map.entry("to", List.of("2100-01-01", "position:30", "stocktake:2024-12", "stocktake:HID-P")),
            Map.entry("knownAt", List.of("position:25", "2100-01-01", "stocktake:2024-12", "stocktake:HID-R")),
            Map.entry("effectiveAt", List.of("2024-12-31", "stocktake:2024-12", "stocktake:HID-P")));

    @TempDir
    static Path directory;

    /** With everything; without what is for reviewers and fewer; without what is not for everybody. */
    private static QueryService all;

    private static QueryService forPartners;
    private static QueryService forEverybody;
    private static List<Question> questions;

    @BeforeAll
    static void start() {
        Hidden history = history();
        all = QueryService.start(directory.resolve("all"));
        history.tell(all, one -> false);
        forPartners = QueryService.start(directory.resolve("partners"));
        history.tell(forPartners, one -> one.until() == PARTNERSHIP);
        forEverybody = QueryService.start(directory.resolve("everybody"));
        history.tell(forEverybody, one -> true);
        questions = new Questions(VALUES).of(all);
    }

    @AfterAll
    static void stop() {
        Stream.of(all, forPartners, forEverybody).forEach(QueryService::close);
    }

    @Test
    void anyone_who_has_not_signed_in_learns_nothing_of_what_is_not_public() {
        assertSame(ANONYMOUS, all, forEverybody, questions);
    }

    @Test
    void nor_do_they_learn_what_the_senders_of_requests_wrote_of_them() {
        String source = LEAD.source();
        for (Question question : questions) {
            assertThat(Questions.answers(all, ANONYMOUS, question).toString())
                    .as("%s", question)
                    .doesNotContain(source, "," + LEAD.requestId() + ",");
        }
        assertThat(all.getAs("forum", "/api/v1/plans/oxfordshire-pap/audit").body())
                .contains(source);
    }

    /** They see as far as each other: in the short form each asks a third of the questions, and another one tomorrow. */
    @ParameterizedTest
    @CsvSource({"0, forum", "1, lead-t2", "2, executive"})
    void partners_learn_nothing_of_what_is_for_reviewers_and_fewer(int number, String user) {
        assertSame(user, all, forPartners, Tally.LONG ? questions : Questions.aThird(questions, Tally.seed() + number));
    }

    @Test
    void dashboards_learn_nothing_of_what_is_for_reviewers_and_fewer() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(progress(all))
                        .isNotEmpty()
                        .anyMatch(line -> line.startsWith("pap_milestones_overdue{") && !line.endsWith(" 0.0"))
                        .isEqualTo(progress(forPartners)));
    }

    private static Set<String> progress(QueryService service) {
        return service.scrape()
                .lines()
                .filter(line -> line.matches("pap_(milestones|days|evidence|kpi).*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Else the tests above could not fail. */
    @Test
    void every_endpoint_has_more_to_tell_to_a_reviewer() {
        Set<String> same = questions.stream().map(Question::template).collect(Collectors.toSet());
        Set<String> sameToPartners = new HashSet<>(same);
        for (Question question : questions) {
            String template = question.template();
            if (same.contains(template) && isTold(question, forEverybody)) same.remove(template);
            if (sameToPartners.contains(template) && isTold(question, forPartners)) sameToPartners.remove(template);
        }
        assertThat(same).isEmpty();
        // Of plans there are none that only reviewers may see.
        assertThat(sameToPartners).containsExactly("/api/v1/plans");
    }

    private static boolean isTold(Question question, QueryService less) {
        return !Questions.answers(all, "reviewer", question).equals(Questions.answers(less, "reviewer", question));
    }

    @Test
    void every_answer_says_how_far_it_reaches() {
        String path = "/api/v1/plans/oxfordshire-pap/actions";
        assertThat(Stream.of(ANONYMOUS, "forum", "lead-t2", "reviewer", "office")
                        .map(user -> all.getAs(user, path)
                                .headers()
                                .firstValue("X-Reach")
                                .orElse("")))
                .containsExactly("PUBLIC", "PARTNERSHIP", "PARTNERSHIP", "EVERYTHING", "EVERYTHING");
        assertThat(String.join(",", all.getAs(ANONYMOUS, path).headers().allValues("Vary")))
                .contains("Authorization", "Cookie");
    }

    private static void assertSame(String user, QueryService more, QueryService less, List<Question> asked) {
        for (Question question : asked) {
            assertThat(Questions.answers(more, user, question))
                    .as("%s asks %s", user, question)
                    .isEqualTo(Questions.answers(less, user, question));
        }
    }

    private static Hidden history() {
        ActionCode second = new ActionCode("PA1-02");
        return new Hidden()
                .open(History.plan())
                .open(new PlanPublished(PLAN, date("2024-01-10"), null))
                .from(PUBLIC, plan(DRAFT))
                .from(PUBLIC, new PlanTookOver(DRAFT, date("2025-01-10"), PLAN))
                .open(agreed(PLAN, "PA3-01", PUBLIC, "T2", "PA1-02", "HID-P", "HID-R"))
                .open(agreed(PLAN, second.value(), PUBLIC, "T2"))
                .from(PARTNERSHIP, action("HID-R", RESTRICTED))
                .open(History.milestone(ACTION, MILESTONE, "2024-11"))
                .from(PUBLIC, action("HID-P", PARTNERSHIP))
                .open(new MilestoneAdded(
                        PLAN, second, new MilestoneCode("PA1-02.1"), step("Publish the offer", "2024-12")))
                .from(PARTNERSHIP, action("HID-V", REVIEWERS))
                .from(PUBLIC, agreed(DRAFT, "N-1", PUBLIC, "T2"))
                .open(heard("forum-survey", PUBLIC, "HID-R", "HID-P", "PA3-01"))
                .from(PARTNERSHIP, heard("HID-R", RESTRICTED, "PA3-01"))
                .from(PUBLIC, heard("HID-P", PARTNERSHIP, "PA3-01"))
                .open(evidence("E-1", PUBLIC, EvidenceLevel.OUTPUT, "HID-R"))
                .from(PARTNERSHIP, validated("HID-R", RESTRICTED))
                .from(PUBLIC, validated("HID-P", PARTNERSHIP))
                .open(new EvidenceValidated(PLAN, new EvidenceId("E-1"), date("2025-01-02"), null))
                .open(evidence("E-2", PUBLIC, EvidenceLevel.ACTIVITY, "PA3-01"))
                .open(new EvidenceSuperseded(
                        PLAN, new EvidenceId("E-2"), date("2025-01-03"), new EvidenceId("HID-P"), null))
                .open(claimed("HID-R", "HID-P", "E-1"))
                .open(new CompletionVerified(PLAN, ACTION, MILESTONE, date("2025-01-20"), null))
                .open(new RiskIdentified(PLAN, RISK, risk("Money", PUBLIC)))
                .from(PARTNERSHIP, escalated("HID-R", RESTRICTED))
                .from(PUBLIC, escalated("HID-P", PARTNERSHIP))
                .open(new DecisionMade(PLAN, DECISION, decided("Go on", "SIAB", PUBLIC)))
                .from(PARTNERSHIP, new DecisionMade(PLAN, new DecisionId("HID-R"), decided("Stop", "HID", RESTRICTED)))
                .from(PUBLIC, new DecisionMade(PLAN, new DecisionId("HID-P"), decided("Wait", "HID", PARTNERSHIP)))
                .open(new DecisionSuperseded(PLAN, DECISION, date("2025-02-02"), new DecisionId("HID-P"), null))
                .from(PARTNERSHIP, stocktake("HID-R", REVIEWERS))
                .open(stocktake(OPEN.value(), PUBLIC))
                .from(PUBLIC, stocktake("HID-P", PARTNERSHIP))
                .open(History.answered(
                        OPEN,
                        "2025-02-20",
                        1,
                        Answer.ACCEPTED,
                        ACTION,
                        new ActionCode("HID-P"),
                        new ActionCode("HID-R")))
                .open(
                        History.defined("K-1", Polarity.LOWER_IS_BETTER, Reading.exactly("250")),
                        History.measured("K-1", "2024-11", "News", Reading.exactly("80")))
                .from(PUBLIC, new KpiDefined(DRAFT, new KpiCode("N-1"), kpi()))
                .open(stocktake("2025-03", PUBLIC))
                .open(History.responded(VOICE, "2025-03-02", "We asked again"));
    }

    private static KpiDetails kpi() {
        return History.defined("N-1", Polarity.NEUTRAL, null).details();
    }

    private static PlanRegistered plan(PlanId plan) {
        return new PlanRegistered(plan, History.plan().details());
    }

    private static ActionAgreed agreed(PlanId plan, String code, Visibility visibility, String theme, String... needs) {
        return new ActionAgreed(
                plan,
                new ActionCode(code),
                Records.with(
                        History.details("Action " + code, "PA1", "PA3"),
                        "themes",
                        new TreeSet<>(List.of(new ThemeCode(theme))),
                        "leads",
                        Lead.ofRole(theme.equals("T2") ? "Assistant Director SEND" : "Somebody"),
                        "organisations",
                        new TreeSet<>(List.of(new OrganisationCode(theme.equals("T2") ? "OXPCF" : "ICB"))),
                        "dueOn",
                        date("2024-12"),
                        "dependsOn",
                        new TreeSet<>(Stream.of(needs).map(ActionCode::new).toList()),
                        "visibility",
                        visibility));
    }

    private static MilestoneDetails step(String title, String dueOn) {
        return new MilestoneDetails(title, List.of(ErasableText.of("Done")), date(dueOn), false);
    }

    /** One milestone of it is overdue and rated, another complete and shown by hidden evidence; a new date is proposed. */
    private static DomainEvent[] action(String code, Visibility visibility) {
        ActionCode action = new ActionCode(code);
        MilestoneCode late = new MilestoneCode(code + ".1");
        MilestoneCode done = new MilestoneCode(code + ".2");
        return new DomainEvent[] {
            agreed(PLAN, code, visibility, "T9", "PA3-01"),
            new ActionStarted(PLAN, action, date("2024-03-01"), null),
            new MilestoneAdded(PLAN, action, late, step("Hidden, late", "2024-02")),
            new MilestoneAssessed(PLAN, action, late, date("2025-01-15"), Assessor.BOARD, Rating.OFF_TRACK, null),
            new RebaselineProposed(
                    PLAN,
                    action,
                    late,
                    date("2025-01-16"),
                    date("2026-01"),
                    RebaselineReason.CAPACITY,
                    ErasableText.of("Nobody is there")),
            new MilestoneAdded(PLAN, action, done, step("Hidden, done", "2024-02")),
            new CompletionClaimed(
                    PLAN,
                    action,
                    done,
                    date("2024-05-01"),
                    ErasableText.of("Done"),
                    List.of(new EvidenceId("E-1")),
                    null),
            new CompletionVerified(PLAN, action, done, date("2024-05-02"), null)
        };
    }

    private static CompletionClaimed claimed(String... evidence) {
        return new CompletionClaimed(
                PLAN,
                ACTION,
                MILESTONE,
                date("2025-01-10"),
                ErasableText.of("All cleared"),
                Stream.of(evidence).map(EvidenceId::new).toList(),
                null);
    }

    private static VoiceHeard heard(String voice, Visibility visibility, String... actions) {
        return new VoiceHeard(
                PLAN,
                new VoiceId(voice),
                new VoiceDetails(
                        date("2024-12-01"),
                        VoiceFrom.PARENTS_AND_CARERS,
                        "Survey",
                        ErasableText.of("Nobody tells us"),
                        new TreeSet<>(visibility == PUBLIC ? List.of() : List.of(new AreaCode("PA1"))),
                        new TreeSet<>(),
                        Stream.of(actions)
                                .flatMap(code -> Stream.of(
                                        new Subject(SubjectType.ACTION, code),
                                        new Subject(SubjectType.MILESTONE, code + ".1"),
                                        new Subject(SubjectType.MILESTONE, code + "/" + code + ".1")))
                                .toList(),
                        visibility));
    }

    private static EvidenceSubmitted evidence(String id, Visibility visibility, EvidenceLevel level, String action) {
        return new EvidenceSubmitted(
                PLAN,
                new EvidenceId(id),
                new EvidenceDetails(
                        "Audit " + id,
                        EvidenceKind.AUDIT,
                        level,
                        null,
                        ErasableText.of("44 per cent are good"),
                        new EvidenceSource("Papers", null, null),
                        50,
                        new TreeSet<>(List.of(
                                new Subject(SubjectType.AREA, "PA1"),
                                new Subject(SubjectType.PLAN, "oxfordshire-pap"),
                                new Subject(SubjectType.VOICE, "HID-P"),
                                new Subject(SubjectType.ACTION, action),
                                new Subject(SubjectType.MILESTONE, action + ".1"))),
                        visibility));
    }

    private static DomainEvent[] validated(String id, Visibility visibility) {
        return new DomainEvent[] {
            evidence(id, visibility, EvidenceLevel.IMPACT, "PA3-01"),
            new EvidenceValidated(PLAN, new EvidenceId(id), date("2025-01-05"), ErasableText.of("Seen"))
        };
    }

    private static RiskDetails risk(String title, Visibility visibility) {
        RiskDetails like = History.risky(title, "2024-06-01", "PA1");
        return new RiskDetails(
                title,
                like.identifiedOn(),
                like.cause(),
                like.event(),
                like.effect(),
                like.ownerRole(),
                like.areas(),
                like.themes(),
                like.response(),
                visibility);
    }

    private static DomainEvent[] escalated(String code, Visibility visibility) {
        RiskCode risk = new RiskCode(code);
        return new DomainEvent[] {
            new RiskIdentified(PLAN, risk, risk("Hidden", visibility)),
            new RiskScored(PLAN, risk, date("2025-01-04"), 5, 5, null),
            new RiskEscalated(PLAN, risk, date("2025-01-05"), new BoardCode("SIAB"), ErasableText.of("Too much"))
        };
    }

    private static DecisionDetails decided(String title, String board, Visibility visibility) {
        return DecisionDetails.of(
                        title, ErasableText.of("The board decided so"), date("2025-01-12"), new BoardCode(board))
                .dueOn(date("2025-01-30"))
                .areas(List.of(new AreaCode("PA1")))
                .themes(List.of(new ThemeCode("T2")))
                .actions(List.of(ACTION, new ActionCode("HID-P"), new ActionCode("HID-R")))
                .visibility(visibility)
                .build();
    }

    private static DomainEvent[] stocktake(String code, Visibility visibility) {
        StocktakeCode stocktake = new StocktakeCode(code);
        StocktakeDetails like = History.look("Stocktake " + code, StocktakeKind.STOCKTAKE, "PA1");
        return new DomainEvent[] {
            new StocktakeScheduled(
                    PLAN,
                    stocktake,
                    new StocktakeDetails(
                            like.title(),
                            like.kind(),
                            like.heldOn(),
                            like.heldBy(),
                            like.scope(),
                            like.areas(),
                            like.themes(),
                            visibility)),
            new StocktakeFrozen(PLAN, stocktake, date("2025-02-10"), null),
            new FeedbackGiven(
                    PLAN,
                    stocktake,
                    date("2025-02-14"),
                    FeedbackStage.INITIAL,
                    ErasableText.of("Better evidence the impact"),
                    List.of(
                            History.finding(1, FindingKind.RECOMMENDATION, "Listen more"),
                            History.finding(2, FindingKind.RECOMMENDATION, "Measure more")))
        };
    }
}
