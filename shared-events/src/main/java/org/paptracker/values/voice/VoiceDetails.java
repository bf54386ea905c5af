package org.paptracker.values.voice;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.Visibility;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.ThemeCode;

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
        List<Subject> concerns,
        Visibility visibility) {}
