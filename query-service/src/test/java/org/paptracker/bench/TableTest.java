package org.paptracker.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        List<Row> rows = List.of(
                Row.compared("append", 1507.4, "/s", "raw", 1829).atLeast(0.9),
                Row.compared("audit", 5, "ms", "alone", 4).atMost(1.3),
                Row.of("idle", "12.5 /s", null));
        assertThat(Table.of(rows)).isEqualTo("""
                | what   | measured | beside it, same run | ratio | aim          | met?   |
                | ------ | -------- | ------------------- | ----- | ------------ | ------ |
                | append | 1,507 /s | raw: 1,829 /s       | 0.82  | at least 0.9 | **no** |
                | audit  | 5 ms     | alone: 4 ms         | 1.25  | at most 1.3  | yes    |
                | idle   | 12.5 /s  |                     |       |              |        |
                """);
    }

    @Test
    void an_aim_that_is_just_reached_is_met() {
        assertThat(Row.compared("", 9, "/s", "", 10).atLeast(0.9).aim()).isEqualTo(new Aim("at least 0.9", true));
        assertThat(Row.compared("", 13, "ms", "", 10).atMost(1.3).aim()).isEqualTo(new Aim("at most 1.3", true));
        assertThat(Aim.atMost(5, 5.1).in("ms")).isEqualTo(new Aim("at most 5 ms", false));
    }

    @Test
    void numbers_have_three_figures_or_so() {
        assertThat(Table.number(0.034)).isEqualTo("0.03");
        assertThat(Table.number(8.256)).isEqualTo("8.26");
        assertThat(Table.number(24.06)).isEqualTo("24.1");
        assertThat(Table.number(51_001.4)).isEqualTo("51,001");
        assertThat(Table.number(250)).isEqualTo("250");
    }
}
