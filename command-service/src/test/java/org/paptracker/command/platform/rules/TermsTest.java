package org.paptracker.command.platform.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paptracker.values.plan.AreaCode;

class TermsTest {
    private static final AreaCode PA1 = new AreaCode("PA1");
    private static final AreaCode PA2 = new AreaCode("PA2");

    @Test
    void of_the_plan_pass() {
        Terms.requireTerms("voice", "area", List.of(PA1), Set.of(PA1, PA2));
        Terms.requireTerms("voice", "area", List.<AreaCode>of(), Set.of());
    }

    @Test
    void that_the_plan_does_not_have_are_refused_by_name() {
        assertThatThrownBy(() -> Terms.requireTerms("voice", "area", List.of(PA2, PA1), Set.of(PA1)))
                .isInstanceOf(RuleBroken.class)
                .hasFieldOrPropertyWithValue("code", "voice.unknown-area")
                .hasMessage("The plan has no area PA2. It has PA1: name one of these, or amend the plan first.");
        assertThatThrownBy(() -> Terms.requireTerms("voice", "area", List.of(PA2), Set.<AreaCode>of()))
                .hasMessage("The plan has no area PA2. It has none yet: amend the plan first.");
    }
}
