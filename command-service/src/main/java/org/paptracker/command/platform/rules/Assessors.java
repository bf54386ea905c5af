package org.paptracker.command.platform.rules;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import org.paptracker.values.action.Assessor;

/** Who rates as what. What an inspector or another outsider says, the programme office records. */
public final class Assessors {
    private Assessors() {}

    /**
     * As whom somebody rates who does not say.
     *
     * @throws RuleBroken {@code assessment.not-yours} if people in this role do not rate
     */
    public static Assessor of(Actor actor) {
        return switch (String.valueOf(actor.role())) {
            case "WORKSTREAM_LEAD", "ACCOUNTABLE_EXECUTIVE" -> Assessor.SELF;
            case "PROGRAMME_OFFICE" -> Assessor.PMO;
            case "BOARD" -> Assessor.BOARD;
            default ->
                throw new RuleBroken(
                        "assessment.not-yours",
                        "A rating is recorded by the people who do the work, the programme office or the board. Leave it out, or ask them to record it.");
        };
    }

    /** @throws RuleBroken {@code assessment.not-yours} if it is for somebody in another role to rate so */
    public static void requireOwn(Assessor assessor, Actor actor) {
        Assessor recordedBy = assessor == Assessor.INDEPENDENT ? Assessor.PMO : assessor;
        require(
                of(actor) == recordedBy,
                "assessment.not-yours",
                "A rating as %s is recorded by %s. Rate as who you are, or ask them to record it."
                        .formatted(assessor, whose(assessor)));
    }

    private static String whose(Assessor assessor) {
        return switch (assessor) {
            case SELF -> "those who do the work, workstream leads and accountable executives";
            case PMO, INDEPENDENT -> "the programme office";
            case BOARD -> "the board";
        };
    }
}
