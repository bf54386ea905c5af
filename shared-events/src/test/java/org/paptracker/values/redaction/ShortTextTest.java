package org.paptracker.values.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Zoe", "Done", "On track", "In progress, see B4", "  Everybodyknowsthatthisisoneword\u00a0 "})
    void one_word_is_short_and_so_are_fewer_than_twenty_characters(String text) {
        assertThat(ShortText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jo of 4 High Street!", "Two children of one family moved away"})
    void a_sentence_is_not(String text) {
        assertThat(ShortText.is(text)).isFalse();
    }
}
