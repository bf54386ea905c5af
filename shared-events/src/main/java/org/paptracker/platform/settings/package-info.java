/** What is set is looked at before anything is begun with it. */
@NullMarked
package org.paptracker.platform.settings;

import org.jspecify.annotations.NullMarked;
