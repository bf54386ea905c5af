package org.paptracker.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.date;
import static org.paptracker.query.History.plan;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.events.PlanEvent.PlanApproved;
import org.paptracker.events.PlanEvent.PlanPublished;
import org.paptracker.log.EmbeddedMongo;
import org.paptracker.query.Story;
import org.paptracker.query.plan.PlanView;
import tools.jackson.databind.json.JsonMapper;

class ViewsTest {
    @TempDir
    static Path directory;

    private static EmbeddedMongo store;
    private static MongoClient client;

    @BeforeAll
    static void open() {
        store = EmbeddedMongo.open(directory, 0);
        client = MongoClients.create(store.connectionString());
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    private static Views<PlanView> views(String collection) {
        return new Views<>(client.getDatabase("views"), collection, PlanView.class, JsonMapper.shared());
    }

    private static Map.Entry<String, Views.Kept<PlanView>> entry(String stream, PlanView view) {
        return Map.entry(stream, new Views.Kept<>(view, 0));
    }

    private final PlanView registered = new Story().by(OFFICE, plan()).plan();
    private final PlanView approved = new Story()
            .by(OFFICE, plan(), new PlanApproved(PLAN, date("2023-12-12"), "Ofsted", null))
            .plan();
    private final PlanView published = new Story()
            .by(
                    OFFICE,
                    plan(),
                    new PlanApproved(PLAN, date("2023-12-12"), "Ofsted", null),
                    new PlanPublished(PLAN, date("2023-12-18"), null))
            .plan();

    @Test
    void a_view_comes_back_as_it_was_written() {
        Views<PlanView> views = views("same");
        views.write(List.of(entry("plan:a", published)));

        assertThat(views.find("plan:a")).hasValue(published);
        assertThat(views.of(PLAN).values()).containsExactly(published);
        assertThat(views.find("plan:b")).isEmpty();
    }

    @Test
    void a_list_is_decoded_once_until_a_view_moves_on_or_is_made_again() {
        Views<PlanView> views = views("once");
        views.write(List.of(entry("plan:a", registered)));
        PlanView first = views.of(PLAN).values().iterator().next();
        assertThat(views.of(PLAN).values().iterator().next()).isSameAs(first);

        // Another process of the service makes it again.
        views("once").write(Map.of("plan:a", new Views.Kept<>(registered, 9)).entrySet());
        assertThat(views.of(PLAN).values().iterator().next()).isEqualTo(first).isNotSameAs(first);

        views.write(Map.of("plan:a", new Views.Kept<>(published, 9)).entrySet());
        assertThat(views.of(PLAN).values()).containsExactly(published);
        views.clear();
        assertThat(views.of(PLAN)).isEmpty();
    }

    @Test
    void a_newer_view_replaces_an_older_one() {
        Views<PlanView> views = views("newer");
        views.write(List.of(entry("plan:a", registered)));
        views.write(List.of(entry("plan:a", published)));

        assertThat(views.find("plan:a")).hasValue(published);
    }

    @Test
    void a_view_no_newer_than_the_stored_one_is_dropped_and_the_others_of_its_batch_are_written() {
        Views<PlanView> views = views("older");
        views.write(List.of(entry("plan:b", published), entry("plan:d", approved)));

        views.write(List.of(
                entry("plan:a", registered),
                entry("plan:b", approved),
                entry("plan:c", published),
                entry("plan:d", approved),
                entry("plan:e", approved)));

        assertThat(views.find("plan:a")).hasValue(registered);
        assertThat(views.find("plan:b")).hasValue(published);
        assertThat(views.find("plan:c")).hasValue(published);
        assertThat(views.find("plan:d")).hasValue(approved);
        assertThat(views.find("plan:e")).hasValue(approved);
        assertThat(views.all()).hasSize(5);
    }

    @Test
    void a_view_made_again_for_a_redaction_replaces_one_that_has_come_as_far() {
        Views<PlanView> views = views("again");
        views.write(List.of(entry("plan:a", approved)));
        PlanView forgotten = new Story()
                .by(OFFICE, plan(), new PlanApproved(PLAN, date("2023-12-12"), "[redacted]", null))
                .plan();
        views.write(Map.of("plan:a", new Views.Kept<>(forgotten, 7)).entrySet());

        assertThat(views.find("plan:a")).hasValue(forgotten);
        assertThat(views.kept(Set.of("plan:a")).get("plan:a").redacted()).isEqualTo(7);
    }

    @Test
    void a_late_writer_does_not_bring_back_what_was_redacted_however_far_it_has_come() {
        Views<PlanView> views = views("late");
        views.write(Map.of("plan:a", new Views.Kept<>(registered, 7)).entrySet());
        views.write(List.of(entry("plan:a", registered), entry("plan:a", published)));
        assertThat(views.find("plan:a")).hasValue(registered);

        views.write(Map.of("plan:a", new Views.Kept<>(published, 6)).entrySet());
        assertThat(views.find("plan:a")).hasValue(registered);

        views.write(Map.of("plan:a", new Views.Kept<>(published, 7)).entrySet());
        assertThat(views.find("plan:a")).hasValue(published);
        views.write(Map.of("plan:a", new Views.Kept<>(registered, 7)).entrySet());
        assertThat(views.find("plan:a")).hasValue(published);
    }

    @Test
    void a_field_that_another_version_wrote_is_no_error() {
        Views<PlanView> views = views("strange");
        views.write(List.of(entry("plan:a", registered)));
        var collection = client.getDatabase("views").getCollection("strange");
        String view = collection.find().first().getString("view");
        collection.updateOne(
                new Document("_id", "plan:a"),
                new Document("$set", new Document("view", view.replaceFirst("\\{", "{\"fromTheFuture\":[1],"))));

        assertThat(views.find("plan:a")).hasValue(registered);
    }
}
