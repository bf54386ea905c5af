/** The store and the log as beans, and how Axon is set up on them. */
@NullMarked
package org.paptracker.platform.store;

import org.jspecify.annotations.NullMarked;
