/** Pages on which people sign in, see who they are here, and sign out; and the chain of filters before all pages. */
@NullMarked
package org.paptracker.query.account;

import org.jspecify.annotations.NullMarked;
