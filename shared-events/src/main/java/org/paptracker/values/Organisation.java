package org.paptracker.values;

/** A member of the local area partnership. */
public record Organisation(OrganisationCode code, String name) {}
