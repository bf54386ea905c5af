/** Values of actions and their milestones. */
@NullMarked
package org.paptracker.values.action;

import org.jspecify.annotations.NullMarked;
