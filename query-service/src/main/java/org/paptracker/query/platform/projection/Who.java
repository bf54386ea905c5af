package org.paptracker.query.platform.projection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.paptracker.fold.Provenance;
import org.paptracker.fold.Recorded;

/**
 * Who acted. A view keeps the pseudonym, with role and organisation; a reader is told a name or less, which is asked of
 * the directory for each answer. As long as nobody has said how to call them, it is by role and organisation.
 *
 * @param person the pseudonym; in entries from before there were any, the name
 * @param called how the reader is told of them; null until that is decided
 * @param renamed what about the name is not as it first was, so that an answer with another name is another answer
 */
public record Who(
        String person,
        @Nullable String role,
        @Nullable String organisation,
        @Nullable String called,
        int renamed) {
    /** For {@code renamed}, of people who were forgotten. */
    public static final int FORGOTTEN = -1;

    public static final Who NOBODY = new Who("", null, null, null, 0);

    private static final String SOMEBODY = "somebody";
    /** Before what is stored of somebody. No text that people write can hold it. */
    private static final String MARK = "\u0001";

    private static final String PART = "\u0002";

    public static Who of(Recorded<?> recorded) {
        Provenance by = recorded.provenance();
        return new Who(by.actor(), by.role(), by.organisation(), null, 0);
    }

    /** Somebody of whom there is no more than what people wrote. */
    public static Who written(String name) {
        return new Who(name, null, null, null, 0);
    }

    public Who called(String name, int renamed) {
        return new Who(person, role, organisation, name, renamed);
    }

    /** For readers who are not told names: {@code programme office, OCC}. */
    public Who byRole() {
        return called(inWords(), 0);
    }

    /** Of whom nobody can say any more who they were: {@code somebody (programme office, OCC)}. */
    public Who forgotten() {
        String words = inWords();
        return called(words.equals(SOMEBODY) ? words : SOMEBODY + " (" + words + ")", FORGOTTEN);
    }

    private String inWords() {
        String acting = role == null ? SOMEBODY : role.toLowerCase(Locale.ROOT).replace('_', ' ');
        return organisation == null ? acting : acting + ", " + organisation;
    }

    @Override
    @JsonValue
    public String toString() {
        return called == null ? inWords() : called;
    }

    /** As a view is stored. */
    String stored() {
        return MARK + shown(role) + PART + shown(organisation) + PART + person;
    }

    private static String shown(@Nullable String part) {
        return part == null ? "" : part;
    }

    public static boolean isStored(String text) {
        return text.startsWith(MARK);
    }

    /** Reads what is stored. Views from before there were pseudonyms hold names. */
    @JsonCreator
    public static Who read(String stored) {
        if (!isStored(stored)) return written(stored);
        String[] parts = stored.substring(1).split(PART, 3);
        return new Who(parts[2], parts[0].isEmpty() ? null : parts[0], parts[1].isEmpty() ? null : parts[1], null, 0);
    }
}
