package org.paptracker.values.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;

/**
 * A dated step inside an action.
 *
 * @param successCriteria how we will know, in the order given
 * @param dueOn the date first agreed; null where the source gives none
 * @param statutory whether law sets the date
 */
public record MilestoneDetails(
        String title,
        List<ErasableText> successCriteria,
        @Nullable BusinessDate dueOn,
        boolean statutory) {}
