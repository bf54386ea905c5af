/** What every query shares: paging, waiting for a position, asking as at another time. */
@NullMarked
package org.paptracker.query.platform.web;

import org.jspecify.annotations.NullMarked;
