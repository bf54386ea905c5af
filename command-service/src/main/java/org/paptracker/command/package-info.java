/** The write side: one package for each slice, and the platform they stand on. */
@NullMarked
package org.paptracker.command;

import org.jspecify.annotations.NullMarked;
