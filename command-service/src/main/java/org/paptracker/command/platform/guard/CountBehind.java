package org.paptracker.command.platform.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small count that stands behind what it counts: "the number of pupils excluded fell to 2", "children (n=3)". */
final class CountBehind {
    private static final String CHILDREN =
            "(?:child(?:ren)?|school-?children|pupils?|students?|learners?|youngsters|teenagers|young people|young persons"
                    + "|boys|girls|siblings|inpatients|cyps?|yps?|lac|cla|uasc|exclusions|looked[- ]after)";
    private static final String SEVERAL =
            "(?:children|school-?children|pupils|students|learners|youngsters|teenagers|young people|young persons"
                    + "|boys|girls|siblings|inpatients|cyps?|yps?|lac|cla|uasc|exclusions|looked[- ]after)";
    private static final String NUMBER_WORD = "(?:[0-4]|nil|zero|one|two|three|four)";
    private static final String SMALL = "(?:[0-4]/\\d{1,4}(?![/.-]?\\d)|(?!0 ?(?:-|to) ?\\d)" + NUMBER_WORD
            + "(?: ?(?:-|to|or|/) ?" + NUMBER_WORD + "| or (?:fewer|less))?"
            + "|(?:<|under|below|fewer than|less than) ?(?:" + NUMBER_WORD + "|5|five)|(?:<=|\u2264) ?" + NUMBER_WORD
            + ")";
    private static final String ONLY = "(?:just |only |now |still |currently |about |around |exactly |a total of )?";
    private static final String NOT_MORE = "(?![\\w%£/-]|[.,:]\\d| ?%| per ?cent| in \\w+ | out of| to \\d| or more"
            + "| (?:weeks?|days?|months?|years?|hours?|minutes?|terms?|schools?|areas?|themes?|times|points?|sites?|settings?|services?|teams?)\\b)";
    private static final String END =
            "(?= ?(?:$|\\([0-4]\\)|\\((?:out of|of|from) \\d|,(?=\\d(?:$|[,\\n]))|[;\\n|)\\]]|,(?!\\d)|\\.(?:$|\\s)| \\(?\\d{1,3}(?:\\.\\d)? ?(?:%|per ?cent)| {2}"
                    + "| (?:children|pupils|so far|this|as|(?:out )?of (?:the )?\\d+|and|by|since|overall|in total|in(?! \\d))\\b))";
    private static final String NO_LIST = "(?!\\.? [A-Za-z]+[^.]{0,200}\\b2[.)])";
    private static final String SIGN =
            "(?: ?[:=|] ?| ?-+>? | ?\u2192 ?| ?[x\u00d7] ?(?=\\d)| {2,}|\\.{3,} ?|\"?[,;](?=[0-4](?:$|[\\n,;])))";

    /** "Sessions for children: 3" counts sessions. */
    private static final String FOR = "\\b(?:for|with|by|to|on|about|from|score of|priority of) ";

    private static final String WORD = "[a-z-]{1,20} ";
    private static final String NOT_FOR = "(?<!" + FOR + ")(?<!" + FOR + WORD + ")(?<!" + FOR + WORD + WORD + ")";

