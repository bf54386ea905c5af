package org.paptracker.command.redaction;

import static org.paptracker.command.Refused.because;
import static org.paptracker.command.redaction.Examples.*;

import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paptracker.command.GivenContext;
import org.paptracker.command.Scenario;
import org.paptracker.command.platform.axon.ShellFixture;
import org.paptracker.command.platform.axon.StreamChanged;
import org.paptracker.command.platform.rules.Places;
import org.paptracker.command.platform.rules.Places.SameWords;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.redaction.RedactionCommand.DeclineRedaction;
import org.paptracker.command.redaction.RedactionCommand.ProposeRedaction;
import org.paptracker.values.redaction.RedactionGround;

class RedactionAggregateTest {
    private static final Map<String, Object> BY_ONE = Map.of("actor", "governance");
    private static final Map<String, Object> BY_ANOTHER = Map.of("actor", "governance-2");

    private FixtureConfiguration<RedactionAggregate> fixture;

    @BeforeEach
    void withWordsInTheLog() {
        Places places = (position, field) ->
                new SameWords(false, position == 12 && field.equals("details.text") ? PLACES : List.of());
        fixture = ShellFixture.of(
                RedactionAggregate.class,
                plan -> GivenContext.on(Scenario.TODAY).with(places));
    }

    private static ProposeRedaction propose(long position) {
        return new ProposeRedaction(
                PLAN,
                REDACTION,
                position,
                "details.text",
                RedactionGround.THIRD_PARTY_PERSONAL_DATA,
                BASIS,
                null,
                List.of());
    }

    @Test
    void is_proposed_for_words_that_the_log_holds() {
        fixture.givenNoPriorActivity()
                .when(propose(12), BY_ONE)
                .expectEvents(proposed())
                .expectResultMessagePayload(0L);
        fixture.givenNoPriorActivity().when(propose(13), BY_ONE).expectException(because("redaction.words-gone"));
    }

    @Test
    void knows_who_proposed_it_and_where_the_words_are() {
        fixture.givenCommands()
                .andGivenCommands(List.of())
                .when(confirm(TEXT, COPY, EQUAL), BY_ONE)
                .expectException(Unknown.class);
        fixture.given(List.of(proposed()))
                .when(confirm(TEXT, COPY, EQUAL), BY_ANOTHER)
                .expectEvents(confirmed());
    }

    @Test
    void is_refused() {
        fixture.given(proposed())
                .when(new DeclineRedaction(PLAN, REDACTION, REASON), BY_ANOTHER)
                .expectEvents(declined());
    }

    @Test
    void is_not_changed_by_someone_who_saw_an_older_version() {
        fixture.given(proposed(), confirmed())
                .when(new DeclineRedaction(PLAN, REDACTION, REASON), Map.of("expectedVersion", 0L))
                .expectException(StreamChanged.class);
    }
}
