package org.paptracker.command.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.values.guard.PersonalDataKind.DATE_OF_BIRTH;
import static org.paptracker.values.guard.PersonalDataKind.NHS_NUMBER;
import static org.paptracker.values.guard.PersonalDataKind.PHONE_NUMBER;
import static org.paptracker.values.guard.PersonalDataKind.POSTCODE;
import static org.paptracker.values.guard.PersonalDataKind.SMALL_COUNT;
import static org.paptracker.values.guard.PersonalDataKind.UNIQUE_PUPIL_NUMBER;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.platform.guard.LabelledSet.Line;
import org.paptracker.command.platform.guard.Scores.Score;
import org.paptracker.values.guard.PersonalDataKind;

class PersonalDataTest {
    private static final List<Line> ALL = LabelledSet.read();
    private static final List<Line> HELD_OUT =
            ALL.stream().filter(Line::isHeldOut).toList();
    private static final List<Line> TUNED_ON =
            ALL.stream().filter(line -> !line.isHeldOut()).toList();
    private static final List<Line> STRANGERS = LabelledSet.strangers();

    /** A busy machine takes longer, but not more of its processor. */
    /** Where a clock's own step and a collection count for more than the text. */
    private static final long A_BLINK = Duration.ofMillis(20).toNanos();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int MOST_OF_A_REQUEST = 20_000;

