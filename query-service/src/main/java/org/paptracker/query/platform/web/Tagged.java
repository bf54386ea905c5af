package org.paptracker.query.platform.web;

import org.paptracker.query.platform.projection.View;
import org.springframework.http.ResponseEntity;

/** One thing. Its version is the answer's ETag, as the {@code If-Match} of a command repeats it. */
public final class Tagged {
    private Tagged() {}

    public static <V extends View> ResponseEntity<V> of(V view) {
        return of(view, view);
    }

    /** @param item made of the view */
    public static <T> ResponseEntity<T> of(View view, T item) {
        return ResponseEntity.ok().eTag(String.valueOf(view.stamp().version())).body(item);
    }
}
