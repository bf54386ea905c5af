package org.paptracker.log;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that makes use of its order by {@code _id}: for a range of it, for sorting by it, and for a filter that
 * names it among other fields. As shipped each of these reads every document.
 */
final class OrderedCollection extends H2Collection {
    private static final String ID = "_id";
    private static final Set<String> LOWER = Set.of("$gt", "$gte");
    private static final Set<String> UPPER = Set.of("$lt", "$lte");

    private final MVMap<Object, Document> documents;

    OrderedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
    }

    /** Callers get copies: as shipped an update changes a document while another client is being sent it. */
    @Override
    protected QueryResult createQueryResult(List<Document> found, int batch) {
        return super.createQueryResult(found.stream().map(Document::cloneDeeply).toList(), batch);
    }

    /** Each document once: as shipped it comes once for each of its keys that is asked for. */
    @Override
    protected QueryResult matchDocuments(
            Document filter,
            Iterable<Object> found,
            @Nullable Document sort,
            int skip,
            int limit,
            int batch,
            @Nullable Document fields) {
        Set<Object> once = new LinkedHashSet<>();
        found.forEach(once::add);
        return super.matchDocuments(filter, once, sort, skip, limit, batch, fields);
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter, @Nullable Document sort, int skip, int limit, int batch, @Nullable Document fields) {
        Object id = filter.get(ID);
        if (filter.size() > 1 && isExact(id)) {
            List<Document> named = super.queryDocuments(new Document(ID, id), null, 0, 0, 0, null)
                    .collectDocuments();
            return matchDocumentsFromStream(named.stream(), filter, sort, skip, limit, batch, fields);
        }
        Object from = id instanceof Document range ? bound(range, LOWER) : null;
        Object to = id instanceof Document range ? bound(range, UPPER) : null;
        if (isOrderedLike(from) && isOrderedLike(to)) {
            if (isOnly(sort, 1)) return inOrder(from, to, false, filter, skip, limit, batch, fields);
            if (isOnly(sort, -1)) return inOrder(to, from, true, filter, skip, limit, batch, fields);
            if (from != null || to != null) {
                return matchDocumentsFromStream(stream(from, to, false), filter, sort, skip, limit, batch, fields);
            }
        }
        return super.queryDocuments(filter, sort, skip, limit, batch, fields);
    }

    private QueryResult inOrder(
            @Nullable Object from,
            @Nullable Object to,
            boolean descending,
            Document filter,
            int skip,
            int limit,
            int batch,
            @Nullable Document fields) {
        return matchDocumentsFromStream(filter, stream(from, to, descending), skip, limit, batch, null, fields);
    }

    /** Both bounds included: the filter itself says whether they are meant. */
    private Stream<Document> stream(@Nullable Object from, @Nullable Object to, boolean descending) {
        Cursor<Object, Document> cursor = documents.cursor(from, to, descending);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(id -> cursor.getValue());
    }

    private static boolean isExact(@Nullable Object id) {
        if (id instanceof Document value) return value.keySet().equals(Set.of("$in"));
        return id instanceof String || id instanceof Number;
    }

    private static boolean isOnly(@Nullable Document sort, int direction) {
        return sort != null
                && sort.keySet().equals(Set.of(ID))
                && sort.get(ID) instanceof Number asked
                && asked.intValue() == direction;
    }

    private static @Nullable Object bound(Document range, Set<String> operators) {
        return operators.stream()
                .map(range::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether the file's order is MongoDB's: so for numbers of one kind and for strings. */
    private boolean isOrderedLike(@Nullable Object bound) {
        Object first = documents.firstKey();
        Object last = documents.lastKey();
        return (first instanceof Long || first instanceof String)
                && first.getClass() == last.getClass()
                && (bound == null || bound.getClass() == first.getClass());
    }
}
