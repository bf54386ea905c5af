package org.paptracker.command;

import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.paptracker.command.platform.rules.RuleBroken;

/** For what a whole aggregate refuses. */
public final class Refused {
    private Refused() {}

    /** A broken rule with this code. */
    public static Matcher<?> because(String code) {
        return new CustomTypeSafeMatcher<RuleBroken>("a broken rule with the code " + code) {
            @Override
            protected boolean matchesSafely(RuleBroken broken) {
                return broken.code().equals(code);
            }

            @Override
            protected void describeMismatchSafely(RuleBroken broken, Description mismatch) {
                mismatch.appendText(broken.code());
            }
        };
    }
}
