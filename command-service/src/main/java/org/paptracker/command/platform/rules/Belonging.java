package org.paptracker.command.platform.rules;

import java.util.Set;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * Who may see a thing, and whose it is.
 *
 * @param themes codes of the plan, as are organisations; the people they belong to see it whatever its class is
 */
public record Belonging(Visibility visibility, Set<ThemeCode> themes, Set<OrganisationCode> organisations) {

    /** Of what is nobody's in particular: its class alone says who may see it. */
    public static Belonging toNobody(Visibility visibility) {
        return new Belonging(visibility, Set.of(), Set.of());
    }
}
