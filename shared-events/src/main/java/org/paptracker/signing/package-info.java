/** Keys with which the services prove what they have done, and where they are kept. */
@NullMarked
package org.paptracker.signing;

import org.jspecify.annotations.NullMarked;
