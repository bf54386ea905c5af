package org.paptracker.query.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.SortedSet;
import java.util.TreeSet;
import org.paptracker.query.platform.projection.View;
import org.paptracker.query.platform.projection.WhoIn;
import org.paptracker.values.Sha256;
import org.springframework.http.ResponseEntity;

/**
 * One thing. Its version is the answer's ETag, as the {@code If-Match} of a command repeats it. Behind the version stands
 * more once somebody in the answer is not called as at first: a renamed person makes another answer of the same version.
 */
public final class Tagged {
    private static final int CHARACTERS = 8;

    private Tagged() {}

    public static <V extends View> ResponseEntity<V> of(V view) {
        return of(view, view);
    }

    /** @param item made of the view */
    public static <T> ResponseEntity<T> of(View view, T item) {
        return ResponseEntity.ok().eTag(view.stamp().version() + others(item)).body(item);
    }

    private static String others(Object item) {
        SortedSet<String> renamed = new TreeSet<>();
        WhoIn.each(item, who -> {
            if (who.renamed() != 0) renamed.add(who.person() + " " + who.renamed());
            return who;
        });
        if (renamed.isEmpty()) return "";
        MessageDigest sha256 = Sha256.begin();
        sha256.update(String.join("\n", renamed).getBytes(StandardCharsets.UTF_8));
        return "-" + Sha256.hex(sha256).substring(0, CHARACTERS);
    }
}
