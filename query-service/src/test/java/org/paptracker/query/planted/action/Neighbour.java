package org.paptracker.query.planted.action;

public class Neighbour {}
