package org.paptracker.command.platform.imports;

import java.util.List;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.values.plan.PlanId;

/**
 * What the rows of a table can be. A slice gives one as a bean; its rows then pass the same checks as its requests do.
 *
 * @param <B> the body that the same command has when it is sent by itself
 */
public interface ImportKind<B> {
    /** For programs: {@code progress}. */
    String name();

    /** In the order of the template. */
    List<Column> columns();

    Class<B> body();

    /**
     * What a row asks for.
     *
     * @throws org.paptracker.platform.http.Refused naming fields of the body
     */
    Command command(PlanId plan, Keys keys, B body);

    /** The codes that stand in a request's path, and here in columns of their own. */
    @FunctionalInterface
    interface Keys {
        /** The one of this type; the kind has a required column for it. */
        <C> C get(Class<C> type);
    }
}
