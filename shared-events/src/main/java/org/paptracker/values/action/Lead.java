package org.paptracker.values.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.plan.OrganisationCode;

/**
 * Who leads the work.
 *
 * @param role never a personal name
 * @param organisation whose role it is; null where the source does not say
 */
public record Lead(String role, @Nullable OrganisationCode organisation) {
    /** One lead of whom only the role is known; none if that is not known either. */
    public static List<Lead> ofRole(@Nullable String role) {
        return role == null ? List.of() : List.of(new Lead(role, null));
    }
}
