/** How often one caller may ask. */
@NullMarked
package org.paptracker.platform.rates;

import org.jspecify.annotations.NullMarked;
