package org.paptracker.values.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Visibility;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.meeting.MeetingCode;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.ThemeCode;

/**
 * What a board decided. Board, areas and themes name something of the plan; sets are ordered by code.
 *
 * @param proposedBy who is said to have proposed it, from before proposals were recorded; who did is in the proposal
 * @param dueOn by when it must be done; null where the source gives no date
 * @param actions of the plan that do it; not checked, for they may come later
 * @param meeting that it was made at; not checked, for it may be recorded later; null if nobody said
 */
public record DecisionDetails(
        String title,
        ErasableText wording,
        BusinessDate decidedOn,
        BoardCode board,
        @Nullable String proposedBy,
        @Nullable BusinessDate dueOn,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        SortedSet<ActionCode> actions,
        Visibility visibility,
        @Nullable MeetingCode meeting) {

    /** With what every decision has, for the partnership. */
    public static Builder of(String title, ErasableText wording, BusinessDate decidedOn, BoardCode board) {
        return new Builder(title, wording, decidedOn, board);
    }

    /** The same, with nobody's word on who proposed it. */
    public DecisionDetails withoutProposer() {
        return new DecisionDetails(
                title, wording, decidedOn, board, null, dueOn, areas, themes, actions, visibility, meeting);
    }

    /** Details in the making. What is not said stays empty. */
    public static final class Builder {
        private final String title;
        private final ErasableText wording;
        private final BusinessDate decidedOn;
        private final BoardCode board;
        private @Nullable String proposedBy;
        private @Nullable BusinessDate dueOn;
        private SortedSet<AreaCode> areas = Collections.emptySortedSet();
        private SortedSet<ThemeCode> themes = Collections.emptySortedSet();
        private SortedSet<ActionCode> actions = Collections.emptySortedSet();
        private Visibility visibility = Visibility.PARTNERSHIP;
        private @Nullable MeetingCode meeting;

        private Builder(String title, ErasableText wording, BusinessDate decidedOn, BoardCode board) {
            this.title = title;
            this.wording = wording;
            this.decidedOn = decidedOn;
            this.board = board;
        }

        public Builder proposedBy(@Nullable String userOrRole) {
            proposedBy = userOrRole;
            return this;
        }

        public Builder dueOn(@Nullable BusinessDate date) {
            dueOn = date;
            return this;
        }

        public Builder areas(Collection<AreaCode> codes) {
            areas = new TreeSet<>(codes);
            return this;
        }

        public Builder themes(Collection<ThemeCode> codes) {
            themes = new TreeSet<>(codes);
            return this;
        }

        public Builder actions(Collection<ActionCode> codes) {
            actions = new TreeSet<>(codes);
            return this;
        }

        public Builder visibility(Visibility whose) {
            visibility = whose;
            return this;
        }

        public Builder meeting(@Nullable MeetingCode code) {
            meeting = code;
            return this;
        }

        public DecisionDetails build() {
            return new DecisionDetails(
                    title, wording, decidedOn, board, proposedBy, dueOn, areas, themes, actions, visibility, meeting);
        }
    }
}
