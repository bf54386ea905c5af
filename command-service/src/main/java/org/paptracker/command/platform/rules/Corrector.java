package org.paptracker.command.platform.rules;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.Assessor;

/** Who may put an earlier entry right: the person who made it, or the programme office, which then says why. */
public final class Corrector {
    private Corrector() {}

    /**
     * @param position of the entry that is put right
     * @param madeBy the person who recorded it
     * @param reason null if none is given
     * @throws RuleBroken {@code correction.not-yours}, {@code correction.reason-needed}
     */
    public static void require(Actor actor, long position, String madeBy, @Nullable ErasableText reason) {
        if (actor.is(madeBy)) return;
        RuleBroken.require(
                Assessors.of(actor) == Assessor.PMO,
                "correction.not-yours",
                "Somebody else recorded entry %d, so you cannot put it right. Report what you know in an entry of your own, or ask the programme office."
                        .formatted(position));
        RuleBroken.require(
                reason != null,
                "correction.reason-needed",
                "Somebody else recorded entry %d. Say in reason why you put it right.".formatted(position));
    }
}
