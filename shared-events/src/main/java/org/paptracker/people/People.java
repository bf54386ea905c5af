package org.paptracker.people;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The directory of people: the one place that says whose pseudonym it is. Without a person's document nobody can say it
 * any more, so removing that forgets the person in the whole log. ADR 25.
 *
 * <p>A document is {@code { _id: pseudonym, subject, name, renamed }}. Nothing of it is kept in memory: a rename and a
 * forgetting count at once, in every process.
 */
public final class People {
    public static final String COLLECTION = "people";

    private static final String SUBJECT = "subject";
    private static final String NAME = "name";
    private static final String RENAMED = "renamed";

    private final MongoCollection<Document> people;

    /** To read only: nothing is made that is not there. */
    public People(MongoDatabase database) {
        people = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** To write as well. The index is there before the first person, for it keeps one subject to one pseudonym. */
    public static People writing(MongoDatabase database) {
        People writing = new People(database);
        writing.people.createIndex(Indexes.ascending(SUBJECT), new IndexOptions().unique(true));
        return writing;
    }

    /**
     * Somebody whom the directory knows.
     *
     * @param name as they had it when they last acted
     * @param renamed how often they have had another name since they first acted
     */
    public record Person(String name, int renamed) {
        private static Person of(Document document) {
            return new Person(document.getString(NAME), document.getInteger(RENAMED, 0));
        }
    }

    /**
     * The pseudonym of a person who acts: made when they first do, and after they were forgotten made anew.
     *
     * @param subject by which the identity provider knows them, whatever their name is
     * @param name that they have now, which the directory learns
     */
    public String pseudonym(String subject, String name) {
        while (true) {
            Document known = people.find(new Document(SUBJECT, subject)).first();
            String pseudonym = known == null ? Pseudonym.random() : known.getString("_id");
            boolean settled = known == null
                    ? isAdded(pseudonym, subject, name)
                    : name.equals(known.getString(NAME)) || isRenamed(known, name);
            if (settled) return pseudonym;
        }
    }

    private boolean isAdded(String pseudonym, String subject, String name) {
        try {
            people.insertOne(new Document("_id", pseudonym)
                    .append(SUBJECT, subject)
                    .append(NAME, name)
                    .append(RENAMED, 0));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    /** False if somebody else was first, or they were forgotten meanwhile. */
    private boolean isRenamed(Document known, String name) {
        Document asRead = new Document("_id", known.getString("_id")).append(NAME, known.getString(NAME));
        Document change = new Document("$set", new Document(NAME, name)).append("$inc", new Document(RENAMED, 1));
        return people.updateOne(asRead, change).getMatchedCount() == 1;
    }

    /** The pseudonym that a person has already; null as long as they have not acted. */
    public @Nullable String known(String subject) {
        Document known = people.find(new Document(SUBJECT, subject)).first();
        return known == null ? null : known.getString("_id");
    }

    /** Whose pseudonym it is; null if the person was forgotten, or it is none. */
    public @Nullable Person person(String pseudonym) {
        if (!Pseudonym.is(pseudonym)) return null;
        Document known = people.find(new Document("_id", pseudonym)).first();
        return known == null ? null : Person.of(known);
    }

    /** Everybody, by pseudonym. They are few: only people who act are in it. */
    public Map<String, Person> all() {
        Map<String, Person> all = new HashMap<>();
        for (Document document : people.find()) all.put(document.getString("_id"), Person.of(document));
        return all;
    }

    /** For ever, as soon as the store is scrubbed. A repeat is harmless. */
    public void forget(String pseudonym) {
        people.deleteOne(new Document("_id", pseudonym));
    }
}
