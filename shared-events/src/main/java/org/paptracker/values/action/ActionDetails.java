package org.paptracker.values.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;

/**
 * What will be done, by whom, by when. Every code names something of the plan; sets are ordered by code.
 *
 * @param leads who leads the work, the first lead first; empty where the source names none
 * @param accountableRole who answers for it: a role, never a personal name
 * @param startsOn null where the source gives no date
 * @param dueOn null where the source gives no date
 * @param coProduction null where it is not known how far families share in the work
 * @param priority 1 for what comes first, to 3; null where nobody set one
 */
public record ActionDetails(
        String title,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        SortedSet<WorkstreamCode> workstreams,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Lead> leads,
        @Nullable String accountableRole,
        SortedSet<OrganisationCode> organisations,
        @Nullable BusinessDate startsOn,
        @Nullable BusinessDate dueOn,
        @Nullable CoProduction coProduction,
        SortedSet<ActionCode> dependsOn,
        Visibility visibility,
        @Nullable Integer priority) {

    public ActionDetails {
        leads = leads == null ? List.of() : List.copyOf(leads); // JSON leaves it out when there is none
    }

    /** The role of the first lead; null if there is none. */
    public @Nullable String leadRole() {
        return leads.isEmpty() ? null : leads.get(0).role();
    }

    /** With nothing but a title, for the partnership. */
    public static Builder titled(String title) {
        Builder builder = new Builder();
        builder.title = title;
        return builder;
    }

    /** The same, to be changed. */
    public Builder change() {
        return titled(title)
                .areas(areas)
                .themes(themes)
                .workstreams(workstreams)
                .leads(leads)
                .accountableRole(accountableRole)
                .organisations(organisations)
                .startsOn(startsOn)
                .dueOn(dueOn)
                .coProduction(coProduction)
                .dependsOn(dependsOn)
                .visibility(visibility)
                .priority(priority);
    }

    /** Details in the making. What is not said stays empty. */
    public static final class Builder {
        private String title = "";
        private SortedSet<AreaCode> areas = Collections.emptySortedSet();
        private SortedSet<ThemeCode> themes = Collections.emptySortedSet();
        private SortedSet<WorkstreamCode> workstreams = Collections.emptySortedSet();
        private List<Lead> leads = List.of();
        private @Nullable String accountableRole;
        private SortedSet<OrganisationCode> organisations = Collections.emptySortedSet();
        private @Nullable BusinessDate startsOn;
        private @Nullable BusinessDate dueOn;
        private @Nullable CoProduction coProduction;
        private SortedSet<ActionCode> dependsOn = Collections.emptySortedSet();
        private Visibility visibility = Visibility.PARTNERSHIP;
        private @Nullable Integer priority;

        private Builder() {}

        public Builder areas(Collection<AreaCode> codes) {
            areas = new TreeSet<>(codes);
            return this;
        }

        public Builder themes(Collection<ThemeCode> codes) {
            themes = new TreeSet<>(codes);
            return this;
        }

        public Builder workstreams(Collection<WorkstreamCode> codes) {
            workstreams = new TreeSet<>(codes);
            return this;
        }

        public Builder leads(List<Lead> all) {
            leads = all;
            return this;
        }

        public Builder accountableRole(@Nullable String role) {
            accountableRole = role;
            return this;
        }

        public Builder organisations(Collection<OrganisationCode> codes) {
            organisations = new TreeSet<>(codes);
            return this;
        }

        public Builder startsOn(@Nullable BusinessDate date) {
            startsOn = date;
            return this;
        }

        public Builder dueOn(@Nullable BusinessDate date) {
            dueOn = date;
            return this;
        }

        public Builder coProduction(@Nullable CoProduction level) {
            coProduction = level;
            return this;
        }

        public Builder dependsOn(Collection<ActionCode> codes) {
            dependsOn = new TreeSet<>(codes);
            return this;
        }

        public Builder visibility(Visibility to) {
            visibility = to;
            return this;
        }

        public Builder priority(@Nullable Integer from1To3) {
            priority = from1To3;
            return this;
        }

        public ActionDetails build() {
            return new ActionDetails(
                    title,
                    areas,
                    themes,
                    workstreams,
                    leads,
                    accountableRole,
                    organisations,
                    startsOn,
                    dueOn,
                    coProduction,
                    dependsOn,
                    visibility,
                    priority);
        }
    }
}
