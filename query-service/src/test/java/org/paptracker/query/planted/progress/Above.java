package org.paptracker.query.planted.progress;

public class Above {}
