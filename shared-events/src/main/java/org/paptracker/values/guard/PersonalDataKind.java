package org.paptracker.values.guard;

/** What kind of personal data a text seems to hold. Names are for ever: they stand in the log. */
public enum PersonalDataKind {
    NHS_NUMBER("an NHS number"),
    UNIQUE_PUPIL_NUMBER("a unique pupil number"),
    NATIONAL_INSURANCE_NUMBER("a National Insurance number"),
    EMAIL_ADDRESS("an e-mail address"),
    PHONE_NUMBER("a phone number"),
    POSTCODE("a full postcode"),
    DATE_OF_BIRTH("a date of birth"),
    SMALL_COUNT("a count below five about children");

    private final String words;

    PersonalDataKind(String words) {
        this.words = words;
    }

    /** With its article: "an NHS number". */
    public String inWords() {
        return words;
    }
}
