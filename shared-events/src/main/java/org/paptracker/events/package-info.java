/** What can happen, one sealed family a file. These records are the only language the two services share. */
@NullMarked
package org.paptracker.events;

import org.jspecify.annotations.NullMarked;
