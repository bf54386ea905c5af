package org.paptracker.command.platform.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of birth: a date with a word for birth beside it. A date beside a name is none, as names stand beside dates of
 * meetings everywhere. Nor is the definition of an age group: "children born between 1 September 2020 and 31 August
 * 2021".
 */
final class BirthDate {
    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:'?\\d{2}|(?:19|20)\\d{2})";
    private static final String DATE = "(?:\\b\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?" + YEAR + "\\b"
            + "|\\b(?:19|20)\\d{2}[/.-]\\d{1,2}[/.-]\\d{1,2}\\b"
            + "|\\b" + DAY + "[ -](?:of )?" + MONTH + ",?[ -]" + YEAR + "\\b"
            + "|\\b" + MONTH + " " + DAY + ",? " + YEAR + "\\b)";
    private static final String DAY_OF_YEAR =
            "(?:\\b" + DAY + " (?:of )?" + MONTH + "|\\b" + MONTH + " " + DAY + "\\b)";
    private static final String LABEL =
            "(?:\\bd\\.? ?o\\.? ?b\\b\\.?|\\bdate of birth\\b|\\bbirth ?-?date\\b|\\bbirthday\\b|\\bday of birth\\b)";

    /** "DOB: 3/4/2015", "date of birth (as given by the school) was 3 April 2015". */
    private static final Pattern LABELLED = pattern(LABEL
            + "(?: ?\\([^()\\n]{0,40}\\))?"
            + "(?:[ :=,(\\[\"'|-]|\\b(?:is|was|of|on|the|as|given|recorded|shown|falls|being|dd/mm/yyyy|mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\\b){0,12}"
            + "(?:" + DATE + "|" + DAY_OF_YEAR + ")");

    /** "3 April 2015 (date of birth)", "3 April is her birthday". */
    private static final Pattern LABELLED_BEHIND = pattern("(?:" + DATE + "|" + DAY_OF_YEAR + ")"
            + " ?[(,\\[-]? ?(?:(?:is|was|being|as) )?(?:(?:his|her|their|the|my|your|our) )?(?:child's |pupil's )?"
            + LABEL);

    /** "born on 3 April 2015", "born at the hospital in Oxford on Friday, 3 April 2015", "b. 3/4/15". */
    private static final Pattern BORN = pattern("(?<![\\p{L}-])(?:born|b\\.)[^.;\\n\\d]{0,60}" + DATE);

    /** What stands before "born" when it is about an age group. */
    private static final Pattern GROUP_BEFORE = pattern(
            "\\b(?:children|pupils|people|those|anyone|anybody|everyone|everybody"
                    + "|students|learners|babies|infants|siblings|adults|cohorts?|any child|any pupil|every child) ?\\(?$");

    /** What follows "born" when it is about an age group, or about no birth at all. */
    private static final Pattern GROUP_BEHIND =
            pattern("^(?:born|b\\.) (?:between|before|after|since|until|from|up to|on or|by|out of|of|in or)\\b");

    private static final Pattern ANY_WORD_FOR_IT = pattern("born|birth|\\bb\\.|\\bd\\.? ?o\\.? ?b");
    private static final int ENOUGH_BEFORE = 24;

    private BirthDate() {}

    static boolean isIn(String text) {
        return ANY_WORD_FOR_IT.matcher(text).find()
                && (LABELLED.matcher(text).find()
                        || LABELLED_BEHIND.matcher(text).find()
                        || isSomebodyBorn(text));
    }

    private static boolean isSomebodyBorn(String text) {
        Matcher born = BORN.matcher(text);
        int from = 0;
        while (born.find(from)) {
            String before = text.substring(Math.max(0, born.start() - ENOUGH_BEFORE), born.start());
            boolean group = GROUP_BEFORE.matcher(before).find()
                    || GROUP_BEHIND.matcher(born.group()).find();
            if (!group) return true;
            from = born.start() + 1;
        }
        return false;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
