/** Taking words out of the record, by two people. */
@NullMarked
package org.paptracker.command.redaction;

import org.jspecify.annotations.NullMarked;