    @Test
    void the_labelled_set_is_large_and_mostly_harmless() {
        assertThat(ALL.stream().filter(line -> line.label().isPresent())).hasSizeGreaterThanOrEqualTo(200);
        assertThat(ALL.stream().filter(Line::isHarmless)).hasSizeGreaterThanOrEqualTo(400);
        assertThat(ALL.stream().map(Line::text)).doesNotHaveDuplicates();
        assertThat(HELD_OUT.size()).isGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource
    void hardly_any_of_a_kind_is_missed_and_few_alarms_are_false(PersonalDataKind kind) {
        Score score = Scores.of(kind, ALL, PersonalData::in);
        assertThat(score.texts()).isGreaterThanOrEqualTo(20);
        assertThat(score.recall()).as("recall").isGreaterThanOrEqualTo(0.95);
        assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void what_was_held_back_while_tuning_fares_little_worse() {
        Score score = Scores.overall(HELD_OUT, PersonalData::in);
        assertThat(score.recall()).as("recall").isGreaterThanOrEqualTo(0.97);
        assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void what_strangers_wrote_fares_little_worse() {
        assertThat(STRANGERS).hasSizeGreaterThanOrEqualTo(150);
        Score score = Scores.overall(STRANGERS, PersonalData::in);
        assertThat(score.recall()).as("recall").isGreaterThanOrEqualTo(0.92);
        assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(0.95);
        Score initials = Scores.initials(STRANGERS);
        assertThat(initials.recall()).as("recall of initials").isGreaterThanOrEqualTo(0.8);
        assertThat(initials.alarms()).as("warnings for nothing").isLessThanOrEqualTo(1);
    }

    @Test
    void the_figures_in_the_documents_are_those_measured() throws Exception {
        String document = Files.readString(Path.of("../docs/guard.md"), StandardCharsets.UTF_8);
        assertThat(document)
                .contains(Scores.table(TUNED_ON, PersonalData::in))
                .contains(Scores.table(HELD_OUT, PersonalData::in))
                .contains(Scores.table(STRANGERS, PersonalData::in) + "\n" + Scores.warnings(STRANGERS))
                .contains("%d of the %d harmless lines of strangers"
                        .formatted(
                                Scores.alarming(STRANGERS, PersonalData::in).size(),
                                STRANGERS.stream().filter(Line::isHarmless).count()))
                .contains("%d of the %,d harmless lines"
                        .formatted(
                                Scores.alarming(ALL, PersonalData::in).size(),
                                ALL.stream().filter(Line::isHarmless).count()));
    }

    @Test
    void a_text_may_hold_several_kinds() {
        assertThat(PersonalData.in("One child (DOB 12/03/2014, NHS no. 999 000 0018) waits."))
                .isEqualTo(Set.of(NHS_NUMBER, DATE_OF_BIRTH, SMALL_COUNT));
    }

    @Test
    void a_wrong_check_digit_is_no_number_unless_it_is_called_one_or_is_kept_for_tests() {
        assertThat(PersonalData.in("Reference 943 476 5918")).isEmpty();
        assertThat(PersonalData.in("NHS no. 943 476 5918")).containsExactly(NHS_NUMBER);
        assertThat(PersonalData.in("999 000 0019")).containsExactly(NHS_NUMBER);
        assertThat(PersonalData.in("Item B201103700013")).isEmpty();
        assertThat(PersonalData.in("UPN B201103700013")).containsExactly(UNIQUE_PUPIL_NUMBER);
    }

    /** Each of them was let through before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "943,476,5919 | NHS_NUMBER",
                "943_476_5919 | NHS_NUMBER",
                "(943) 476 [5919] | NHS_NUMBER",
                "94 34 76 59 19 | NHS_NUMBER",
                "999 999 9999 | NHS_NUMBER",
                "999 000 0000 | NHS_NUMBER",
                "UPN Z_9311_0001_0000 | UNIQUE_PUPIL_NUMBER",
                "AB_12_34_56_C | NATIONAL_INSURANCE_NUMBER",
                "07700_900_123 | PHONE_NUMBER",
                "020,7946,0123 | PHONE_NUMBER",
                "OX98.4QP | POSTCODE",
                "OX98_4QP | POSTCODE",
                "born on the third of April two thousand and fifteen | DATE_OF_BIRTH",
                "dob 12.iii.2014 | DATE_OF_BIRTH",
                "2 of the 30 pupils | SMALL_COUNT",
                "two CYP | SMALL_COUNT",
                "children (n=3) | SMALL_COUNT",
                "under five pupils | SMALL_COUNT",
                "Exclusions of pupils: 4 | SMALL_COUNT",
                "2/30 pupils | SMALL_COUNT"
            })
    void separators_and_other_words_hide_nothing(String text, PersonalDataKind kind) {
        assertThat(PersonalData.in(text)).containsExactly(kind);
    }

    @Test
    void a_line_break_hides_no_number() {
        assertThat(PersonalData.in("943\n476\n5919")).containsExactly(NHS_NUMBER);
        assertThat(PersonalData.in("OX98\n4QP")).containsExactly(POSTCODE);
        assertThat(PersonalData.in("020 7946\n0123")).containsExactly(PHONE_NUMBER);
    }

    @Test
    void a_list_is_no_count() {
        assertThat(PersonalData.in("Children: 1) listen 2) act.")).isEmpty();
        assertThat(PersonalData.in("(Children waiting: 1)")).containsExactly(SMALL_COUNT);
    }

    @Test
    void initials_with_age_and_condition_are_warned_of_and_not_refused() {
        assertThat(PersonalData.in("AB, 10, autistic")).isEmpty();
        assertThat(PersonalData.warningsIn("AB, 10, autistic"))
                .containsExactly(WarningKind.INITIALS_WITH_AGE_AND_CONDITION);
        assertThat(PersonalData.warningsIn("AB, 10")).isEmpty();
        assertThat(PersonalData.warningsIn("AB is autistic.")).isEmpty();
        assertThat(PersonalData.warningsIn("SLT, 10, autistic"))
                .as("short for a therapy")
                .isEmpty();
    }

    @Test
    void nothing_invisible_hides_a_number() {
        assertThat(PersonalData.in("999\u200b000\u2060 00\u00ad18")).containsExactly(NHS_NUMBER);
        assertThat(PersonalData.in("\u0669\u0669\u0669 \u0660\u0660\u0660 \u0660\u0660\u0661\u0668"))
                .as("in other digits")
                .containsExactly(NHS_NUMBER);
        assertThat(PersonalData.in("999 000 0018\u00b9"))
                .as("before a footnote mark")
                .containsExactly(NHS_NUMBER);
    }

    @Test
    void a_date_beside_a_name_is_no_date_of_birth() {
        assertThat(PersonalData.in("Jo Bloggs, 12 March 2014")).isEmpty();
        assertThat(PersonalData.in("Jo Bloggs, born 12 March 2014")).containsExactly(DATE_OF_BIRTH);
    }

    @Test
    void zero_counts_and_none_does_not() {
        assertThat(PersonalData.in("0 children were restrained.")).containsExactly(SMALL_COUNT);
        assertThat(PersonalData.in("No children were restrained.")).isEmpty();
    }

    /** Twice as long takes about twice as long; a pattern that tried all ways would take for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "one ",
                "one two ",
                "one young ",
                "a@",
                "x@y.",
                "born 1 ",
                "dob ",
                "b. ",
                "number of children ",
                "children a b c d ",
                "0",
                "07700 ",
                "(020) ",
                "a at b dot ",
                "OX1 ",
                "AB 12 ",
                "(",
                " ",
                "\n",
                "12/03/",
                "children: ",
                "two of the ",
                "1-",
                "1, ",
                "1 and ",
                "1, \n\n",
                "A1",
                "9 ",
                "\u200b",
                "date of birth is on the ",
                "9_",
                "9,(",
                "999 999 999 9 9",
                "A1 2 ",
                "AB (1)",
                "O X 9 ",
                "OX98, ",
                "+44 (0) ",
                "0 7 ",
                "born third of ",
                "b. third ",
                "turn ten on ",
                "the child turned ten on ",
                "children (",
                "pupils n=",
                "number of pupils ",
                "number (",
                "2 of the 30 ",
                "30 pupils and ",
                "of the pupils, ",
                "pupils | ",
                "pupils excluded of them ",
                "pupils of whom ",
                "two (",
                "both the ",
                "2/30 ",
                "AB, 10, ",
                "AB ",
                "A.B. ",
                "autistic AB ",
                "10 year old "
            })
    void four_times_the_text_takes_no_more_than_some_times_as_long(String piece) {
        String text = piece.repeat(MOST_OF_A_REQUEST / piece.length());
        String quarter = piece.repeat(MOST_OF_A_REQUEST / piece.length() / 4);
        readAll(text);
        long ofQuarter = Long.MAX_VALUE;
        long ofAll = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // the quickest of each: what else this machine does is left out
            ofQuarter = Math.min(ofQuarter, read(quarter));
            ofAll = Math.min(ofAll, read(text));
        }
        assertThat(ofAll).as("sixteen times would be by the square").isLessThan(10 * ofQuarter + A_BLINK);
    }

    private static void readAll(String text) {
        PersonalData.in(text);
        PersonalData.warningsIn(text);
    }

    /** Of the processor's time, in nanoseconds. */
    private static long read(String text) {
        long from = THREADS.getCurrentThreadCpuTime();
        readAll(text);
        return THREADS.getCurrentThreadCpuTime() - from;
    }
}
