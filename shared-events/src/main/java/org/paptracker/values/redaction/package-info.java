/** Values of redactions. */
@NullMarked
package org.paptracker.values.redaction;

import org.jspecify.annotations.NullMarked;
