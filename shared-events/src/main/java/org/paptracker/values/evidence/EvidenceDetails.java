package org.paptracker.values.evidence;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Subject;
import org.paptracker.values.Visibility;
import org.paptracker.values.kpi.Period;

/**
 * What a piece of evidence is and what it supports.
 *
 * @param period what it speaks of; null where that is no span of time
 * @param sampleSize how many cases, answers or people it rests on; null where it counts nothing
 * @param supports in order of type and code; never empty
 */
public record EvidenceDetails(
        String title,
        EvidenceKind kind,
        EvidenceLevel level,
        @Nullable Period period,
        ErasableText summary,
        EvidenceSource source,
        @Nullable Integer sampleSize,
        SortedSet<Subject> supports,
        Visibility visibility) {}
