package org.paptracker.platform.security;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.plan.PlanId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A user of the embedded start.
 *
 * @param password hashed
 * @param themes that they lead, each {@code THEME} or {@code PLAN/THEME}
 * @param plans in which the organisation and the themes without a plan are theirs
 */
record LocalUser(
        String name, String password, Role role, @Nullable String organisation, List<String> themes, Set<PlanId> plans)
        implements UserDetails {
    static final String PLANS = "plans";

    /** Everybody that the embedded start knows. Their own work lies in {@code plans}. */
    static List<LocalUser> everybody(Set<PlanId> plans) {
        return List.of(
                new LocalUser("office", "", Role.PROGRAMME_OFFICE, "OCC", List.of(), plans),
                new LocalUser("board", "", Role.BOARD, null, List.of(), plans),
                new LocalUser("lead-t1", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T1"), plans),
                new LocalUser("lead-t2", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T2"), plans),
                new LocalUser("lead-t3", "", Role.WORKSTREAM_LEAD, "BOB-ICB", List.of("T3"), plans),
                new LocalUser("lead-t4", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T4"), plans),
                new LocalUser("executive", "", Role.ACCOUNTABLE_EXECUTIVE, "OCC", List.of(), plans),
                new LocalUser("forum", "", Role.PARENT_CARER_FORUM, "OXPCF", List.of(), plans),
                new LocalUser("reviewer", "", Role.REVIEWER, null, List.of(), plans),
                new LocalUser("governance", "", Role.INFORMATION_GOVERNANCE, "OCC", List.of(), plans),
                new LocalUser("governance-2", "", Role.INFORMATION_GOVERNANCE, "OCC", List.of(), plans),
                new LocalUser("metrics", "", Role.METRICS, null, List.of(), plans));
    }

    LocalUser withPassword(String hashed) {
        return new LocalUser(name, hashed, role, organisation, themes, plans);
    }

    Caller caller() {
        return new Caller(name, role, organisation, OwnWork.of(themes, plans));
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
        yaml.put("password", password);
        yaml.put("role", role.name());
        if (organisation != null) yaml.put("organisation", organisation);
        yaml.put("themes", themes);
        yaml.put(PLANS, plans.stream().map(PlanId::value).sorted().toList());
        return yaml;
    }

    /** @param home the plans of a user of whom none are said, as in files of earlier versions */
    @SuppressWarnings("unchecked") // the shape that toYaml writes
    static LocalUser fromYaml(String name, Map<String, Object> yaml, Set<PlanId> home) {
        List<String> plans = (List<String>) yaml.get(PLANS);
        return new LocalUser(
                name,
                requireNonNull((String) yaml.get("password"), "password"),
                Role.valueOf(requireNonNull((String) yaml.get("role"), "role")),
                (String) yaml.get("organisation"),
                (List<String>) yaml.getOrDefault("themes", List.of()),
                plans == null ? home : OwnWork.plans(plans));
    }
}
