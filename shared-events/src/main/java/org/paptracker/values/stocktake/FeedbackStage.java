package org.paptracker.values.stocktake;

/** Reviewers say at once what they saw, and later in a letter what they find. */
public enum FeedbackStage {
    INITIAL,
    FORMAL
}
