package org.paptracker.command.platform.imports;

import java.util.Locale;
import java.util.OptionalInt;

/** A character that can't be told from another by looking at it, or can't be seen: its name says what it is. */
final class UnusualCharacter {
    private UnusualCharacter() {}

    /** As in {@code U+00A0 no-break space}. */
    static String name(int character) {
        String name = Character.getName(character);
        return "U+%04X%s".formatted(character, name == null ? "" : " " + name.toLowerCase(Locale.ROOT));
    }

    /** For the end of a message about a code, a number or a date, which have none of these; "" if the cell hasn't either. */
    static String named(String cell) {
        OptionalInt found = cell.codePoints()
                .filter(character -> character < ' ' || character > '~')
                .findFirst();
        return found.isPresent() ? ". It holds the character " + name(found.getAsInt()) : "";
    }
}
