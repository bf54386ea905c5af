package org.paptracker.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.OFFICE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.defined;
import static org.paptracker.query.History.details;
import static org.paptracker.query.History.forecast;
import static org.paptracker.query.History.measured;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.plan;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paptracker.events.ActionEvent.ActionAmended;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.platform.table.SpreadsheetCell;
import org.paptracker.values.ErasableText;
import org.paptracker.values.action.Rating;
import org.paptracker.values.kpi.Direction;
import org.paptracker.values.kpi.Polarity;
import org.paptracker.values.kpi.Reading;

/** Every table that is given as CSV, of a plan with long texts and long lists in it. */
class ExportedTablesTest {
    private static final String NOTE = "=1+1 \"said\"\nŵyl; tŷ, 🎉\t|";

    private static QueryService service;

    @BeforeAll
    static void tell() {
        service = QueryService.shared(ExportedTablesTest.class);
        String[] areas =
                IntStream.range(0, 3_000).mapToObj(i -> "PA3-" + (10_000 + i)).toArray(String[]::new);
        service.append(List.of(plan()), OFFICE);
        service.append(List.of(agreed(ACTION, "PA3"), milestone(ACTION, MILESTONE, "2025-01")), OFFICE);
        service.append(
                List.of(
                        new MilestoneProgressRecorded(
                                PLAN,
                                ACTION,
                                MILESTONE,
                                History.date("2025-02-13"),
                                ErasableText.of(NOTE),
                                50,
                                Rating.ON_TRACK,
                                ErasableText.of("@home"),
                                null,
                                null,
                                null,
                                null,
                                null),
                        forecast("2025-02-13", "2025-07")),
                LEAD);
        service.append(List.of(new ActionAmended(PLAN, ACTION, details("Clear the backlog", areas))), OFFICE);
        service.append(
                List.of(
                        defined("K-1", Polarity.LOWER_IS_BETTER, null),
                        measured("K-1", "2025-01", "News, \"on\" line", Reading.of(Reading.Comparator.LT, "50.5")),
                        measured("K-1", "2025-02", "-Blog", Reading.going(Direction.UP))),
                LEAD);
        service.awaitViews();
    }

    private static List<List<String>> rows(String table) {
        String body = service.getAs("reviewer", "/api/v1/plans/oxfordshire-pap" + table, "Accept", "text/csv")
                .body();
        return CsvReader.builder().ofCsvRecord(body).stream()
                .map(CsvRecord::getFields)
                .toList();
    }

    @Test
    void have_no_cell_that_is_longer_than_a_spreadsheet_takes() {
        for (String table : List.of("/audit", "/exports/progress", "/exports/measurements")) {
            assertThat(rows(table))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(row -> assertThat(row).allMatch(cell -> cell.length() <= SpreadsheetCell.LONGEST));
        }
        String tooLong = rows("/audit").stream()
                .flatMap(List::stream)
                .filter(cell -> cell.contains("too many for a cell"))
                .findFirst()
                .orElseThrow();
        String address = tooLong.substring(tooLong.indexOf("/api/"), tooLong.length() - 1);
        assertThat(service.json(address).path("items").size()).isOne();
        assertThat(service.json(address).toString()).contains("PA3-12999");
    }

    @Test
    void progress_is_given_in_the_columns_of_its_import() {
        assertThat(rows("/exports/progress"))
                .containsExactly(
                        List.of(
                                "action",
                                "milestone",
                                "effectiveOn",
                                "note",
                                "percentComplete",
                                "rating",
                                "forecastDueOn",
                                "soWhat",
                                "howDoWeKnow",
                                "pathToGreen"),
                        List.of(
                                "PA3-01",
                                "PA3-01.1",
                                "2025-02-13",
                                "'" + NOTE,
                                "50",
                                "ON_TRACK",
                                "2025-07",
                                "'@home",
                                "",
                                ""));
    }

    @Test
    void measurements_are_given_in_the_columns_of_their_import() {
        assertThat(rows("/exports/measurements"))
                .containsExactly(
                        List.of(
                                "kpi",
                                "period",
                                "value",
                                "comparator",
                                "direction",
                                "status",
                                "source",
                                "illustrative"),
                        List.of("K-1", "2025-01", "50.5", "LT", "", "PROVISIONAL", "News, \"on\" line", ""),
                        List.of("K-1", "2025-02", "", "", "UP", "PROVISIONAL", "'-Blog", ""));
    }
}
