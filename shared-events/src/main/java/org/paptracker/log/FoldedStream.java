package org.paptracker.log;

import java.util.function.BiConsumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What an aggregate has made of a stream's beginning: the next command goes on from there and does not fold it all again.
 * It lies in this process's memory only, as long as the stream itself is kept there, and goes with it when something
 * in it is redacted. ADR 33.
 *
 * @param last id of the last event that was folded
 * @param state of any kind that never changes
 */
public record FoldedStream(String stream, String last, Object state) {
    private static final String KEEPER = "org.paptracker.log.keeper";

    /** Keeps it for the commands that follow, if the current unit of work has read the stream from the log. */
    public static void keep(String stream, long sequence, String last, Object state) {
        CurrentUnitOfWork.ifStarted(unit -> {
            Keeper keeper = unit.root().getResource(KEEPER);
            if (keeper != null) keeper.accept(sequence, new FoldedStream(stream, last, state));
        });
    }

    static void keptBy(Keeper keeper) {
        CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(KEEPER, keeper));
    }

    /** Takes the sequence of the last event that was folded, and what was made of it. */
    @FunctionalInterface
    interface Keeper extends BiConsumer<Long, FoldedStream> {}
}
