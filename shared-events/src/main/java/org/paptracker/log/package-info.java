/** The log of events on MongoDB, its serializer, and the embedded store it runs on without MongoDB. */
@NullMarked
package org.paptracker.log;

import org.jspecify.annotations.NullMarked;
