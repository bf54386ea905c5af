package org.paptracker.log;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.paptracker.people.People;
import org.paptracker.people.Pseudonym;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.ErasableText.Redaction;
import org.paptracker.values.London;
import org.paptracker.values.Sha256;
import org.paptracker.values.redaction.FoundPlace;
import org.paptracker.values.redaction.ShortText;
import org.paptracker.values.redaction.TextAt;
import org.paptracker.values.redaction.TextPlace;

/**
 * Takes words out of the log. Salt and text go; the entry's payload, which only commits to them, stays as it is, so that
 * every proof over it still holds. ADR 7. So it is with people: the entry's pseudonym stays, and nobody can say whose it
 * is. ADR 25.
 */
public final class Eraser {
    /** The field of every entry that says who recorded it. */
    public static final String ACTOR = "actor";

    private static final int AT_ONCE = 500;

    private final Scrubber scrubber;
    private final CommitStore store;
    private final CommitReader reader;
    private final People people;

    public Eraser(MongoDatabase database, CommitProof proof) {
        scrubber = new Scrubber(database, CommitStore.COLLECTION);
        store = CommitStore.writing(database, proof);
        reader = new CommitReader(store);
        people = People.writing(database);
    }

    /**
     * What of an entry can be erased, or was, by field: the digests of its texts, in the payload's order, and last the
     * pseudonym of the person who recorded it. Empty past the log's end.
     */
    public Map<String, String> fields(long position) {
        return reader.around(position)
                .map(commit -> fields(commit.at(position)))
                .orElse(Map.of());
    }

    private static Map<String, String> fields(Commit.Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>(ErasableTexts.commitments(entry));
        String actor = LogMetadata.actor(entry.metadata());
        if (Pseudonym.is(actor)) fields.put(ACTOR, actor);
        return fields;
    }

    /** Whether it can be said what the field says; not if the entry has no such field. Reads its commit only. */
    public boolean holds(long position, String field) {
        if (field.equals(ACTOR)) return people.person(fields(position).getOrDefault(ACTOR, "")) != null;
        return words(position, field) != null;
    }

    private @Nullable String words(long position, String field) {
        String digest = fields(position).get(field);
        Commit holder = reader.around(position).orElse(null);
        if (digest == null || holder == null || !holder.texts().containsKey(digest)) return null;
        return holder.texts().get(digest).getString("text");
    }

    /**
     * The place named, first, and every other place in the log whose words are the same: what must be forgotten here
     * must be forgotten there. Empty if there is no such field, or its words are gone. Reads the whole log. A person is
     * one place, wherever they acted.
     */
    public List<TextPlace> places(long position, String field) {
        return found(position, field).stream().map(FoundPlace::place).toList();
    }

    /**
     * The same, with what a person has to know to judge each. In a unit of work, what is appended there later rests on
     * it: if the same words have been recorded in yet another place by then, {@link DecidedOnOldReads}.
     */
    public List<FoundPlace> found(long position, String field) {
        if (field.equals(ACTOR)) return holds(position, field) ? List.of(ofThePerson(position)) : List.of();
        String words = words(position, field);
        if (words == null) return List.of();
        List<FoundPlace> places = new ArrayList<>();
        long end = search(words, 0, places);
        StreamsRead.restsOnSearch(end, () -> isFoundAfter(end, words));
        TextAt first = new TextAt(position, field);
        places.sort((a, b) -> Boolean.compare(b.at().equals(first), a.at().equals(first)));
        return places;
    }

    /** Whether the words of a text are so few that equal ones elsewhere mean nothing; not if they are gone. */
    public boolean isShort(long position, String field) {
        String words = words(position, field);
        return words != null && ShortText.is(words);
    }

    private boolean isFoundAfter(long position, String words) {
        List<FoundPlace> places = new ArrayList<>();
        search(words, position, places);
        return !places.isEmpty();
    }

    /** Adds what holds the words after {@code position}, and answers how far the log went. */
    private long search(String words, long position, List<FoundPlace> places) {
        long last = position;
        for (List<Commit> next = reader.after(last, AT_ONCE); !next.isEmpty(); next = reader.after(last, AT_ONCE)) {
            for (Commit commit : next) {
                addPlaces(commit, words, places);
                last = commit.position();
            }
        }
        return last;
    }

    private FoundPlace ofThePerson(long position) {
        Commit commit = reader.around(position).orElseThrow();
        Commit.Entry entry = commit.at(position);
        byte[] pseudonym = LogMetadata.actor(entry.metadata()).getBytes(StandardCharsets.UTF_8);
        String digest = ErasableText.ALGORITHM + Sha256.hex(Sha256.begin(), pseudonym);
        BusinessDate day = BusinessDate.day(London.day(commit.recordedAt()));
        return new FoundPlace(position, stream(entry), ACTOR, digest, entry.type(), day); // readers are told places
    }

    private static String stream(Commit.Entry entry) {
        return entry.stream() == null ? entry.id() : entry.stream();
    }

    private static void addPlaces(Commit commit, String words, List<FoundPlace> places) {
        if (commit.texts().values().stream().noneMatch(text -> words.equals(text.getString("text")))) return;
        for (long position = commit.first(); position <= commit.position(); position++) {
            Commit.Entry entry = commit.at(position);
            for (Map.Entry<String, String> field :
                    ErasableTexts.commitments(entry).entrySet()) {
                Document kept = commit.texts().get(field.getValue());
                if (kept != null && words.equals(kept.getString("text"))) {
                    BusinessDate day = BusinessDate.day(London.day(commit.recordedAt()));
                    places.add(new FoundPlace(
                            position, stream(entry), field.getKey(), field.getValue(), entry.type(), day));
                }
            }
        }
    }

    /**
     * Puts {@code why} in place of salt and text. What is gone already stays as it is, so a repeat is harmless.
     * Then scrubs the store.
     */
    public void erase(List<TextPlace> places, Redaction why) {
        Document redaction = new Document("on", why.on().toString())
                .append("ground", why.ground().name());
        for (TextPlace place : places) {
            if (place.field().equals(ACTOR))
                people.forget(fields(place.position()).getOrDefault(ACTOR, ""));
            reader.around(place.position())
                    .filter(commit -> commit.texts().containsKey(place.digest()))
                    .ifPresent(commit ->
                            store.replaceText(commit.position(), place.digest(), new Document("redaction", redaction)));
        }
        scrubber.scrub();
    }
}
