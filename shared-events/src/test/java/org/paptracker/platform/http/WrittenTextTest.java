package org.paptracker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "As planned.",
                "Two lines\nand a\ttab",
                "Café – “yes”, said Zoë",
                "Cymraeg, اردو, 中文",
                "👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"
            })
    void what_people_write_is_taken(String text) {
        assertThat(WrittenText.normal(text)).matches(WrittenText.SHAPE).matches(WrittenText.VISIBLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\u007Fb",
                "a\u0085b",
                "\u202Etxet",
                "a\u2066b\u2069",
                "a\u200Eb",
                "a\u200Fb",
                "a\u061Cb",
                "a\uD800",
                "\uDC00a",
                "a\uFFFE",
                "a\uD83F\uDFFFb"
            })
    void what_reads_otherwise_than_it_is_stored_is_not(String text) {
        assertThat(text).doesNotMatch(WrittenText.SHAPE);
        assertThat(WrittenText.isLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\tb", "a\u200Bb", "a\u200Db", "a\u00ADb", "\uFEFFa", "a\u2028b"})
    void a_name_is_one_line_of_what_can_be_seen(String name) {
        assertThat(WrittenText.isLine(name)).isFalse();
        assertThat(name).matches(WrittenText.SHAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00A0", "\u200B", "\u2800\u0301"})
    void what_cannot_be_seen_is_blank(String text) {
        boolean visible = text.matches(WrittenText.VISIBLE);
        assertThat(visible).isEqualTo(text.startsWith("\u2800")); // the blank of Braille is a symbol all the same
    }

    @Test
    void one_text_is_written_in_one_way() {
        assertThat(WrittenText.normal("Zoe\u0308")).isEqualTo("Zo\u00EB");
        assertThat(WrittenText.normal("a\r\nb\rc")).isEqualTo("a\nb\nc");
    }

    @Test
    void the_longest_text_is_judged_at_once() {
        String text = "a\u0301 ".repeat(90_000);
        assertThat(text.matches(WrittenText.SHAPE)).isTrue();
        assertThat(" ".repeat(250_000).matches(WrittenText.VISIBLE)).isFalse();
    }

    @Test
    void the_name_of_a_field_is_repeated_only_as_far_as_it_can_be_seen() {
        assertThat(WrittenText.shown("colour")).isEqualTo("colour");
        assertThat(WrittenText.shown("\u202Ecolour")).isEqualTo("?colour");
        assertThat(WrittenText.shown("x".repeat(60_000))).hasSize(81).endsWith("…");
    }
}
