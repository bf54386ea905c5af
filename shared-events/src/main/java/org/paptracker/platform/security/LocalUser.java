package org.paptracker.platform.security;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
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
 * @param id random, and never changed, so that a user who gets another name is still the same person; null in a file
 *     from before there were any, and then the name has to do
 */
record LocalUser(
        String name,
        String password,
        Role role,
        @Nullable String organisation,
        List<String> themes,
        @Nullable String id)
        implements UserDetails {

    /** Everybody that the embedded start knows. */
    static List<LocalUser> everybody() {
        return List.of(
                new LocalUser("office", "", Role.PROGRAMME_OFFICE, "OCC", List.of(), null),
                new LocalUser("board", "", Role.BOARD, null, List.of(), null),
                new LocalUser("lead-t1", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T1"), null),
                new LocalUser("lead-t2", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T2"), null),
                new LocalUser("lead-t3", "", Role.WORKSTREAM_LEAD, "BOB-ICB", List.of("T3"), null),
                new LocalUser("lead-t4", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T4"), null),
                new LocalUser("executive", "", Role.ACCOUNTABLE_EXECUTIVE, "OCC", List.of(), null),
                new LocalUser("forum", "", Role.PARENT_CARER_FORUM, "OXPCF", List.of(), null),
                new LocalUser("reviewer", "", Role.REVIEWER, null, List.of(), null),
                new LocalUser("governance", "", Role.INFORMATION_GOVERNANCE, "OCC", List.of(), null),
                new LocalUser("governance-2", "", Role.INFORMATION_GOVERNANCE, "OCC", List.of(), null),
                new LocalUser("metrics", "", Role.METRICS, null, List.of(), null));
    }

    LocalUser with(String hashed, String anId) {
        return new LocalUser(name, hashed, role, organisation, themes, anId);
    }

    Caller caller() {
        return new Caller(subject(), name, role, organisation, Set.copyOf(themes));
    }

    /** By which they are known for good, whatever their name is. */
    String subject() {
        return id == null ? name : id;
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
        Map<String, Object> yaml = new LinkedHashMap<>();
        if (id != null) yaml.put("id", id);
        yaml.put("password", password);
        yaml.put("role", role.name());
        yaml.put("themes", themes);
        if (organisation != null) yaml.put("organisation", organisation);
        return yaml;
    }

    @SuppressWarnings("unchecked") // the shape that toYaml writes
    static LocalUser fromYaml(String name, Map<String, Object> yaml) {
        return new LocalUser(
                name,
                requireNonNull((String) yaml.get("password"), "password"),
                Role.valueOf(requireNonNull((String) yaml.get("role"), "role")),
                (String) yaml.get("organisation"),
                (List<String>) yaml.getOrDefault("themes", List.of()),
                (String) yaml.get("id"));
    }
}
