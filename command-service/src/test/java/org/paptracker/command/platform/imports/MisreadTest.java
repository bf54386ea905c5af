package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisreadTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café",
                "£5",
                "the chair’s",
                "“so”",
                "a – b",
                "5 €",
                "Tŷ Gŵyr",
                "ẁ",
                "naïve",
                "à",
                "Á",
                "½",
                "😀",
                "\uFEFFaction"
            })
    void what_was_read_in_windows_1252_or_latin_1_is_found(String meant) {
        byte[] bytes = meant.getBytes(StandardCharsets.UTF_8);
        assertThat(Misread.found(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isNotNull();
        String windows = new String(bytes, Charset.forName("windows-1252"));
        assertThat(Misread.found(windows)).isNotNull();
        assertThat(Misread.found(meant)).isNull();
    }

    @Test
    void says_what_is_meant() {
        assertThat(Misread.found("at the Caf\u00C3\u00A9"))
                .startsWith("holds \"\u00C3\u00A9\" where \"\u00e9\" is meant");
        assertThat(Misread.found("Caf\uFFFD")).contains("could not read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAFÉ’S",
                "his fiancé’”",
                "“À la carte”…",
                "GŴYR TŶ",
                "DÂN £5",
                "“É”",
                "Ångström … Ä–Ö",
                "2×3 ± ½",
                "naïve – “so”",
                "日本語",
                "Ελληνικά «ναι»",
                "été… «à»",
                "👩‍👩‍👧 ❤️"
            })
    void what_people_write_is_left_alone(String text) {
        assertThat(Misread.found(text)).isNull();
    }
}
