package org.paptracker.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.paptracker.command.platform.rules.TwoPeople;

class TwoPeopleTableTest {
    private static final String HEAD = """
            | a person who | never | recorded as | refused with |
            |---|---|---|---|
            """;

    @Test
    void the_document_shows_the_whole_table_as_it_is_kept() {
        String table =
                Arrays.stream(TwoPeople.values()).map(TwoPeople::row).collect(Collectors.joining("\n", HEAD, "\n"));

        assertThat(AccessTable.documented("What no role gets around"))
                .as("docs/access.md should hold this table:\n%s", table)
                .isEqualTo(table);
    }
}
