package org.paptracker.command.platform.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;

/**
 * Something in the plan that evidence supports or a voice speaks of.
 *
 * @param code of a milestone also with its action's before it, where two actions share it: PA3-01/PA3-01.2
 */
public record SubjectBody(
        @NotNull SubjectType type,

        @NotNull
        @Pattern(
                regexp = Code.SHAPE + "(/" + Code.SHAPE + ")?",
                message = "must be " + Code.WORDS + "; a milestone's may follow its action's and a slash")
        String code) {
    public Subject subject() {
        return new Subject(type, code);
    }
}
