/** The one place that knows who is asking. */
@NullMarked
package org.paptracker.platform.security;

import org.jspecify.annotations.NullMarked;
