/** Values of measures: readings, periods, what a KPI is. */
@NullMarked
package org.paptracker.values.kpi;

import org.jspecify.annotations.NullMarked;
