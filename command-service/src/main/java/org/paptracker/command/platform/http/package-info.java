/** From a request to a command and from its receipt to an answer. */
@NullMarked
package org.paptracker.command.platform.http;

import org.jspecify.annotations.NullMarked;
