/** Who the people behind the log's pseudonyms are. */
@NullMarked
package org.paptracker.people;

import org.jspecify.annotations.NullMarked;
