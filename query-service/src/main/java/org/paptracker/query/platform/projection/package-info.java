/** How events become stored views: batched folds, tokens, dead letters, positions. */
@NullMarked
package org.paptracker.query.platform.projection;

import org.jspecify.annotations.NullMarked;
