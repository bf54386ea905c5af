package org.paptracker.query.action;

import java.util.List;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.MilestoneDetails;

/**
 * What a milestone says it will reach.
 *
 * @param successCriteria in the order given
 */
public record MilestoneText(String title, List<String> successCriteria, boolean statutory) {
    static MilestoneText of(MilestoneDetails details) {
        return new MilestoneText(
                details.title(),
                details.successCriteria().stream().map(ErasableText::shown).toList(),
                details.statutory());
    }
}
