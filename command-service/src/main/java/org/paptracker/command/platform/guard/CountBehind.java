package org.paptracker.command.platform.guard;

import java.util.regex.Pattern;

/** A small count that stands behind what it counts: "the number of pupils excluded fell to 2", "children waiting: 3". */
final class CountBehind {
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:number|numbers|count|total) of (?:[a-z'-]+ ){0,6}?(?:child(?:ren)?|pupils?|students?|learners?|young people|boys|girls|inpatients|cyp)\\b"
                    + "[^.;:\\n\\d]{0,60}?(?:\\b(?:is|was|were|are|at|to|of|remains|equals|by)|[:=]) ?(?:just |only |now |still |currently |about |around )?"
                    + "(?:[0-4]|zero|one|two|three|four)(?![\\w%£/-]|[.,:]\\d| ?%| per ?cent| in \\w+ | out of| to \\d| or more| (?:weeks?|days?|months?|years?|hours?|terms?|schools?|areas?|themes?)\\b)");
    private static final Pattern AFTER_COLON = Pattern.compile(
            "\\b(?:children|pupils|students|learners|young people|boys|girls|inpatients|cyp)(?: [a-z'-]+){0,5} ?[:=] ?"
                    + "(?:[0-4]|zero|one|two|three|four)(?= ?(?:$|[;)\\n]|,(?!\\d)|\\.(?:$|\\s)| (?:children|pupils|so far|this|as|in(?! \\d))\\b))(?!\\.? [A-Za-z]+[^.]{0,200}\\b2[.)])");

    private CountBehind() {}

    /** @param lower a text in lower case */
    static boolean isIn(String lower) {
        boolean sign = lower.indexOf(':') >= 0 || lower.indexOf('=') >= 0;
        return (lower.contains(" of ") && NUMBER.matcher(lower).find())
                || (sign && AFTER_COLON.matcher(lower).find());
    }
}
