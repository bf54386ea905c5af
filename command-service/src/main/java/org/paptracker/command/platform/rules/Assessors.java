package org.paptracker.command.platform.rules;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import org.paptracker.values.action.Assessor;

/** Who rates as what. What an inspector or another outsider says, the programme office records. */
public final class Assessors {
    private Assessors() {}

    /** @throws RuleBroken {@code assessment.not-yours} if it is for somebody in another role to rate so */
    public static void requireOwn(Assessor assessor, Actor actor) {
        require(
                isFor(assessor, String.valueOf(actor.role())),
                "assessment.not-yours",
                "A rating as %s is recorded by %s. Rate as who you are, or ask them to record it."
                        .formatted(assessor, whose(assessor)));
    }

    private static boolean isFor(Assessor assessor, String role) {
        return switch (assessor) {
            case SELF -> role.equals("WORKSTREAM_LEAD") || role.equals("ACCOUNTABLE_EXECUTIVE");
            case PMO, INDEPENDENT -> role.equals("PROGRAMME_OFFICE");
            case BOARD -> role.equals("BOARD");
        };
    }

    private static String whose(Assessor assessor) {
        return switch (assessor) {
            case SELF -> "those who do the work, workstream leads and accountable executives";
            case PMO, INDEPENDENT -> "the programme office";
            case BOARD -> "the board";
        };
    }
}
