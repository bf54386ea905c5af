package org.paptracker.command.platform.guard;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that could be dialled: from the United Kingdom as it stands, or with the code of its country. Mobile numbers
 * are found whether their range has been given out or not.
 */
final class PhoneNumber {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern MOBILE = Pattern.compile(
            "(?<![\\p{L}\\d]|[\\p{L}\\d][-./_])(?:(?:\\+|00) ?44 ?(?:\\(0\\) ?)?|\\(?0)7(?:[ .()-]{0,2}\\d){9}(?![\\p{L}\\d])");
    /** With any sign between its digits; then it begins as in the United Kingdom. */
    private static final Pattern WITH_SIGNS =
            Pattern.compile("(?<![\\p{L}\\d]|[\\p{L}\\d][-./])(?:(?:\\+|00)" + Gap.OPTIONAL + "4"
                    + Gap.OPTIONAL + "4" + Gap.OPTIONAL + "(?:\\(0\\))?|[(\\[]?0)((?:" + Gap.OPTIONAL + "\\d){9,10})(?!"
                    + Gap.OPTIONAL
                    + "\\d)(?!\\p{L})");

    private static final Pattern DATE =
            Pattern.compile("^[(\\[]?\\d{1,2} ?([./_, -]) ?\\d{1,2} ?\\1 ?(?:19|20)?\\d{2}(?!\\d).*", Pattern.DOTALL);

    private static final Pattern LIST = Pattern.compile("^0[^\\d()]+\\d{2}\\D.*", Pattern.DOTALL);

    /** To look closely at the whole of a text would take long. */
    private static final Pattern RUN = Pattern.compile("[+(\\d][\\d ()./+~-]*+");

    private static final int LENGTH_OF_MOBILE = 11;
    private static final int CONTEXT = 2;
    private static final int FEWEST_DIGITS = 9;
    private static final long MOST_TRIES = 5_000;

    private PhoneNumber() {}

    static boolean isIn(String text) {
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            if (Digits.count(run.group()) < FEWEST_DIGITS) continue;
            int from = Math.max(0, run.start() - CONTEXT);
            int to = Math.min(text.length(), run.end() + CONTEXT);
            if (isInRun(text.substring(from, to))) return true;
        }
        return isWithSigns(text);
    }

    private static boolean isWithSigns(String text) {
        Matcher number = WITH_SIGNS.matcher(text);
        while (number.find()) {
            if (!isListOrDate(number.group()) && canBeDialled("0" + Digits.of(number.group(1)))) return true;
        }
        return false;
    }

    private static boolean isListOrDate(String number) {
        return DATE.matcher(number).matches() || LIST.matcher(number).matches();
    }

    private static boolean canBeDialled(String digits) {
        if (digits.startsWith("07")) return digits.length() == LENGTH_OF_MOBILE;
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(digits, "GB"));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static boolean isInRun(String text) {
        if (MOBILE.matcher(text).find()) return true;
        for (PhoneNumberMatch match : NUMBERS.findNumbers(text, "GB", Leniency.VALID, MOST_TRIES)) {
            if (!isPartOfCode(text, match.start())) return true;
        }
        return false;
    }

    /** As in PA3-07.1-2025-02-13. */
    private static boolean isPartOfCode(String text, int start) {
        return start > 1
                && "-./_".indexOf(text.charAt(start - 1)) >= 0
                && Character.isLetterOrDigit(text.charAt(start - 2));
    }
}
