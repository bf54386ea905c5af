package org.paptracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.paptracker.values.LookAlike;

/** The raw documents of a log, read without the code under test, and what must hold of any log at any time. */
record WholeLog(List<Document> commits) {

    static WholeLog of(MongoDatabase database) {
        return new WholeLog(database.getCollection("events")
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>()));
    }

    /** First event's id by the position of its commit. */
    Map<Long, String> heads() {
        Map<Long, String> heads = new TreeMap<>();
        for (Document commit : commits)
            heads.put(commit.getLong("_id"), events(commit).get(0).getString("id"));
        return heads;
    }

    /** Each event's id by its position. */
    Map<Long, String> ids() {
        Map<Long, String> ids = new TreeMap<>();
        for (Document commit : commits) {
            long position = commit.getLong("_id") - events(commit).size();
            for (Document event : events(commit)) ids.put(++position, event.getString("id"));
        }
        return ids;
    }

    /** Each event's stream, in order. */
    List<String> streams() {
        return commits.stream()
                .flatMap(commit -> events(commit).stream())
                .map(event -> event.getString("stream"))
                .toList();
    }

    long position() {
        return commits.isEmpty() ? 0 : commits.get(commits.size() - 1).getLong("_id");
    }

    /** Dense, whole, in order of time, each event once, each stream without a gap. */
    void isSound() {
        long end = 0;
        Instant at = Instant.EPOCH;
        List<String> ids = new ArrayList<>();
        Map<String, Long> sequences = new TreeMap<>();
        for (Document commit : commits) {
            List<Document> events = events(commit);
            assertThat(commit.getInteger("size")).isEqualTo(events.size()).isPositive();
            assertThat(commit.getLong("_id") - events.size()).isEqualTo(end);
            assertThat(commit.getDate("recordedAt").toInstant()).isAfterOrEqualTo(at);
            List<String> keys = new ArrayList<>(List.of("after:" + end));
            List<String> begun = new ArrayList<>();
            for (Document event : events) {
                String stream = event.getString("stream");
                long sequence = event.getLong("sequence");
                assertThat(sequence).as(stream).isEqualTo(sequences.getOrDefault(stream, -1L) + 1);
                sequences.put(stream, sequence);
                keys.add(stream + "#" + sequence);
                if (sequence == 0) begun.add("alike:" + LookAlike.ofStream(stream));
                ids.add(event.getString("id"));
                assertThat(commit.get("texts", Document.class).keySet())
                        .anyMatch(digest -> event.getString("payload").contains(digest));
            }
            keys.addAll(begun);
            assertThat(commit.getList("keys", String.class)).isEqualTo(keys);
            end = commit.getLong("_id");
            at = commit.getDate("recordedAt").toInstant();
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** Whether the index leads from each key to the one commit that holds it. */
    void isIndexedIn(MongoDatabase database) {
        for (Document commit : commits) {
            List<String> keys = commit.getList("keys", String.class);
            for (String key : keys) {
                assertThat(database.getCollection("events")
                                .find(new Document("keys", key))
                                .into(new ArrayList<>()))
                        .as(key)
                        .containsExactly(commit);
            }
        }
    }

    private static List<Document> events(Document commit) {
        return commit.getList("events", Document.class);
    }
}
