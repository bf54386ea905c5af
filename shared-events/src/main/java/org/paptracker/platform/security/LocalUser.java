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
 * @param id random, and never changed, so that a user who gets another name is still the same person; null in a file
 *     from before there were any, and then the name has to do
 */
record LocalUser(
        String name,
        String password,
        Role role,
        @Nullable String organisation,
        List<String> themes,
        Set<PlanId> plans,
        @Nullable String id)
        implements UserDetails {
    static final String PLANS = "plans";

    /** Everybody that the embedded start knows. Their own work lies in {@code plans}. */
    static List<LocalUser> everybody(Set<PlanId> plans) {
        return List.of(
                new LocalUser("office", "", Role.PROGRAMME_OFFICE, "OCC", List.of(), plans, null),
                new LocalUser("board", "", Role.BOARD, null, List.of(), plans, null),
                new LocalUser("lead-t1", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T1"), plans, null),
                new LocalUser("lead-t2", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T2"), plans, null),
                new LocalUser("lead-t3", "", Role.WORKSTREAM_LEAD, "BOB-ICB", List.of("T3"), plans, null),
                new LocalUser("lead-t4", "", Role.WORKSTREAM_LEAD, "OCC", List.of("T4"), plans, null),
                new LocalUser("executive", "", Role.ACCOUNTABLE_EXECUTIVE, "OCC", List.of(), plans, null),
                new LocalUser("forum", "", Role.PARENT_CARER_FORUM, "OXPCF", List.of(), plans, null),
                new LocalUser("reviewer", "", Role.REVIEWER, null, List.of(), plans, null),
                new LocalUser("governance", "", Role.INFORMATION_GOVERNANCE, "OCC", List.of(), plans, null),
                new LocalUser("governance-2", "", Role.INFORMATION_GOVERNANCE, "OCC", List.of(), plans, null),
                new LocalUser("metrics", "", Role.METRICS, null, List.of(), plans, null));
    }

    LocalUser with(String hashed, String anId) {
        return new LocalUser(name, hashed, role, organisation, themes, plans, anId);
    }

    Caller caller() {
        return new Caller(subject(), name, role, organisation, OwnWork.of(themes, plans));
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
        yaml.put(PLANS, plans.stream().map(PlanId::value).sorted().toList());
        if (organisation != null) yaml.put("organisation", organisation);
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
                plans == null ? home : OwnWork.plans(plans),
                (String) yaml.get("id"));
    }
}
