package org.paptracker.command.platform.guard;

/**
 * What somebody should look at again, though it was recorded. Never what it says.
 *
 * @param field its path in the request, as in {@link org.paptracker.values.guard.Suspected}
 */
public record Warning(String field, WarningKind kind, String sentence) {
    static Warning of(String field, WarningKind kind) {
        return new Warning(
                field,
                kind,
                "There seem to be %s in %s. Together they can tell who a child is. Please ask information governance to remove them if they do."
                        .formatted(kind.inWords(), field));
    }
}
