package org.paptracker.query.platform.projection;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the projections, each of which has one segment. Whether there is one to be had is asked every second; who
 * holds it need not ask the store.
 */
final class HeldTokens extends MongoTokenStore {
    private static final List<Segment> THE_ONE = List.of(Segment.ROOT_SEGMENT);

    private final Set<String> held = ConcurrentHashMap.newKeySet();

    HeldTokens(Builder builder) {
        super(builder);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String projection) {
        return held.contains(projection) ? THE_ONE : super.fetchAvailableSegments(projection);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String projection, int segment) {
        held.remove(projection); // if this fails, nobody knows
        TrackingToken token = super.fetchToken(projection, segment);
        held.add(projection);
        return token;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String projection, int segment) {
        whileHeld(projection, () -> super.storeToken(token, projection, segment));
    }

    @Override
    public void extendClaim(String projection, int segment) {
        whileHeld(projection, () -> super.extendClaim(projection, segment));
    }

    private void whileHeld(String projection, Runnable work) {
        try {
            work.run();
        } catch (UnableToClaimTokenException e) {
            held.remove(projection);
            throw e;
        }
    }

    @Override
    public void releaseClaim(String projection, int segment) {
        held.remove(projection);
        super.releaseClaim(projection, segment);
    }
}
