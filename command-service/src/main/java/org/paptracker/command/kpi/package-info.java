/** KPIs, their targets and their measurements. */
@NullMarked
package org.paptracker.command.kpi;

import org.jspecify.annotations.NullMarked;
