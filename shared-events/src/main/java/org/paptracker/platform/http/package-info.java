/** HTTP habits of both services: problems, strict JSON, request ids, size limits. */
@NullMarked
package org.paptracker.platform.http;

import org.jspecify.annotations.NullMarked;
