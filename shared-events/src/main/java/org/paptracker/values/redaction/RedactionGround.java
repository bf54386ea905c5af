package org.paptracker.values.redaction;

/** Why words were taken out of the record, as every reader may see it. */
public enum RedactionGround {
    PERSONAL_DATA("personal data"),
    THIRD_PARTY_PERSONAL_DATA("third-party personal data"),
    SPECIAL_CATEGORY_DATA("special category data"),
    SMALL_NUMBERS("numbers so small that children could be recognised"),
    COURT_ORDER("a court order");

    private final String words;

    RedactionGround(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }
}
