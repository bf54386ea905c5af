package org.paptracker.values.evidence;

/** What a piece of evidence is. */
public enum EvidenceKind {
    /** Figures, such as a dashboard or a return. */
    DATA,
    /** A check of cases or of quality against a standard. */
    AUDIT,
    SURVEY,
    /** What families, young people or practitioners said. */
    FEEDBACK,
    CASE_STUDY,
    /** A report, a minute or another document. */
    DOCUMENT,
    /** One statement of a source about one fact. Sources that state it differently stand side by side. */
    FACT
}
