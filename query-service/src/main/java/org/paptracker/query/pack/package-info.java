/** What a stocktake looks at, as one document that never changes. */
@NullMarked
package org.paptracker.query.pack;

import org.jspecify.annotations.NullMarked;
