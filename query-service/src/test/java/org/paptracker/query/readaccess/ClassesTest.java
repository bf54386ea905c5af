package org.paptracker.query.readaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;
import static org.paptracker.query.QueryService.ANONYMOUS;
import static org.paptracker.values.Visibility.PUBLIC;
import static org.paptracker.values.Visibility.RESTRICTED;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.ActionEvent.ActionAgreed;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.events.VoiceEvent.VoiceAmended;
import org.paptracker.events.VoiceEvent.VoiceHeard;
import org.paptracker.query.History;
import org.paptracker.query.QueryService;
import org.paptracker.query.Records;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.voice.VoiceDetails;
import org.paptracker.values.voice.VoiceFrom;
import org.paptracker.values.voice.VoiceId;

/**
 * Over HTTP: what was once of another class than now, and what is somebody's own. Positions: the plan at 1, published at
 * 2; the voice {@code opened} was restricted at 3 and public from 4, {@code closed} the other way round at 5 and 6; the
 * restricted actions T2-01 of the lead's theme and OCC-01 of the executive's organisation at 7 to 10.
 */
class ClassesTest {
    private static final String ROOT = "/api/v1/plans/oxfordshire-pap";

    @TempDir
    static Path directory;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.start(directory);
        service.append(List.of(plan()), OFFICE);
        service.append(List.of(new PlanPublished(PLAN, date("2024-01-10"), null)), OFFICE);
        service.append(List.of(heard("opened", "Jo Bloggs of Town School says", RESTRICTED)), LEAD);
        service.append(List.of(amended("opened", "A parent says", PUBLIC)), LEAD);
        service.append(List.of(heard("closed", "A carer says", PUBLIC)), LEAD);
        service.append(List.of(amended("closed", "Their neighbour says", RESTRICTED)), LEAD);
        service.append(List.of(restricted("T2-01", "T2", "OUH"), step("T2-01")), OFFICE);
        service.append(List.of(restricted("OCC-01", "T9", "OCC"), step("OCC-01")), OFFICE);
        service.awaitViews();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static VoiceHeard heard(String voice, String words, Visibility visibility) {
        return new VoiceHeard(PLAN, new VoiceId(voice), said(words, visibility));
    }

    private static VoiceAmended amended(String voice, String words, Visibility visibility) {
        return new VoiceAmended(PLAN, new VoiceId(voice), said(words, visibility), null);
    }

    private static VoiceDetails said(String words, Visibility visibility) {
        VoiceDetails like = History.said("2025-01-01", VoiceFrom.PARENTS_AND_CARERS, words, "PA1");
        return new VoiceDetails(
                like.heardOn(),
                like.from(),
                like.through(),
                like.said(),
                like.areas(),
                like.themes(),
                like.concerns(),
                visibility);
    }

    private static ActionAgreed restricted(String code, String theme, String organisation) {
        return new ActionAgreed(
                PLAN,
                new ActionCode(code),
                Records.with(
                        History.details("Of " + theme, "PA1"),
                        "themes",
                        new TreeSet<>(List.of(new ThemeCode(theme))),
                        "leads",
                        List.of(),
                        "organisations",
                        new TreeSet<>(List.of(new OrganisationCode(organisation))),
                        "visibility",
                        RESTRICTED));
    }

    private static ActionEvent.MilestoneAdded step(String action) {
        return milestone(new ActionCode(action), new MilestoneCode(action + ".1"), "2025-01");
    }

