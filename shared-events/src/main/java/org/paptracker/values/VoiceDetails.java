package org.paptracker.values;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What was said. Areas and themes name something of the plan and are ordered by code.
 *
 * @param through how it was heard, such as a survey or a forum; null if not known
 * @param concerns the actions and milestones it speaks of, in the order given
 */
public record VoiceDetails(
        BusinessDate heardOn,
        VoiceFrom from,
        @Nullable String through,
        ErasableText said,
        SortedSet<AreaCode> areas,
        SortedSet<ThemeCode> themes,
        List<Concern> concerns,
        Visibility visibility) {}
