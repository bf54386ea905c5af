package org.paptracker.values.plan;

import java.util.List;

/**
 * A transformation theme.
 *
 * @param leadRoles roles, never personal names
 */
public record Theme(ThemeCode code, String title, List<String> leadRoles) {}
