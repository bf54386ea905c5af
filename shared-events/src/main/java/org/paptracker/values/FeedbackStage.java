package org.paptracker.values;

/** Reviewers say at once what they saw, and later in a letter what they find. */
public enum FeedbackStage {
    INITIAL,
    FORMAL
}
