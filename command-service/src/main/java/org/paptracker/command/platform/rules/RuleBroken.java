package org.paptracker.command.platform.rules;

import java.util.Map;

/** A rule of the domain says no. Nothing was recorded. */
public class RuleBroken extends RuntimeException {
    private final String code;
    private final transient Map<String, ?> facts;

    /**
     * @param code stable, for programs: {@code milestone.claimant-cannot-verify}
     * @param message for people: what is wrong and what to do about it, in full sentences
     */
    public RuleBroken(String code, String message) {
        this(code, message, Map.of());
    }

    /** @param facts what else a program may want to know, by name, in order */
    public RuleBroken(String code, String message, Map<String, ?> facts) {
        super(message);
        this.code = code;
        this.facts = facts;
    }

    public String code() {
        return code;
    }

    public Map<String, ?> facts() {
        return facts;
    }

    public static void require(boolean holds, String code, String message) {
        if (!holds) throw new RuleBroken(code, message);
    }
}
