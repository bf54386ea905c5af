/** KPIs, their figures and where they are going. */
@NullMarked
package org.paptracker.query.kpi;

import org.jspecify.annotations.NullMarked;
