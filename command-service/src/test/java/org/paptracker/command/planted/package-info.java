/** Violations, one for each wall: if {@code WallsTest} lets one stand, its rule can't fail and so guards nothing. */
package org.paptracker.command.planted;
