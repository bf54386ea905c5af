package org.paptracker.command.platform.guard;

/** A date in any of the ways in which people write one, as patterns to build on. */
final class DateWords {
    private static final String SIGN = "[\\s./,_|\\\\:;-]{1,3}";
    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?";
    private static final String ROMAN_MONTH = "(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})";
    private static final String UNIT = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)";
    private static final String DAY_IN_WORDS = "(?:" + UNIT
            + "|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
            + "|(?:twentieth|thirtieth|(?:twenty|thirty)[ -]?" + UNIT + "))";
    private static final String SMALL = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
            + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six))?)";
    private static final String DAY = "(?:\\d{1,2}(?: ?(?:st|nd|rd|th))?|" + DAY_IN_WORDS + "|" + SMALL + ")";
    private static final String YEAR_IN_WORDS = "(?:two[ -]thousand(?:[ -]and)?(?:[ -]" + SMALL + ")?"
            + "|twenty[ -](?:oh|hundred|" + SMALL + ")(?:[ -]" + SMALL + ")?"
            + "|nineteen[ -](?:seventy|eighty|ninety)(?:[ -]" + SMALL + ")?)";
    private static final String LONG_YEAR = "(?:19|20)\\d{2}";
    private static final String YEAR = "(?:'?\\d{2}|" + LONG_YEAR + "|" + YEAR_IN_WORDS + ")\\b";
    private static final String JOINT = "(?:[\\s./,_|-]{0,3}(?:day )?(?:of |in )?(?:the )?)";

    static final String DAY_OF_YEAR =
            "(?:\\b" + DAY + JOINT + MONTH + "|\\b" + MONTH + "[\\s,_-]{1,2}(?:the )?" + DAY + "\\b)";

    static final String DATE = "(?:\\b\\d{1,2}" + SIGN + "\\d{1,2}" + SIGN + YEAR
            + "|\\b" + LONG_YEAR + SIGN + "\\d{1,2}" + SIGN + "\\d{1,2}\\b"
            + "|\\b" + LONG_YEAR + SIGN + MONTH + SIGN + DAY + "\\b"
            + "|\\b\\d{1,2}" + SIGN + ROMAN_MONTH + SIGN + YEAR
            + "|\\b(?:" + DAY_IN_WORDS + "|\\d{1,2}(?:st|nd|rd|th)) (?:of )?(?:the )?(?:" + UNIT
            + "|tenth|eleventh|twelfth|\\d{1,2}(?:st|nd|rd|th)),? (?:of )?" + YEAR
            + "|\\b" + DAY + JOINT + MONTH + JOINT + "(?:year )?" + YEAR
            + "|\\b" + MONTH + "[\\s,_-]{0,2}(?:the )?" + DAY + JOINT + YEAR + ")";

    /** Without any sign, or without a year: only right behind a word for birth. */
    static final String DIGITS = "(?:\\b(?:\\d{8}|\\d{6}|\\d{1,2}[/.]\\d{1,2})\\b)";

    private DateWords() {}
}
