package org.paptracker.people;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * What the log calls a person: random, so that it says nothing of them without the {@link People} directory. Logs from
 * before the directory hold names in its place.
 */
public final class Pseudonym {
    private static final String PREFIX = "person-";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26; // 130 bits
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[a-z2-7]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Pseudonym() {}

    static String random() {
        StringBuilder pseudonym = new StringBuilder(PREFIX);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> pseudonym.append(LETTERS.charAt(letter)));
        return pseudonym.toString();
    }

    /** Whether a recorded actor is one; else it is a name, from before there were pseudonyms. */
    public static boolean is(String recorded) {
        return SHAPE.matcher(recorded).matches();
    }
}