    private static List<String> codes(String user, String path) {
        return StreamSupport.stream(
                        service.jsonAs(user, ROOT + path).path("items").spliterator(), false)
                .map(item -> item.path("code").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"lead-t2, T2-01", "executive, OCC-01"})
    void anyone_who_works_on_an_action_sees_it_whatever_its_class(String user, String action) {
        assertThat(codes(user, "/actions")).containsExactly(action);
        assertThat(codes(user, "/milestones")).containsExactly(action + ".1");
        assertThat(codes(user, "/actions?knownAt=2100-01-01")).containsExactly(action);
        assertThat(service.jsonAs(user, ROOT + "/progress")
                        .path("total")
                        .path("actions")
                        .asInt())
                .isEqualTo(1);
        assertThat(service.getAs(user, ROOT + "/audit?subject=action:" + action).body())
                .contains("action-agreed");
        assertThat(service.getAs(user, ROOT + "/changes?from=position:1").body())
                .contains("\"" + action + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {ANONYMOUS, "forum", "lead-t1"})
    void anyone_who_does_not_work_on_it_does_not(String user) {
        assertThat(codes(user, "/actions")).isEmpty();
        assertThat(service.getAs(user, ROOT + "/actions/T2-01").body()).contains("action.unknown");
        assertThat(service.getAs(user, ROOT + "/audit").body()).doesNotContain("T2-01");
    }

    @Test
    void where_an_entry_comes_from_and_in_which_request_is_for_people_who_have_signed_in() {
        assertThat(service.getAs(ANONYMOUS, ROOT + "/audit").body())
                .contains("voice-amended")
                .doesNotContain("Chair's blog", "\"source\"", "\"requestId\"");
        assertThat(service.getAs("forum", ROOT + "/audit").body()).contains("Chair's blog", "\"requestId\":\"r-1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/voices",
                "/voices?knownAt=position:3",
                "/voices/opened?knownAt=position:3",
                "/voices?effectiveAt=2025-06-01&knownAt=position:3",
                "/audit",
                "/changes?from=position:2",
                "/changes?from=position:2&to=position:3",
                "/changes?from=position:3&to=position:4",
                "/changes?from=position:0"
            })
    void what_becomes_public_does_not_show_what_it_was_before(String path) {
        assertThat(service.get(ROOT + "/voices/opened?knownAt=position:3").body())
                .contains("Jo Bloggs");
        assertThat(service.getAs(ANONYMOUS, ROOT + path).body()).doesNotContain("Jo Bloggs");
        assertThat(service.getAs("forum", ROOT + path).body()).doesNotContain("Jo Bloggs");
    }

    @Test
    void what_becomes_public_shows_what_it_is_now() {
        assertThat(codes(ANONYMOUS, "/voices")).containsExactly("opened");
        assertThat(service.getAs(ANONYMOUS, ROOT + "/audit?subject=opened").body())
                .contains("voice-amended", "A parent says")
                .doesNotContain("voice-heard");
        assertThat(service.getAs(ANONYMOUS, ROOT + "/changes?from=position:3").body())
                .contains("A parent says");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/voices",
                "/voices/closed?knownAt=position:5",
                "/voices?knownAt=position:5",
                "/audit",
                "/audit?subject=closed",
                "/changes?from=position:2",
                "/changes?from=position:4&to=position:5"
            })
    void what_is_closed_hides_its_past_too(String path) {
        assertThat(service.get(ROOT + "/audit?subject=closed").body()).contains("A carer says");
        assertThat(service.getAs(ANONYMOUS, ROOT + path).body()).doesNotContain("A carer says", "\"closed\"");
    }

    @Test
    void before_its_publication_a_plan_was_nobodys_to_see() {
        assertThat(service.getAs(ANONYMOUS, ROOT + "?knownAt=position:1").body())
                .contains("plan.unknown");
        assertThat(service.getAs(ANONYMOUS, ROOT + "?knownAt=position:2").statusCode())
                .isEqualTo(200);
        assertThat(service.getAs("forum", ROOT + "?knownAt=position:1").statusCode())
                .isEqualTo(200);
        assertThat(service.getAs(ANONYMOUS, ROOT + "/audit").body())
                .contains("plan-published")
                .doesNotContain("plan-registered");
    }

    @Test
    void pages_of_the_history_have_no_holes_where_something_is_hidden() {
        var first = service.jsonAs(ANONYMOUS, ROOT + "/audit?limit=1");
        assertThat(first.path("items").get(0).path("position").asLong()).isEqualTo(4);
        var second = service.jsonAs(
                ANONYMOUS, ROOT + "/audit?limit=1&before=" + first.path("next").asString());
        assertThat(second.path("items").get(0).path("position").asLong()).isEqualTo(2);
        assertThat(second.has("next")).isFalse();
    }
}
