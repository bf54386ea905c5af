package org.paptracker.command.platform.rules;

import static org.paptracker.command.platform.rules.RuleBroken.require;

import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Role;
import org.paptracker.values.Visibility;

/**
 * What a command does to words: it says, rewords or ends them. Words are their author's, no matter what they speak of.
 * Others leave them as they are. Only the programme office may change them, and says why.
 *
 * @param thing "Voice forum-survey-2024"
 * @param author who said it; null if the command is the first to
 * @param visibility the class it would have; null if that stays as it is
 * @param saysWhy whether the command gives a reason
 */
public record Words(
        String thing, @Nullable Author author, @Nullable Visibility visibility, boolean saysWhy) {
    /** @throws RuleBroken {@code author.…} if it is not for {@code actor} to do */
    public void requireAllowed(Actor actor) {
        if (author != null && !author.is(actor)) requireOffice(author, actor);
        requireInSight(author == null ? Author.of(actor) : author, actor);
    }

    private void requireOffice(Author author, Actor actor) {
        if (!Author.of(actor).isIn(Role.PROGRAMME_OFFICE)) {
            throw new NotYours(
                    "author.somebody-else",
                    "%s was recorded by %s. Only its author can change or end it, or the programme office, which gives a reason. Record what you have to say beside it."
                            .formatted(thing, author.inWords()));
        }
        require(
                saysWhy || author.isIn(Role.PROGRAMME_OFFICE),
                "author.reason-needed",
                "%s was recorded by %s. The programme office can change or end it, but has to give a reason."
                        .formatted(thing, author.inWords()));
    }

    /** Nobody takes a thing out of its author's sight, not even its author. */
    private void requireInSight(Author author, Actor actor) {
        require(
                visibility == null || author.sees(visibility),
                "author.out-of-sight",
                "%s would be %s, and %s could not see it. An author always sees what they said, so choose PARTNERSHIP or PUBLIC."
                        .formatted(thing, visibility, author.is(actor) ? "you" : "the people who recorded it"));
    }
}
