package org.paptracker.command.platform.guard;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.paptracker.values.guard.PersonalDataKind;

/** What a text seems to say of somebody. In time proportional to its length. What is missed: docs/guard.md. */
public final class PersonalData {
    private static final Map<PersonalDataKind, Predicate<String>> DETECTORS = detectors();

    private PersonalData() {}

    private static Map<PersonalDataKind, Predicate<String>> detectors() {
        Map<PersonalDataKind, Predicate<String>> detectors = new EnumMap<>(PersonalDataKind.class);
        detectors.put(PersonalDataKind.NHS_NUMBER, NhsNumber::isIn);
        detectors.put(PersonalDataKind.UNIQUE_PUPIL_NUMBER, PupilNumber::isIn);
        detectors.put(PersonalDataKind.NATIONAL_INSURANCE_NUMBER, InsuranceNumber::isIn);
        detectors.put(PersonalDataKind.EMAIL_ADDRESS, EmailAddress::isIn);
        detectors.put(PersonalDataKind.PHONE_NUMBER, PhoneNumber::isIn);
        detectors.put(PersonalDataKind.POSTCODE, Postcode::isIn);
        detectors.put(PersonalDataKind.DATE_OF_BIRTH, BirthDate::isIn);
        detectors.put(PersonalDataKind.SMALL_COUNT, SmallCountDetector::isIn);
        return detectors;
    }

    /** What it only warns of; empty if there is nothing. */
    public static Set<WarningKind> warningsIn(String text) {
        return Initials.isIn(PlainText.of(text)) ? Set.of(WarningKind.INITIALS_WITH_AGE_AND_CONDITION) : Set.of();
    }

    /** In the order of the kinds; empty if nothing is found. */
    public static Set<PersonalDataKind> in(String text) {
        Set<PersonalDataKind> found = EnumSet.noneOf(PersonalDataKind.class);
        String plain = PlainText.of(text);
        DETECTORS.forEach((kind, isIn) -> {
            if (isIn.test(plain)) found.add(kind);
        });
        return found;
    }
}
