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
                "Cymraeg, اردو, 中文, 한국어, ქართული",
                "👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🏴",
                "👩🏽‍🏫 🏳️‍🌈 1️⃣ #️⃣ ☎︎ ✔️ 🙂‍↔️ ⚠️",
                "\uD83E\uDEE0 and \uD83E\uDEF1\uD83C\uDFFB\u200D\uD83E\uDEF2\uD83C\uDFFF",
                "می\u200Cخواهم خانه\u200Cای کار\u200Cها",
                "\u0915\u094D\u200D\u0937 \u0915\u094D\u200C\u0937",
                "ශ්\u200Dරී",
                "র\u200D্য",
                "٣\u06DD"
            })
    void what_people_write_is_taken(String text) {
        assertThat(WrittenText.isText(WrittenText.normal(text))).isTrue();
        assertThat(WrittenText.isVisible(text)).isTrue();
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
        assertThat(WrittenText.isText(text)).isFalse();
        assertThat(WrittenText.isLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u00ADb",
                "a\u034Fb",
                "a\u115Fb",
                "a\u1160b",
                "a\u17B4b",
                "a\u180Bb",
                "a\u180Eb",
                "a\u200Bb",
                "a\u200Cb",
                "a\u200Db",
                "a\u2060b",
                "a\u2061b",
                "a\u2064b",
                "a\u206Ab",
                "a\u2800b",
                "a\u3164b",
                "a\uFE00b",
                "a\uFE0Fb",
                "1\uFE0Fb",
                "\uFEFFa",
                "a\uFFA0b",
                "a\uFFF0b",
                "a\uFFF9b\uFFFAc\uFFFB",
                "a\uFFFCb",
                "a\uE000b",
                "a\uDB80\uDC00b",
                "a\uDB40\uDC01b",
                "a\uDB40\uDC41b",
                "a\uDB40\uDC7Fb",
                "a\uDB40\uDD00b",
                "a\uD834\uDD73b",
                "a\uD82F\uDCA0b",
                "\uD83C\uDFF4\uDB40\uDC68\uDB40\uDC69\uDB40\uDC7F",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿\uDB40\uDC67",
                "👨\u200D",
                "\u200D👨",
                "👨\u200D\u200D👧",
                "می\u200C\u200Cخواهم",
                "می\u200C",
                "क्\u200D\u200Dष"
            })
    void what_nobody_can_see_is_not(String text) {
        assertThat(WrittenText.isText(text)).isFalse();
        assertThat(WrittenText.isLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\tb", "a\u2028b", "a\u2029b"})
    void a_name_is_one_line(String name) {
        assertThat(WrittenText.isLine(name)).isFalse();
        assertThat(WrittenText.isText(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "\u00A0",
                "\u2003\u3000",
                "\u200B",
                "\u2800\u0301",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\u0301",
                "\uFE0F",
                "\uDB40\uDC41",
                "\uE000",
                "\uFFFC"
            })
    void what_cannot_be_seen_is_blank(String text) {
        assertThat(WrittenText.isVisible(text)).isFalse();
    }

    @Test
    void one_text_is_written_in_one_way() {
        assertThat(WrittenText.normal("Zoe\u0308")).isEqualTo("Zo\u00EB");
        assertThat(WrittenText.normal("a\r\nb\rc")).isEqualTo("a\nb\nc");
    }

    @Test
    void the_longest_text_is_judged_at_once() {
        assertThat(WrittenText.isText("a\u0301 ".repeat(90_000))).isTrue();
        assertThat(WrittenText.isVisible(" ".repeat(250_000))).isFalse();
        assertThat(WrittenText.isText("ب" + "\u064B".repeat(250_000) + "\u200C"))
                .isFalse();
    }

    @Test
    void the_name_of_a_field_is_repeated_only_as_far_as_it_can_be_seen() {
        assertThat(WrittenText.shown("colour")).isEqualTo("colour");
        assertThat(WrittenText.shown("\u202Ecolour")).isEqualTo("?colour");
        assertThat(WrittenText.shown("x".repeat(60_000))).hasSize(81).endsWith("…");
    }
}
