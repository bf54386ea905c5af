package org.paptracker.query.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.Sha256;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a page ended, and what the question was. One that was cut or changed, or that was given for another question, is
 * refused: it would leave things out, or show them twice, and nobody would notice. It is no secret and gives no right:
 * each answer looks at what its caller may see.
 *
 * @param pin what the first page was an answer to, in words of the endpoint's own; empty if that is nothing
 * @param key of the last item of the page
 */
public record Cursor(String pin, String key) {
    private static final int CHECKSUM = 8; // bytes
    private static final char BETWEEN = '\n';

    /** These say which part is wanted, and not of what. */
    private static final Set<String> OF_THE_PAGE = Set.of("cursor", "limit");

    /** The {@code next} that asks for what follows. */
    public String encoded() {
        byte[] said = (pin + BETWEEN + key).getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(checksum(said), CHECKSUM + said.length);
        System.arraycopy(said, 0, all, CHECKSUM, said.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * Null if there is none.
     *
     * @throws Refused if it is not the {@code next} of an answer to the question that is asked now
     */
    public static @Nullable Cursor of(Paging paging) {
        String given = paging.cursor();
        return given == null ? null : decoded(given);
    }

    private static Cursor decoded(String given) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(given);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        if (all.length < CHECKSUM) throw refused();
        byte[] said = Arrays.copyOfRange(all, CHECKSUM, all.length);
        String text = new String(said, StandardCharsets.UTF_8);
        int end = text.indexOf(BETWEEN);
        if (end < 0 || !Arrays.equals(checksum(said), Arrays.copyOf(all, CHECKSUM))) throw refused();
        Cursor cursor = new Cursor(text.substring(0, end), text.substring(end + 1));
        if (!cursor.encoded().equals(given)) throw refused(); // two texts can stand for the same bytes
        return cursor;
    }

    private static Refused refused() {
        return new Refused(Problem.malformed(
                "cursor",
                "must be the \"next\" of an earlier answer, whole, and asked with the same address and the same other"
                        + " parameters. Begin again without it"));
    }

    private static byte[] checksum(byte[] said) {
        var sha256 = Sha256.begin();
        sha256.update(question().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return Arrays.copyOf(sha256.digest(said), CHECKSUM);
    }

    /** The address and its parameters, whatever their order. */
    private static String question() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here)) return "";
        Map<String, String> parameters = new TreeMap<>();
        here.getRequest().getParameterMap().forEach((name, values) -> {
            if (!OF_THE_PAGE.contains(name)) parameters.put(name, Arrays.toString(values));
        });
        return here.getRequest().getRequestURI() + "?" + parameters;
    }
}
