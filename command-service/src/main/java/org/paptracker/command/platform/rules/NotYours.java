package org.paptracker.command.platform.rules;

/** What the command speaks of is other people's work. */
public final class NotYours extends RuleBroken {
    NotYours(String code, String message) {
        super(code, message);
    }
}
