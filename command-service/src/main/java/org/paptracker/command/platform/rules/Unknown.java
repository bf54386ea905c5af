package org.paptracker.command.platform.rules;

/** What the command speaks of does not exist. */
public final class Unknown extends RuleBroken {
    public Unknown(String code, String message) {
        super(code, message);
    }

    public static void requireKnown(boolean known, String code, String message) {
        if (!known) throw new Unknown(code, message);
    }
}
