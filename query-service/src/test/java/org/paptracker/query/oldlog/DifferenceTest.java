package org.paptracker.query.oldlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An answer that has changed is reported, with its path and what is different first. */
class DifferenceTest {
    private static Optional<String> difference(String path, String before, String after) {
        return Difference.first(new Asked("reviewer", path, null, 200, "", before), after);
    }

    @Test
    void the_same_answer_has_none() {
        assertThat(difference(
                        "/plans", "{\"items\":[{\"code\":\"a\",\"n\":1}]}", "{\"items\":[{\"code\":\"a\",\"n\":1}]}"))
                .isEmpty();
    }

    @Test
    void a_field_that_is_new_is_none() {
        assertThat(difference(
                        "/plans",
                        "{\"items\":[{\"code\":\"a\"}]}",
                        "{\"more\":1,\"items\":[{\"code\":\"a\",\"new\":2}]}"))
                .isEmpty();
    }

    @Test
    void a_changed_value_is_one() {
        assertThat(difference(
                        "/plans",
                        "{\"items\":[{\"code\":\"a\"},{\"code\":\"b\"}]}",
                        "{\"items\":[{\"code\":\"a\"},{\"code\":\"c\"}]}"))
                .hasValue("/plans as reviewer: items[1].code was \"b\" and is \"c\"");
    }

    @Test
    void a_lost_field_is_one() {
        assertThat(difference("/plans", "{\"a\":{\"b\":1}}", "{\"a\":{}}"))
                .hasValue("/plans as reviewer: a.b was 1 and is null");
    }

    @Test
    void a_longer_list_is_one() {
        assertThat(difference("/plans", "{\"a\":[1]}", "{\"a\":[1,2]}"))
                .hasValue("/plans as reviewer: a was [1] and is [1,2]");
    }

    @Test
    void another_order_is_one() {
        assertThat(difference("/plans", "{\"a\":[1,2]}", "{\"a\":[2,1]}")).isPresent();
    }

    @Test
    void a_pack_may_not_gain_a_field_either() {
        assertThat(difference("/plans/p/stocktakes/s/pack", "{\"a\":1}", "{\"a\":1,\"b\":2}"))
                .hasValue("/plans/p/stocktakes/s/pack as reviewer: line 1, character 7 was } and is ,\"b\":2}");
    }

    @Test
    void a_line_of_an_export_is_compared_to_the_byte() {
        assertThat(difference("/audit/export", "{\"a\":1}\n{\"b\":2}\n", "{\"a\":1}\n{\"b\": 2}\n"))
                .hasValueSatisfying(said -> assertThat(said).contains("line 2, character 6"));
        assertThat(difference("/audit/export", "{\"a\":1}\n", "{\"a\":1}"))
                .hasValueSatisfying(said -> assertThat(said).contains("line 2"));
    }

    /** Whatever was saved, another answer in its place is seen. */
    @Test
    void each_saved_answer_counts() {
        for (Asked asked : OldLog.answers()) {
            assertThat(Difference.first(asked, asked.body()))
                    .as(asked.toString())
                    .isEmpty();
            assertThat(Difference.first(asked, "{}")).as(asked.toString()).isPresent();
        }
    }
}
