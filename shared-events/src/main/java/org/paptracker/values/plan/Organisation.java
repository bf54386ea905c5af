package org.paptracker.values.plan;

/** A member of the local area partnership. */
public record Organisation(OrganisationCode code, String name) {}