    private static final Pattern NUMBER = Pattern.compile(
            "(?:\\b(?:number|numbers|count|headcount|total|tally|figures?|no\\.?|nos\\.?)|#)(?: (?:of|for) | [a-z ]{0,20}\\()(?:(?!for |with |by |of |about |in |from )[a-z0-9'-]+ ){0,6}?"
                    + CHILDREN + "\\b(?!')\\)?"
                    + "[^.;:=|\\n\\d]{0,60}?(?:(?:\\b(?:is|was|were|are|at|of|remains|equals|by|(?:from \\w+ )?to)|[:=|]|->?| {2})|\\bfrom \\d+ to) ?"
                    + ONLY
                    + SMALL + NOT_MORE);
    private static final Pattern NUMBERS = Pattern.compile("\\b" + CHILDREN
            + " (?:[a-z]+ )?(?:counts?|numbers?|totals?|headcount|tally)"
            + "(?:(?: (?:is|was|were|are|of|fell|rose|at|dropped|to)){1,2} |" + SIGN + ")" + ONLY + SMALL + NOT_MORE);
    private static final Pattern NUMBERED = Pattern.compile(NOT_FOR + "\\b" + SEVERAL
            + "(?: (?!per|schools|services|homes|centres)[a-z'-]+){0,6} (?:numbered|number|numbering|totalled|totalling|total|stood at|stands at|stand at|came to|comes to|amounts? to|amounted to|(?:fell|rose|dropped|went|increased|decreased|down|up) (?:from \\w+ )?to) "
            + ONLY + SMALL + NOT_MORE);
    private static final Pattern AFTER_SIGN = Pattern.compile(NOT_FOR + "\\b" + SEVERAL
            + "(?!'| (?:services|homes|centres))(?: (?:\\| )?(?!rated|scored|ranked|voted|said|asked)[a-z0-9'/-]+){0,6}?( ?\\([^()\\n]{1,40}\\))?"
            + SIGN + ONLY + "(" + SMALL + ")" + END + NO_LIST);
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\b" + SEVERAL + "(?: [a-z'-]+){0,5} ?[(\\[] ?(?:n ?[=:] ?)?" + ONLY + "(" + SMALL
                    + ")(?: of (?:the )?\\d+| in (?:all|total)| only)? ?[)\\]](?![^.\\n]{0,80}\\([2b]\\))");
    private static final Pattern N_EQUALS = Pattern.compile(
            "\\b" + CHILDREN + "\\b[^.;\\n]{0,60}?\\bn ?[=:] ?" + SMALL + "(?![\\w%£/-]|[.,:]\\d| ?%| [a-z])");
    /** Without these, and without children, the patterns need not be tried. */
    private static final Pattern ANY_NUMBER =
            Pattern.compile("(?<!\\d)[0-5](?!\\d)|\\b(?:nil|zero|one|two|three|four|five)\\b");

    private static final Pattern ANY_CHILDREN = Pattern.compile("\\b" + CHILDREN + "\\b");
    private static final int FAR = 200;
    private static final String VERB =
            "(?:were|was|had|have|has|are|is|did|do|went|left|moved|remain\\w*|wait\\w*|still|could|would|lost|got|stay\\w*|\\w{3,}ed)\\b";
    private static final String DID_NOT_COUNT = "(?! per ?cent| ?%|[.,:]\\d)";

    /** "Of the 30 pupils, 2 were excluded", "12 children applied, of whom three were refused". */
    private static final Pattern OF_THOSE = Pattern.compile(
            "\\b(?:of (?:the|our|these|those|all)|\\d{1,6}|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty) (?:[a-z-]+ ){0,3}?"
                    + SEVERAL
                    + "\\b(?!')[^.;:\\n\\d]{0,60}?(?:,|\\band|\\bbut|\\bwith|\\bof whom|\\bof which|\\bof them)(?: and| but| of whom| of which)? "
                    + ONLY + NUMBER_WORD
                    + DID_NOT_COUNT + "(?: " + VERB + "|(?= ?(?:[.;]|$)))");

    private static final Pattern OF_WHOM =
            Pattern.compile("\\b" + SEVERAL + "\\b(?!')(?:[^.:\\n]{0,60}?(?:\\bof whom " + ONLY + NUMBER_WORD + "|[, ]"
                    + ONLY + NUMBER_WORD + " of whom)" + "|(?:(?!\\b[a-z]{4,}s\\b)[^.:\\n]){0,60}?(?:\\bof them " + ONLY
                    + NUMBER_WORD + "|[, ]" + ONLY + NUMBER_WORD + " of them))\\b" + DID_NOT_COUNT);

    /** "CYP x 2", "pupils 2/30", "children in custody is fewer than five". */
    private static final Pattern OTHERWISE =
            Pattern.compile(NOT_FOR + "\\b" + SEVERAL + "(?!')(?: [a-z'-]+){0,4}(?: ?[x\u00d7] ?[0-4](?![\\w%]|[.,]\\d)"
                    + "| [0-4]/(?:1[3-9]|[2-9]\\d|\\d{3,4})(?![\\d/])"
                    + "| (?:is|are|was|were|remains?) (?:<|under|below|fewer than|less than) ?(?:" + NUMBER_WORD
                    + "|5|five)" + NOT_MORE + ")");

    private CountBehind() {}

    /** @param lower a text in lower case */
    static boolean isIn(String lower) {
        if (!ANY_NUMBER.matcher(lower).find() || !ANY_CHILDREN.matcher(lower).find()) return false;
        return NUMBER.matcher(lower).find()
                || NUMBERS.matcher(lower).find()
                || NUMBERED.matcher(lower).find()
                || isAfterSign(lower)
                || IN_BRACKETS.matcher(lower).find()
                || N_EQUALS.matcher(lower).find()
                || OF_THOSE.matcher(lower).find()
                || OTHERWISE.matcher(lower).find()
                || OF_WHOM.matcher(lower).find();
    }

    /** Not the number of a list: "children: 1) listen 2) act". A bracket that closes has to have been opened. */
    private static boolean isAfterSign(String lower) {
        Matcher count = AFTER_SIGN.matcher(lower);
        while (count.find()) {
            int end = count.end(2);
            while (end < lower.length() && lower.charAt(end) == ' ') end++;
            if (end == lower.length() || ")]".indexOf(lower.charAt(end)) < 0) return true;
            if (isOpen(lower, count.end(2), lower.charAt(end) == ')' ? '(' : '[', lower.charAt(end))) return true;
        }
        return false;
    }

    private static boolean isOpen(String lower, int before, char opens, char closes) {
        int opened = lower.lastIndexOf(opens, before);
        return opened >= Math.max(0, before - FAR) && lower.lastIndexOf(closes, before - 1) < opened;
    }
}
