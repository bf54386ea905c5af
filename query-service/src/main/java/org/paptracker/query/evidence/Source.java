package org.paptracker.query.evidence;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.evidence.EvidenceSource;

/**
 * Where it can be looked up.
 *
 * @param url null where it is not on the web
 * @param sha256 of the file as it was read, 64 hexadecimal digits; null where none was taken
 */
public record Source(
        String title, @Nullable String url, @Nullable String sha256) {
    static Source of(EvidenceSource source) {
        return new Source(source.title(), source.url(), source.sha256());
    }
}
