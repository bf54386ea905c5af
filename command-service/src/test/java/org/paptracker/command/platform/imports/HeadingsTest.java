package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTest {
    private static final List<String> COLUMNS = List.of("action", "effectiveOn", "percentComplete");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "effective\u00A0On",
                "\u00A0effectiveOn\u00A0",
                "Effective  on",
                "effective\nOn",
                "effective\r\n On",
                "\uFEFFeffectiveOn",
                "effective\u200BOn",
                "effective\u00ADOn",
                "effective\u202F\u3000On",
                "effective\tOn",
                "ｅffectiveＯn",
                "EFFECTIVEON"
            })
    void are_the_same_whatever_their_case_and_blanks(String heading) {
        assertThat(Headings.plain(heading)).isEqualTo(Headings.plain("effectiveOn"));
    }

    @Test
    void one_that_looks_like_a_column_is_quoted_with_the_character_that_differs() {
        assertThat(Headings.quoted(List.of("\u0430ction"), COLUMNS))
                .isEqualTo("\u0430ction (with U+0430 cyrillic small letter a)");
        assertThat(Headings.quoted(List.of("colour", "Ann\u00e9e"), COLUMNS)).isEqualTo("colour, Ann\u00e9e");
    }

    @Test
    void one_that_was_read_in_the_wrong_encoding_is_quoted_with_what_is_meant() {
        assertThat(Headings.quoted(List.of("d\u00C3\u00A9but"), COLUMNS)).contains("where \"\u00e9\" is meant");
    }
}
