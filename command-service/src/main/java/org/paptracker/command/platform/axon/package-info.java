/** How commands reach their deciders and events reach the log: all that Axon has to know. */
@NullMarked
package org.paptracker.command.platform.axon;

import org.jspecify.annotations.NullMarked;
