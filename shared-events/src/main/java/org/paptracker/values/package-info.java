/** The words of the domain: codes, dates with a precision, ratings, text that can be forgotten. */
@NullMarked
package org.paptracker.values;

import org.jspecify.annotations.NullMarked;
