package org.paptracker.platform.security;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A user of the embedded start.
 *
 * @param password hashed
 */
record LocalUser(
        String name, String password, Role role, @Nullable String organisation, List<String> themes)
        implements UserDetails {

    /** Everybody that the embedded start knows. */
    static List<LocalUser> everybody() {
        return List.of(
                new LocalUser("office", "", Role.PROGRAMME_OFFICE, "OCC", List.of()),
                new LocalUser("board", "", Role.BOARD, null, List.of()),
                new LocalUser("lead-t1", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T1")),
                new LocalUser("lead-t2", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T2")),
                new LocalUser("lead-t3", "", Role.WORKSTREAM_LEAD, "BOB-ICB", List.of("T3")),
                new LocalUser("lead-t4", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T4")),
                new LocalUser("executive", "", Role.ACCOUNTABLE_EXECUTIVE, "OCC", List.of()),
                new LocalUser("forum", "", Role.PARENT_CARER_FORUM, "OXPCF", List.of()),
                new LocalUser("reviewer", "", Role.REVIEWER, null, List.of()),
                new LocalUser("governance", "", Role.INFORMATION_GOVERNANCE, "OCC", List.of()),
                new LocalUser("governance-2", "", Role.INFORMATION_GOVERNANCE, "OCC", List.of()),
                new LocalUser("metrics", "", Role.METRICS, null, List.of()));
    }

    LocalUser withPassword(String hashed) {
        return new LocalUser(name, hashed, role, organisation, themes);
    }

    Caller caller() {
        return new Caller(name, role, organisation, Set.copyOf(themes));
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return SignInByToken.signedIn(caller()).getAuthorities();
    }

    Map<String, Object> toYaml() {
        return organisation == null
                ? Map.of("password", password, "role", role.name(), "themes", themes)
                : Map.of("password", password, "role", role.name(), "themes", themes, "organisation", organisation);
    }

    @SuppressWarnings("unchecked") // the shape that toYaml writes
    static LocalUser fromYaml(String name, Map<String, Object> yaml) {
        return new LocalUser(
                name,
                requireNonNull((String) yaml.get("password"), "password"),
                Role.valueOf(requireNonNull((String) yaml.get("role"), "role")),
                (String) yaml.get("organisation"),
                (List<String>) yaml.getOrDefault("themes", List.of()));
    }
}
