package org.paptracker.command.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.values.guard.PersonalDataKind.DATE_OF_BIRTH;
import static org.paptracker.values.guard.PersonalDataKind.NHS_NUMBER;
import static org.paptracker.values.guard.PersonalDataKind.SMALL_COUNT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
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
    private static final int MOST_OF_A_REQUEST = 20_000;

    @Test
    void the_labelled_set_is_large_and_mostly_harmless() {
        assertThat(ALL.stream().filter(line -> line.label().isPresent())).hasSizeGreaterThanOrEqualTo(200);
        assertThat(ALL.stream().filter(line -> line.label().isEmpty())).hasSizeGreaterThanOrEqualTo(400);
        assertThat(ALL.stream().map(Line::text)).doesNotHaveDuplicates();
        assertThat(HELD_OUT.size()).isBetween(ALL.size() / 4, ALL.size() / 2);
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
    void the_figures_in_the_documents_are_those_measured() throws Exception {
        String document = Files.readString(Path.of("../docs/guard.md"), StandardCharsets.UTF_8);
        assertThat(document)
                .contains(Scores.table(TUNED_ON, PersonalData::in))
                .contains(Scores.table(HELD_OUT, PersonalData::in))
                .contains("%d of the %,d harmless lines"
                        .formatted(
                                Scores.alarming(ALL, PersonalData::in).size(),
                                ALL.stream()
                                        .filter(line -> line.label().isEmpty())
                                        .count()));
    }

    @Test
    void a_text_may_hold_several_kinds() {
        assertThat(PersonalData.in("One child (DOB 12/03/2014, NHS no. 999 000 0018) waits."))
                .isEqualTo(Set.of(NHS_NUMBER, DATE_OF_BIRTH, SMALL_COUNT));
    }

    @Test
    void a_wrong_check_digit_is_no_number() {
        assertThat(PersonalData.in("NHS no. 999 000 0019")).isEmpty();
        assertThat(PersonalData.in("UPN B931103700013")).isEmpty();
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
                "date of birth is on the "
            })
    @Timeout(5)
    void any_text_is_read_in_little_time(String piece) {
        String text = piece.repeat(MOST_OF_A_REQUEST / piece.length());
        PersonalData.in(text);
        assertThat(shortest(text)).isLessThan(Duration.ofMillis(500));
    }

    private static Duration shortest(String text) {
        Duration shortest = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            long from = System.nanoTime();
            PersonalData.in(text);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            if (took.compareTo(shortest) < 0) shortest = took;
        }
        return shortest;
    }
}
