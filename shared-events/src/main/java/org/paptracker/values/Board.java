package org.paptracker.values;

/** A board or group that governs the plan. */
public record Board(BoardCode code, String title) {}
