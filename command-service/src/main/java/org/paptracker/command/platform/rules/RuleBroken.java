package org.paptracker.command.platform.rules;

/** A rule of the domain says no. Nothing was recorded. */
public class RuleBroken extends RuntimeException {
    private final String code;

    /**
     * @param code stable, for programs: {@code milestone.claimant-cannot-verify}
     * @param message for people: what is wrong and what to do about it, in full sentences
     */
    public RuleBroken(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static void require(boolean holds, String code, String message) {
        if (!holds) throw new RuleBroken(code, message);
    }
}
