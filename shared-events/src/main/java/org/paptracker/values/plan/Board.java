package org.paptracker.values.plan;

/** A board or group that governs the plan. */
public record Board(BoardCode code, String title) {}
