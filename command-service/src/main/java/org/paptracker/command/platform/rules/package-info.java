/** What every rule needs to be stated: who asks, when, under which plan, and how to refuse. */
@NullMarked
package org.paptracker.command.platform.rules;

import org.jspecify.annotations.NullMarked;
