package org.paptracker.query.proof;

import java.time.LocalDate;
import java.util.SortedSet;
import org.paptracker.values.Subject;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceLevel;

/**
 * A piece of evidence that stands: validated by somebody other than its submitter, and not under challenge.
 *
 * @param asOf the last day it speaks of, which is no later than the day it was recorded; where it names no period, the day
 *     it was validated
 */
public record Proof(EvidenceId evidence, EvidenceLevel level, SortedSet<Subject> supports, LocalDate asOf) {}
