package org.paptracker.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void is_the_order_in_which_people_count() {
        List<String> codes = List.of(
                "01",
                "1",
                "2",
                "10",
                "10a",
                "99999999999999999998",
                "99999999999999999999",
                "A2",
                "A10",
                "D-2",
                "D-10",
                "M1",
                "M1.2",
                "M1.10",
                "PA3-01.2",
                "PA3-01.10",
                "PA10-01",
                "a1");
        for (int seed = 0; seed < 20; seed++) {
            List<String> mixed = new ArrayList<>(codes);
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(NaturalOrder.OF_TEXTS);
            assertThat(mixed).isEqualTo(codes);
        }
    }

    @Property
    void orders_any_three_texts_and_takes_no_two_for_one(
            @ForAll @StringLength(max = 6) @CharRange(from = '0', to = '2') @Chars({'a', '.', 'B'}) String a,
            @ForAll @StringLength(max = 6) @CharRange(from = '0', to = '2') @Chars({'a', '.', 'B'}) String b,
            @ForAll @StringLength(max = 6) @CharRange(from = '0', to = '2') @Chars({'a', '.', 'B'}) String c) {
        NaturalOrder order = NaturalOrder.OF_TEXTS;
        assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
        assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0)
            assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
    }
}
