package org.paptracker.values;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/** What people take for the same code: Unicode's skeleton (UTS 39), whatever the case. ADR 29. */
public final class LookAlike {
    private static final SpoofChecker UNICODE = new SpoofChecker.Builder().build();

    private LookAlike() {}

    /**
     * The same for all codes that differ only by case or by characters that look alike. Each case has look-alikes of its
     * own (I and 1, l and 1, m and rn), so both are looked at in turn.
     */
    public static String of(String code) {
        String upper = UNICODE.getSkeleton(code.toUpperCase(Locale.ROOT));
        return UNICODE.getSkeleton(upper.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
    }

    /** The same for all names of streams whose codes look alike, each in its own plan: {@code action:plan/PA3-01}. */
    public static String ofStream(String stream) {
        int code = 1 + (stream.indexOf('/') < 0 ? stream.indexOf(':') : stream.indexOf('/'));
        return stream.substring(0, code) + of(stream.substring(code));
    }
}
