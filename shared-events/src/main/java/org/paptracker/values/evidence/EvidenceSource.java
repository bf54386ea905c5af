package org.paptracker.values.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.ClosedShape;

/**
 * Where a piece of evidence can be looked up.
 *
 * @param title of the document or data
 * @param url null where it is not on the web
 * @param sha256 of the file as it was read, 64 hexadecimal digits; null where none was taken
 */
public record EvidenceSource(
        String title,
        @Nullable String url,
        @ClosedShape("64 hexadecimal digits") @Nullable String sha256) {}
