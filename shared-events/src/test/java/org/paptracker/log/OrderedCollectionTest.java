package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in the order of {@code _id} are those MongoDB gives; the same tests run against it. */
class OrderedCollectionTest {
    private static final int SIZE = 1_000;

    @TempDir
    static Path directory;

    private static Store store;
    private static MongoDatabase database;
    private MongoCollection<Document> byNumber;
    private MongoCollection<Document> byText;

    @BeforeAll
    static void open() {
        store = Store.in(directory);
        database = store.database();
        List<Document> numbered = new ArrayList<>();
        List<Document> named = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            long id = 7L * i % SIZE * 2; // even numbers, in no order
            numbered.add(new Document("_id", id).append("third", id % 3));
            named.add(new Document("_id", text(id)).append("third", id % 3).append("n", id));
        }
        database.getCollection("numbered").insertMany(numbered);
        database.getCollection("named").insertMany(named);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void collections() {
        byNumber = database.getCollection("numbered");
        byText = database.getCollection("named");
    }

    private static String text(long id) {
        return "action:%05d".formatted(id);
    }

    private static List<Long> expected(Predicate<Long> filter) {
        return Stream.iterate(0L, id -> id + 2).limit(SIZE).filter(filter).toList();
    }

    private static List<Long> reversed(List<Long> ids) {
        return ids.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static Document id(Object... operators) {
        Document range = new Document();
        for (int i = 0; i < operators.length; i += 2) range.append((String) operators[i], operators[i + 1]);
        return new Document("_id", range);
    }

    private List<Long> found(Document filter, int direction, int skip, int limit) {
        var found = byNumber.find(filter).skip(skip).limit(limit);
        if (direction != 0) found = found.sort(new Document("_id", direction));
        return found.map(document -> document.getLong("_id")).into(new ArrayList<>());
    }

    @Test
    void a_range_includes_and_excludes_its_bounds_as_asked_whether_they_exist_or_not() {
        for (long from : List.of(-5L, 0L, 1L, 500L, 501L, 1_998L, 2_001L)) {
            for (long to : List.of(-1L, 0L, 500L, 777L, 1_998L, 5_000L)) {
                assertThat(found(id("$gt", from, "$lte", to), 1, 0, 0)).isEqualTo(expected(i -> i > from && i <= to));
                assertThat(found(id("$gte", from, "$lt", to), -1, 0, 0))
                        .isEqualTo(reversed(expected(i -> i >= from && i < to)));
                assertThat(found(id("$gte", from, "$lt", to), 0, 0, 0))
                        .containsExactlyInAnyOrderElementsOf(expected(i -> i >= from && i < to));
            }
            assertThat(found(id("$gt", from), 1, 0, 0)).isEqualTo(expected(i -> i > from));
            assertThat(found(id("$lt", from), -1, 0, 0)).isEqualTo(reversed(expected(i -> i < from)));
        }
    }

    @Test
    void sorting_skipping_and_limiting_follow_the_order() {
        assertThat(found(new Document(), -1, 0, 1)).containsExactly(1_998L);
        assertThat(found(new Document(), 1, 0, 2)).containsExactly(0L, 2L);
        assertThat(found(new Document(), 1, 3, 2)).containsExactly(6L, 8L);
        assertThat(found(new Document(), -1, 3, 2)).containsExactly(1_992L, 1_990L);
        assertThat(found(id("$gte", 1_000L), 1, 1, 2)).containsExactly(1_002L, 1_004L);
        assertThat(found(new Document(), 1, 0, 0)).isEqualTo(expected(i -> true)); // past the first batch, too
    }

    @Test
    void other_fields_still_filter_and_sort() {
        Document range = id("$gte", 100L, "$lt", 200L).append("third", 1L);
        assertThat(found(range, 1, 0, 0)).isEqualTo(expected(i -> i >= 100 && i < 200 && i % 3 == 1));
        assertThat(byNumber.find(id("$gte", 100L, "$lt", 110L))
                        .sort(new Document("third", -1).append("_id", 1))
                        .map(document -> document.getLong("_id"))
                        .into(new ArrayList<>()))
                .containsExactly(104L, 100L, 106L, 102L, 108L);
        assertThat(found(new Document("_id", 10L).append("third", 1L), 1, 0, 0)).containsExactly(10L);
        assertThat(found(new Document("_id", 10L).append("third", 2L), 1, 0, 0)).isEmpty();
        assertThat(found(id("$in", List.of(10L, 11L, 12L, 16L)).append("third", 1L), -1, 0, 0))
                .containsExactly(16L, 10L);
    }

    @Test
    void texts_are_ranged_and_sorted_as_numbers_are() {
        assertThat(byText.find(id("$gt", text(10), "$lte", text(16)))
                        .sort(new Document("_id", 1))
                        .map(document -> document.getLong("n"))
                        .into(new ArrayList<>()))
                .containsExactly(12L, 14L, 16L);
        assertThat(byText.find().sort(new Document("_id", -1)).first()).containsEntry("n", 1_998L);
    }

    @Test
    void a_guarded_update_changes_just_what_its_filter_names() {
        MongoCollection<Document> guarded = database.getCollection("guarded");
        guarded.insertMany(List.of(
                new Document("_id", "a").append("position", 5L), new Document("_id", "b").append("position", 5L)));
        Document older = new Document("_id", "a").append("position", new Document("$lt", 6L));

        assertThat(guarded.updateOne(older, new Document("$set", new Document("position", 6L)))
                        .getModifiedCount())
                .isOne();
        assertThat(guarded.updateOne(older, new Document("$set", new Document("position", 7L)))
                        .getMatchedCount())
                .isZero();
        assertThat(guarded.find().sort(new Document("_id", 1)).map(document -> document.getLong("position")))
                .containsExactly(6L, 5L);
    }

    @Test
    void numbers_and_texts_in_one_collection_are_still_ranged_and_sorted_right() {
        MongoCollection<Document> mixed = database.getCollection("mixed");
        for (Object id : List.of("b", 3L, 2, "a", 1L)) mixed.insertOne(new Document("_id", id));

        assertThat(mixed.find().sort(new Document("_id", 1)).map(document -> document.get("_id")))
                .containsExactly(1L, 2, 3L, "a", "b");
        assertThat(mixed.find(id("$gte", 2L)).sort(new Document("_id", 1)).map(document -> document.get("_id")))
                .containsExactly(2, 3L);
    }

    @Test
    void an_empty_collection_answers_nothing() {
        MongoCollection<Document> empty = database.getCollection("empty");
        assertThat(empty.find().sort(new Document("_id", -1)).limit(1).first()).isNull();
        assertThat(empty.find(id("$gt", 5L)).first()).isNull();
    }
}
