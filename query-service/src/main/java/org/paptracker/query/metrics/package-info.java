/** What dashboards scrape: codes and numbers, never free text. */
@NullMarked
package org.paptracker.query.metrics;

import org.jspecify.annotations.NullMarked;
