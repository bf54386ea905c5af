package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Every fact that the data set must hold can be read back through the query API of a running system, with the document
 * it was taken from. What the documents are: docs/data.md.
 */
class OxfordshireFactsIT {
    private static final String BLOG = "Independent chair's blog, 13 February 2025";
    private static final String NEWS = "Oxfordshire County Council news, 28 February 2025";
    private static final String OFFER = "Oxfordshire SEND local offer, SEND improvement page, undated";
    private static final String REPORT = "Health and Wellbeing Board report, 5 October 2023";
    private static final String BANBURY = "Banbury area news report, 18 December 2023";
    private static final String PLAN = "oxfordshire-pap";

    @TempDir
    static Path directory;

    private static Oxfordshire oxfordshire;
    private static JsonNode plan;

    @BeforeAll
    static void start() {
        oxfordshire = Oxfordshire.start(directory);
        plan = oxfordshire.plan("");
    }

    @AfterAll
    static void stop() {
        if (oxfordshire != null) oxfordshire.close();
    }

    private static List<String> texts(Iterable<JsonNode> nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.at(field).asString(""))
                .toList();
    }

    private static JsonNode in(JsonNode list, String code) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** BLOG or NEWS by name, for tables. */
    private static String document(String name) {
        return name.equals("NEWS") ? NEWS : BLOG;
    }

    @Test
    void everything_in_the_plan_names_the_document_it_was_taken_from() {
        assertThat(oxfordshire.history()).hasSizeGreaterThan(400);
        assertThat(oxfordshire.history())
                .extracting(entry -> entry.path("source").asString(""))
                .allMatch(source -> source.contains("20") || source.equals(OFFER));
    }

    @Nested
    class The_plan {
        @Test
        void is_a_priority_action_plan_of_Oxfordshire() {
            assertThat(plan.path("type").asString()).isEqualTo("PAP");
            assertThat(plan.path("localArea").asString()).isEqualTo("Oxfordshire");
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN))
                    .contains("SEND improvement page", "chair's blog, 13 February 2025", REPORT, BANBURY);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                PA1 | 1 | Gathering and acting on the views of children and young people with SEND and their families
                PA2 | 2 | Developing effective communications systems across the partnership to ensure coordinated approaches
                PA3 | 3 | Improved timeliness and quality assurance of education, health and care plans
                PA4 | 4 | Commissioning of services to meet the needs of children and young people and their families
                PA5 | 5 | Producing plans that are coproduced with children and young people and their families, which are rigorously monitored
                """)
        void has_five_priority_action_areas(String code, int number, String title) {
            JsonNode area = in(plan.path("areas"), code);
            assertThat(area.path("kind").asString()).isEqualTo("PRIORITY_ACTION");
            assertThat(area.path("number").asInt()).isEqualTo(number);
            assertThat(area.path("title").asString()).isEqualTo(title);
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN)).contains("SEND improvement page (areas");
        }

        @Test
        void has_nine_improvement_priorities_of_which_four_are_untitled_and_said_to_be() {
            assertThat(texts(plan.path("areas"), "/kind"))
                    .hasSize(9)
                    .filteredOn("IMPROVEMENT"::equals)
                    .hasSize(4);
            for (String code : List.of("I1", "I2", "I3", "I4"))
                assertThat(in(plan.path("areas"), code).has("title")).isFalse();
            JsonNode said = oxfordshire.plan("/evidence/fact-improvement-priorities");
            assertThat(said.path("summary").asString())
                    .contains("5 priority actions and 4 areas for improvement", "nine", "have no title");
            assertThat(said.at("/source/title").asString()).isEqualTo(REPORT);
        }

        @Test
        void says_that_the_accountable_bodies_are_illustrative() {
            assertThat(texts(plan.path("areas"), "/accountableBody")).allMatch("OCC"::equals);
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN)).contains("accountable body illustrative");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                T1 | Right support at the right time | Deputy Director of Education, Oxfordshire County Council | Chief Executive, Acer Trust
                T2 | Right plan, right first time, every time | Assistant Director SEND and Inclusion, Oxfordshire County Council | Designated Clinical Officer SEND 0-25, NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board
                T3 | Right provision, right time, looking to independence | Assistant Director, Partnership Development, NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board |
                T4 | Preparation for adulthood | Lead from adult social care |
                """)
        void has_four_themes_with_lead_roles(String code, String title, String lead, String second) {
            JsonNode theme = in(plan.path("themes"), code);
            assertThat(theme.path("title").asString()).isEqualTo(title);
            assertThat(texts(theme.path("leadRoles"), ""))
                    .isEqualTo(second == null ? List.of(lead) : List.of(lead, second));
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN))
                    .contains("chair's blog, 13 February 2025 (themes");
        }

        @Test
        void has_six_cross_cutting_workstreams() {
            assertThat(texts(plan.path("workstreams"), "/title"))
                    .containsExactly(
                            "Communications and engagement",
                            "Co-production",
                            "Data and dashboards",
                            "School places and sufficiency",
                            "Commissioning",
                            "Workforce development");
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN))
                    .contains("chair's blog, 13 February 2025 (themes, workstreams)");
        }

        @Test
        void has_its_boards() {
            assertThat(texts(plan.path("boards"), "/title"))
                    .containsExactly(
                            "Oxfordshire SEND Strategic Improvement and Assurance Board",
                            "Oxfordshire SEND Partnership Delivery Group",
                            "Education and Young People Overview and Scrutiny Committee",
                            "Schools Forum");
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN)).contains(REPORT + " (boards");
        }

        @Test
        void has_the_five_organisations_of_the_partnership() {
            assertThat(texts(plan.path("organisations"), "/name"))
                    .containsExactly(
                            "Oxfordshire County Council",
                            "NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board",
                            "Oxford Health NHS Foundation Trust",
                            "Oxford University Hospitals NHS Foundation Trust",
                            "Oxfordshire Parent Carer Forum");
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN))
                    .contains("SEND improvement page (areas, organisations");
        }

        @Test
        void answers_an_inspection_of_13_to_21_July_2023_reported_on_15_September() {
            JsonNode inspection = plan.at("/inspections/0");
            assertThat(inspection.path("startedOn").asString()).isEqualTo("2023-07-13");
            assertThat(inspection.path("endedOn").asString()).isEqualTo("2023-07-21");
            assertThat(inspection.path("reportedOn").asString()).isEqualTo("2023-09-15");
            assertThat(inspection.path("outcome").asString()).contains("widespread and/or systemic failings");
            assertThat(oxfordshire.source("inspection-recorded", "plan", PLAN)).isEqualTo(REPORT);
        }

        @Test
        void was_submitted_as_a_draft_on_24_October_2023() {
            assertThat(plan.path("draftSubmittedOn").asString()).isEqualTo("2023-10-24");
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN)).contains(BANBURY + " (draft)");
        }

        @Test
        void follows_an_improvement_notice_of_16_November_2023() {
            assertThat(plan.at("/improvementNotices/0/issuedOn").asString()).isEqualTo("2023-11-16");
            assertThat(plan.at("/improvementNotices/0/issuedBy").asString()).isEqualTo("Department for Education");
            assertThat(oxfordshire.source("improvement-notice-issued", "plan", PLAN))
                    .isEqualTo(OFFER);
        }

        @Test
        void was_approved_on_12_December_2023() {
            assertThat(plan.at("/approval/on").asString()).isEqualTo("2023-12-12");
            assertThat(plan.at("/approval/approvedBy").asString()).isEqualTo("Ofsted");
            assertThat(oxfordshire.source("plan-approved", "plan", PLAN)).isEqualTo(OFFER);
        }

        @Test
        void was_published_on_18_December_2023() {
            assertThat(plan.at("/publication/on").asString()).isEqualTo("2023-12-18");
            assertThat(oxfordshire.source("plan-published", "plan", PLAN)).isEqualTo(BANBURY);
        }

        @Test
        void has_a_roadmap_from_January_2024_to_April_2025() {
            assertThat(plan.path("startsOn").asString()).isEqualTo("2024-01");
            assertThat(plan.path("endsOn").asString()).isEqualTo("2025-04");
            assertThat(oxfordshire.source("plan-registered", "plan", PLAN)).contains("roadmap)");
        }
    }

    @Nested
    class The_updates_of_13_and_28_February_2025 {
        @ParameterizedTest
        @CsvSource({"theme=T1, 8, 21", "theme=T2, 11, 22", "theme=T3, 6, 15", "theme=T4, 2, 8", "'', 53, 132"})
        void are_actions_and_milestones_under_their_themes(String theme, int actions, int milestones) {
            assertThat(oxfordshire.all("/actions?" + theme)).hasSize(actions);
            assertThat(oxfordshire.all("/milestones?" + theme)).hasSize(milestones);
        }

        @ParameterizedTest
        @CsvSource({
            "communications-engagement, 6, 19",
            "co-production, 6, 18",
            "data-dashboards, 2, 6",
            "school-places, 4, 7",
            "commissioning, 3, 4",
            "workforce-development, 1, 3"
        })
        void are_actions_and_milestones_under_their_workstreams(String workstream, int actions, int milestones) {
            JsonNode item = in(oxfordshire.plan("/progress?by=workstream").path("items"), workstream);
            assertThat(item.path("actions").asInt()).isEqualTo(actions);
            assertThat(item.at("/milestones/total").asInt()).isEqualTo(milestones);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                T1 | PA4-01 | Enhanced pathways | BLOG
                T1 | PA4-02 | Early intervention and SEND provision in schools | BLOG
                T1 | PA2-01 | Relational work with schools and school engagement | BLOG
                T1 | PA4-03 | Banding framework | BLOG
                T1 | PA4-04 | Alternative education provision: board and reviews | NEWS
                T1 | PA4-06 | Alternative education provision: guidance | NEWS
                T1 | PA4-07 | WellComm: early identification of speech and language needs | NEWS
                T2 | PA3-01 | Education, health and care needs assessments on time | BLOG
                T2 | PA3-02 | Guidance tool for requests for needs assessments | BLOG
                T2 | PA3-03 | Multi-agency quality assurance forum | BLOG
                T2 | PA3-04 | Parent portal for needs assessments and plans | BLOG
                T2 | PA3-05 | Transparent multi-agency panels | BLOG
                T2 | PA3-07 | Training for members of multi-professional panels | BLOG
                T2 | PA3-08 | Annual reviews | BLOG
                T2 | PA3-09 | Quality of education, health and care plans | NEWS
                T2 | PA3-10 | Phased transfers: final plans issued in time | NEWS
                T3 | PA4-08 | Contracting of child and adolescent mental health services (CAMHS) | BLOG
                T3 | PA4-09 | Needs analysis | BLOG
                T3 | PA4-10 | Community Wisdom project | BLOG
                T3 | PA4-10 | Community Wisdom project | NEWS
                T3 | PA4-11 | Neurodevelopmental assessments: waiting, triage and signposting | BLOG
                T3 | PA4-12 | Workshops and webinars on living well with neurodivergence | NEWS
                T3 | PA4-13 | TellMe app for young people | NEWS
                T4 | PA4-14 | Preparation for adulthood: setting up the theme | BLOG
                T4 | PA4-15 | Preparation for adulthood: a coherent pathway | BLOG
                """)
        void are_actions_with_their_document(String theme, String code, String title, String document) {
            JsonNode action = oxfordshire.plan("/actions/" + code);
            assertThat(action.path("title").asString()).isEqualTo(title);
            assertThat(texts(action.path("themes"), "")).contains(theme);
            assertThat(oxfordshire.source("action-agreed", "action", code)).contains(document(document));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                PA4-03.1 | CLAIMED_COMPLETE | Banding framework relaunched | BLOG
                PA4-06.1 | VERIFIED         | Guidance to help schools establish and sustain their own alternative education pathways | NEWS
                PA4-07.1 | CLAIMED_COMPLETE | Pilot launched in 46 primary schools | NEWS
                PA3-01.1 | CLAIMED_COMPLETE | Backlog of 250 needs assessments from September cleared | BLOG
                PA3-01.2 | IN_PROGRESS      | New cases allocated within the six-week statutory timeframe | BLOG
                PA3-03.1 | IN_PROGRESS      | At least 10 per cent of professional advice audited | BLOG
                PA3-08.1 | IN_PROGRESS      | Backlog of annual reviews reduced | NEWS
                PA3-10.1 | CLAIMED_COMPLETE | 2024: final plans for pupils moving into statutory school age or transferring in Year 6 and 7 | NEWS
                PA4-10.3 | CLAIMED_COMPLETE | Ten families invited to meet professionals and other families | NEWS
                PA4-14.3 | PLANNED          | First meeting establishes terms of reference and membership | BLOG
                PA1-01.1 | VERIFIED         | Youth forum established | NEWS
                PA1-03.1 | CLAIMED_COMPLETE | Young people appointed as co-opted members | NEWS
                PA4-16.1 | CLAIMED_COMPLETE | 52 more places from 2024 to 2025 | BLOG
                PA5-01.4 | PLANNED          | Programme delivery group meetings resume | BLOG
                """)
        void are_milestones_with_their_document(String code, String state, String title, String document) {
            JsonNode milestone = oxfordshire.all("/milestones").stream()
                    .filter(one -> one.path("code").asString().equals(code))
                    .findFirst()
                    .orElseThrow();
            assertThat(milestone.path("title").asString()).isEqualTo(title);
            assertThat(milestone.path("state").asString()).isEqualTo(state);
            assertThat(oxfordshire.source("milestone-added", "milestone", code)).isEqualTo(document(document));
        }

        @Test
        void invent_no_due_date() {
            assertThat(oxfordshire.all("/due-dates").stream()
                            .filter(item -> item.has("baselineDueOn"))
                            .count())
                    .isEqualTo(15);
        }
    }

    @Nested
    class The_figures {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                plans-good-or-outstanding        | 2024-11    | EQ 44      | NEWS
                needs-assessment-backlog         | 2025-02-13 | EQ 0       | BLOG
                needs-assessments-within-20-weeks | 2025-02-13 | DOWN      | BLOG
                annual-review-backlog            | 2025-01    | LT 50      | NEWS
                phased-transfers-school          | 2024-02-15 | EQ 100     | NEWS
                phased-transfers-post-16         | 2024-03-31 | EQ 94      | NEWS
                phased-transfers-school          | 2025-02-13 | EQ 99      | BLOG
                tribunals                        | 2025-02-13 | UP         | BLOG
                neurodevelopmental-median-wait   | 2024-11    | EQ 67      | BLOG
                neurodevelopmental-median-wait   | 2024-12    | EQ 71      | BLOG
                neurodevelopmental-waiting       | 2025-02-13 | GT 3600    | BLOG
                neurodevelopmental-referrals     | 2025-02-13 | APPROX 100 | BLOG
                neurodevelopmental-appointments  | 2024-12    | GT 600     | BLOG
                dynamic-support-register         | 2025-01-31 | EQ 53      | BLOG
                key-stage-5-points               | 2024       | EQ 34.57   | NEWS
                school-places-added              | 2025       | EQ 52      | BLOG
                advice-audited                   | 2025-02-13 | GT 10      | BLOG
                """)
        void stand_as_the_document_has_them(String kpi, String period, String reading, String document) {
            JsonNode measurement = StreamSupport.stream(
                            oxfordshire
                                    .plan("/kpis/" + kpi)
                                    .path("measurements")
                                    .spliterator(),
                            false)
                    .filter(one -> one.path("period").asString().equals(period))
                    .findFirst()
                    .orElseThrow();
            assertThat(inWords(measurement.path("reading"))).isEqualTo(reading);
            assertThat(measurement.path("source").asString()).isEqualTo(document(document));
            assertThat(measurement.path("illustrative").asBoolean()).isFalse();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                plans-good-or-outstanding | 2023-07 | EQ 21    | NEWS
                needs-assessment-backlog  | 2024-09 | EQ 250   | BLOG
                annual-review-backlog     | 2024-09 | GT 200   | NEWS
                key-stage-5-points        | 2023    | EQ 25.18 | NEWS
                """)
        void begin_where_the_document_says(String kpi, String period, String reading, String document) {
            JsonNode baseline = oxfordshire.plan("/kpis/" + kpi).path("baseline");
            assertThat(baseline.path("period").asString()).isEqualTo(period);
            assertThat(inWords(baseline.path("reading"))).isEqualTo(reading);
            assertThat(oxfordshire.source("kpi-defined", "kpi", kpi)).isEqualTo(document(document));
        }

        @Test
        void have_no_target_that_no_document_gives() {
            assertThat(oxfordshire.all("/kpis"))
                    .hasSize(16)
                    .allMatch(kpi -> kpi.path("targets").isEmpty());
        }

        private static String inWords(JsonNode reading) {
            return reading.has("direction")
                    ? reading.path("direction").asString()
                    : reading.path("comparator").asString() + " "
                            + reading.path("value").decimalValue().toPlainString();
        }
    }

    @Nested
    class What_people_said {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                school-survey-2024      | PARENTS_AND_CARERS        | views on their experiences with mainstream schools | BLOG
                forum-stocktake-2025    | PARENTS_AND_CARERS        | Significant challenges remain                      | BLOG
                forum-co-production-2025 | PARENTS_AND_CARERS       | embedded more broadly across services              | BLOG
                youth-forum-local-offer | CHILDREN_AND_YOUNG_PEOPLE | young people's section of the online local offer   | NEWS
                send-conversations      | PARENTS_AND_CARERS        | ask questions and give feedback                    | NEWS
                provision-early-intervention | OTHER                | positive feedback on the quality of SEND provision | BLOG
                heads-guidance-tool     | SCHOOLS                   | has been positive                                  | BLOG
                """)
        void is_kept_with_its_document(String code, String from, String said, String document) {
            JsonNode voice = oxfordshire.plan("/voices/" + code);
            assertThat(voice.path("from").asString()).isEqualTo(from);
            assertThat(voice.path("said").asString()).contains(said);
            assertThat(oxfordshire.sources("voice", code)).containsExactly(document(document));
        }

        @Test
        void was_answered_once_as_far_as_the_documents_say() {
            JsonNode voice = oxfordshire.plan("/voices/youth-forum-local-offer");
            assertThat(voice.path("state").asString()).isEqualTo("RESPONDED");
            assertThat(texts(voice.at("/responses/0/actions"), "")).containsExactly("PA2-05");
            assertThat(oxfordshire.source("voice-responded", "voice", "youth-forum-local-offer"))
                    .isEqualTo(NEWS);
        }

        @Test
        void leaves_areas_and_themes_about_which_families_were_not_heard() {
            assertThat(texts(oxfordshire.all("/evidence/gaps?kind=NO_FAMILY_VOICE"), "/subject/code"))
                    .containsExactly("I1", "I2", "I3", "I4", "PA3", "PA4", "T1", "T2", "T3", "T4");
        }
    }

    @Nested
    class What_may_go_wrong {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                R-01 | Growing funding deficit                                    | growing deficit
                R-02 | Inequity of the current offer                              | inequity of the current offer
                R-03 | Data on annual reviews                                     | statutory duties
                R-04 | Rising number of tribunals                                 | increase in the number of tribunals
                R-05 | Land access for new special schools                        | new special school locations
                R-06 | Inappropriate referrals for neurodevelopmental assessments | inappropriate referrals
                """)
        void is_kept_unscored_with_its_document(String code, String title, String event) {
            JsonNode risk = oxfordshire.plan("/risks/" + code);
            assertThat(risk.path("title").asString()).isEqualTo(title);
            assertThat(risk.path("event").asString()).contains(event);
            assertThat(risk.has("score")).isFalse();
            assertThat(oxfordshire.sources("risk", code)).containsExactly(BLOG);
        }
    }

    @Nested
    class What_was_decided_or_proposed {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                siab-2025-02-pause               | Pause programme delivery group meetings until May (a proposal in the source) | does not say that the board agreed
                siab-2025-02-memorandum          | Memorandum of understanding (planned in the source)                         | does not say that the board agreed
                siab-2025-02-improvement-plan    | Move from the priority action plan to a broader improvement plan            | does not say who decided
                siab-2025-02-social-care-officer | Appoint a designated social care officer                                    | does not say who decided
                """)
        void says_which_of_the_two_it_is_in_its_document(String code, String title, String proviso) {
            JsonNode decision = oxfordshire.plan("/decisions/" + code);
            assertThat(decision.path("title").asString()).isEqualTo(title);
            assertThat(decision.path("text").asString()).contains(proviso);
            assertThat(decision.path("board").asString()).isEqualTo("SIAB");
            assertThat(oxfordshire.sources("decision", code)).containsExactly(BLOG);
        }

        @Test
        void did_not_pause_the_action_that_it_was_proposed_for() {
            assertThat(oxfordshire.plan("/actions/PA5-01").path("state").asString())
                    .isNotEqualTo("PAUSED");
            assertThat(in(oxfordshire.plan("/actions/PA5-01").path("milestones"), "PA5-01.1")
                            .path("state")
                            .asString())
                    .isEqualTo("PLANNED");
        }
    }

    @Nested
    class The_stocktake {
        private final JsonNode stocktake = oxfordshire.plan("/stocktakes/2025-02");

        @Test
        void of_early_2025_was_held_by_the_Department_for_Education_and_NHS_England() {
            assertThat(stocktake.path("kind").asString()).isEqualTo("STOCKTAKE");
            assertThat(texts(stocktake.path("heldBy"), "")).containsExactly("Department for Education", "NHS England");
            assertThat(stocktake.has("heldOn")).as("the source gives no day").isFalse();
            assertThat(oxfordshire.sources("stocktake", "2025-02")).containsExactly(BLOG);
        }

        @Test
        void has_its_initial_feedback_and_waits_for_the_formal_one() {
            assertThat(stocktake.path("state").asString()).isEqualTo("INITIAL_FEEDBACK");
            assertThat(stocktake.path("feedback").path(0).path("summary").asString())
                    .contains("Formal feedback will be provided as soon as possible");
            assertThat(texts(stocktake.path("findings"), "/text"))
                    .satisfiesExactly(
                            found -> assertThat(found).contains("significant improvement work", "continued progress"),
                            found -> assertThat(found).contains("better evidence the impact"));
            assertThat(stocktake.path("unanswered").asLong()).isEqualTo(1);
        }

        @Test
        void looks_at_what_was_true_on_13_February_and_not_at_what_came_after() {
            JsonNode pack = oxfordshire.plan("/stocktakes/2025-02/pack");
            assertThat(pack.path("cutOff").path("day").asString()).isEqualTo("2025-02-13");
            assertThat(texts(pack.path("state").path("milestones"), "/latest/on"))
                    .contains("2025-02-13")
                    .doesNotContain("2025-02-28");
        }

        @Test
        void is_where_the_changes_of_28_February_begin() {
            assertThat(oxfordshire.all("/changes?from=stocktake:2025-02"))
                    .filteredOn(changed -> !Set.of("stocktake", "guard-override")
                            .contains(changed.at("/subject/type").asString()))
                    .isNotEmpty()
                    .flatExtracting(changed -> texts(changed.path("said"), "/effectiveOn"))
                    .as("what is said of a whole month or year counts from its end")
                    .containsOnly("2025-02-28", "2025-02", "2025");
        }
    }

    @Nested
    class Where_the_documents_disagree {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                youth-forum-established        | June 2024        | NEWS | July 2024               | NEWS
                phased-transfer-deadline       | 15 February      | NEWS | 19 February             | BLOG
                neurodevelopmental-median-wait | 67 weeks         | BLOG | reduced since April 2023 | NEWS
                theme-two-backlog              | 250              | BLOG | over 200                | NEWS
                improvement-themes             | four themes      | BLOG | three main improvement themes | NEWS
                """)
        void both_sides_stand_as_a_conflict(String fact, String one, String from, String other, String otherFrom) {
            JsonNode gap = oxfordshire.all("/evidence/gaps?kind=SOURCES_IN_CONFLICT").stream()
                    .filter(found -> found.at("/subject/code").asString().equals(fact))
                    .findFirst()
                    .orElseThrow();
            assertThat(gap.path("sides").size()).isEqualTo(2);
            assertSaid(gap, one, document(from));
            assertSaid(gap, other, document(otherFrom));
        }

        private static void assertSaid(JsonNode gap, String words, String source) {
            assertThat(gap.path("sides")).anySatisfy(side -> {
                assertThat(side.path("says").asString()).contains(words);
                assertThat(side.path("source").asString()).isEqualTo(source);
            });
        }

        @Test
        void there_are_these_five_conflicts_and_no_other() {
            assertThat(texts(oxfordshire.all("/evidence/gaps?kind=SOURCES_IN_CONFLICT"), "/subject/code"))
                    .containsExactly(
                            "improvement-themes",
                            "neurodevelopmental-median-wait",
                            "phased-transfer-deadline",
                            "theme-two-backlog",
                            "youth-forum-established");
        }

        @Test
        void every_piece_of_evidence_names_its_document() {
            List<JsonNode> all = oxfordshire.all("/evidence");
            assertThat(all).hasSize(28);
            assertThat(all.stream()
                            .map(one -> one.at("/source/title").asString())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(BLOG, NEWS, REPORT);
        }
    }
}
