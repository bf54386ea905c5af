package org.paptracker.command.platform.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of birth: a date with a word for birth beside it. A date beside a name is none, as names stand beside dates of
 * meetings everywhere. Nor is the definition of an age group: "children born between 1 September 2020 and 31 August
 * 2021".
 */
final class BirthDate {
    private static final String DATE = DateWords.DATE;
    private static final String DAY_OF_YEAR = DateWords.DAY_OF_YEAR;
    private static final String LABEL =
            "(?:\\bd[\\s./_-]{0,2}o[\\s./_-]{0,2}b(?![a-z])\\.?|\\bdates?[ _-]?of[ _-]?birth(?![a-z])|\\bbirth[ _-]?(?:date|day)(?![a-z])"
                    + "|\\b(?:day|morning|night) of (?:his |her |their |the )?birth\\b|\\bb-?day\\b|\\bbirth(?= ?[:=]))";

    /** "DOB: 3/4/2015", "date of birth (as given by the school) was the third of April two thousand and fifteen". */
    private static final Pattern LABELLED = pattern(LABEL
            + "(?: ?\\([^()\\n]{0,40}\\))?"
            + "(?:[\\s:=,()\\[\"'|_*>./;-]|\\b(?:is|was|of|on|the|as|given|recorded|shown|falls|fell|being|entered|noted|dd/mm/yyyy|mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\\b){0,12}"
            + "(?:" + DATE + "|" + DAY_OF_YEAR + "|" + DateWords.DIGITS + ")");

    /** "3 April 2015 (date of birth)", "3 April is her birthday". */
    private static final Pattern LABELLED_BEHIND = pattern("(?:" + DATE + "|" + DAY_OF_YEAR + ")"
            + "[\\s,:=/|_]{0,2}[(,\\[-]? ?(?:(?:is|was|being|as) )?(?:(?:his|her|their|the|my|your|our) )?(?:child's |pupil's )?"
            + "(?:\\d{1,2}(?:st|nd|rd|th) )?" + LABEL);

    /** "born on 3 April 2015", "born at the hospital in Oxford on Friday, 3 April 2015", "b. 3/4/15". */
    private static final Pattern BORN =
            pattern("(?:(?<![\\p{L}-])born(?!-)[^.;\\d]{0,60}?|(?<=[^\\s.;:][ (,]{1,2})b\\.[^.;\\n\\d]{0,60}?)" + DATE);

    /** "born on the third of April", "born 12 March". */
    private static final Pattern BORN_ON = pattern("(?<![\\p{L}-])born[\\s:,(]{1,2}(?:on )?(?:the )?" + DAY_OF_YEAR);

    /** "She turned ten on 3 April", "he will be 11 on 3 April 2026". */
    private static final Pattern TURNED = pattern(
            "\\b(?:he|she|child|boy|girl|pupil|student|son|daughter|who) (?:(?:will|has|is|just|only) ){0,2}(?:turn(?:s|ed|ing)?|be|becomes?|became) (?:\\d{1,2}|[a-z]{3,9})"
                    + "(?: years old)? on (?:the )?" + DAY_OF_YEAR);

    /** What stands before "born" when it is about an age group. */
    private static final Pattern GROUP_BEFORE = pattern(
            "\\b(?:children|pupils|people|those|anyone|anybody|everyone|everybody"
                    + "|students|learners|babies|infants|siblings|adults|cohorts?|any child|any pupil|every child) ?\\(?$");

    /** What follows "born" when it is about an age group, or about no birth at all. */
    private static final Pattern GROUP_BEHIND =
            pattern("^(?:born|b\\.) (?:between|before|after|since|until|from|up to|on or|by|out of|of|in or)\\b");

    private static final Pattern ANY_WORD_FOR_IT =
            pattern("born|birth|\\bb\\.|\\bb-?day|\\bd[\\s./_-]{0,2}o[\\s./_-]{0,2}b");
    private static final int ENOUGH_BEFORE = 24;

    private BirthDate() {}

    static boolean isIn(String text) {
        return TURNED.matcher(text).find()
                || (ANY_WORD_FOR_IT.matcher(text).find()
                        && (LABELLED.matcher(text).find()
                                || LABELLED_BEHIND.matcher(text).find()
                                || isSomebodyBorn(text, BORN)
                                || isSomebodyBorn(text, BORN_ON)));
    }

    private static boolean isSomebodyBorn(String text, Pattern pattern) {
        Matcher born = pattern.matcher(text);
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
