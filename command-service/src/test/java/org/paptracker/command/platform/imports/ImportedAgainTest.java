package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.axonframework.eventhandling.DomainEventMessage;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.CommandService;
import org.paptracker.events.ActionEvent.DueDateForecast;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.platform.http.WrittenText;
import org.paptracker.platform.table.SpreadsheetCell;
import org.paptracker.values.ErasableText;
import org.paptracker.values.kpi.Reading;
import tools.jackson.databind.JsonNode;

/** What was imported, and is exported and imported once more, says nothing new. */
class ImportedAgainTest {
    private static final List<String> PROGRESS = List.of(
            "action",
            "milestone",
            "effectiveOn",
            "note",
            "percentComplete",
            "rating",
            "forecastDueOn",
            "soWhat",
            "howDoWeKnow",
            "pathToGreen");
    private static final List<String> MEASUREMENTS =
            List.of("kpi", "period", "value", "comparator", "direction", "status", "source", "illustrative");
    private static final List<String> PIECES = List.of(
            "done",
            "=",
            "+",
            "-",
            "@",
            "'",
            "''=",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "  ",
            ",",
            ";",
            "|",
            "ŵyl",
            "tŷ",
            "Café",
            "e\u0301",
            "\u00A0",
            "🎉",
            "👩\u200D👧",
            "❤\uFE0F",
            "’",
            "–",
            "£",
            "_x005F_",
            "sep=;",
            "<b>",
            "&amp;",
            "%",
            "50",
            "#N/B",
            "日本",
            "✓",
            "\\",
            "=1+1",
            "＝",
            "NULL",
            "true",
            "2025-02");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMinSize(0).ofMaxSize(6).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return texts().list().ofSize(3).list().ofMinSize(1).ofMaxSize(5);
    }

    @Property(tries = 300)
    void a_table_is_the_same_after_it_was_written_and_read(
            @ForAll("tables") List<List<String>> table, @ForAll Separator separator, @ForAll Encoding encoding)
            throws IOException {
        List<List<String>> imported = cells(csv(table, separator, encoding));
        assertThat(cells(csv(imported, separator, encoding))).isEqualTo(imported);
        List<List<String>> fromXlsx = cells(XlsxFile.rows(xlsx(imported)));
        assertThat(fromXlsx.stream().map(ImportedAgainTest::unescaped).toList())
                .isEqualTo(imported.stream().map(ImportedAgainTest::unescaped).toList());
    }

    @Property(tries = 25)
    void progress_says_nothing_new(
            @ForAll("texts") String note, @ForAll("texts") String soWhat, @ForAll("texts") String pathToGreen) {
        String action = CommandService.shared().action();
        String plan = action.substring(0, action.indexOf("/actions"));
        List<String> row = List.of(
                "PA3-01", "PA3-01.1", "2025-02", "Said " + note, "50", "ON_TRACK", "2025-Q3", soWhat, "", pathToGreen);
        if (!isTaken(plan, PROGRESS, row)) return;
        assertUnchanged(plan, PROGRESS, recordedProgress(plan));
    }

    @Property(tries = 25)
    void measurements_say_nothing_new(
            @ForAll("texts") String source, @ForAll Reading.Comparator comparator, @ForAll("values") String value) {
        String plan = CommandService.shared().plan();
        CommandService.shared()
                .put(
                        "office",
                        plan + "/kpis/waits",
                        "{\"title\": \"Waits\", \"unit\": \"weeks\", \"polarity\": \"LOWER_IS_BETTER\", \"themes\":"
                                + " [\"T1\"]}")
                .is(201);
        List<String> row = List.of("waits", "2025-01", value, comparator.name(), "", "FINAL", "News " + source, "true");
        if (!isTaken(plan, MEASUREMENTS, row)) return;
        assertUnchanged(plan, MEASUREMENTS, recordedFigure(plan));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("0", "44", "44.0", "0.5", "-3", "1200", "66.67");
    }

    /** Some texts are refused, such as one that is a line by its kind and holds two; that is no part of the law. */
    private static boolean isTaken(String plan, List<String> headings, List<String> row) {
        JsonNode answer = send(plan + "/imports?partial=true", headings, row);
        boolean isTaken = answer.path("accepted").asInt() == 1;
        Statistics.label("taken")
                .collect(isTaken)
                .coverage(taken -> taken.check(true).percentage(share -> share > 50));
        return isTaken;
    }

    private static void assertUnchanged(String plan, List<String> headings, List<String> row) {
        JsonNode answer = send(plan + "/imports?dryRun=true", headings, row);
        assertThat(answer.path("unchanged").asInt()).as("%s: %s", row, answer).isOne();
    }

    private static JsonNode send(String path, List<String> headings, List<String> row) {
        byte[] file = write(List.of(headings, row), ',').getBytes(StandardCharsets.UTF_8);
        return CommandService.shared()
                .upload("office", path, "text/csv", file)
                .is(200)
                .json();
    }

    private static List<String> recordedProgress(String plan) {
        MilestoneProgressRecorded said = last(plan, "action", "PA3-01", MilestoneProgressRecorded.class);
        DueDateForecast forecast = last(plan, "action", "PA3-01", DueDateForecast.class);
        return row(
                said.action(),
                said.milestone(),
                said.effectiveOn(),
                ErasableText.shown(said.note()),
                said.percentComplete(),
                said.rating(),
                forecast.forecastDueOn(),
                ErasableText.shown(said.soWhat()),
                ErasableText.shown(said.howDoWeKnow()),
                ErasableText.shown(said.pathToGreen()));
    }

    private static List<String> recordedFigure(String plan) {
        MeasurementRecorded said = last(plan, "kpi", "waits", MeasurementRecorded.class);
        Reading reading = said.reading();
        return row(
                said.kpi(),
                said.period(),
                Objects.requireNonNull(reading.value()).toPlainString(),
                reading.comparator(),
                reading.direction(),
                said.status(),
                said.source(),
                said.illustrative());
    }

    private static List<String> row(@Nullable Object... values) {
        return Stream.of(values).map(value -> Objects.toString(value, "")).toList();
    }

    private static <E> E last(String plan, String family, String code, Class<E> type) {
        List<E> events =
                CommandService.shared().stream(family + ":" + plan.substring("/api/v1/plans/".length()) + "/" + code)
                        .stream()
                        .map(DomainEventMessage::getPayload)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList();
        return events.get(events.size() - 1);
    }

    enum Separator {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t'),
        BAR('|');

        private final char character;

        Separator(char character) {
            this.character = character;
        }
    }

    enum Encoding {
        PLAIN(StandardCharsets.UTF_8, ""),
        MARKED(StandardCharsets.UTF_8, "\uFEFF"),
        UNICODE_TEXT(StandardCharsets.UTF_16LE, "\uFEFF");

        private final Charset charset;
        private final String mark;

        Encoding(Charset charset, String mark) {
            this.charset = charset;
            this.mark = mark;
        }
    }

    private static List<TableRow> csv(List<List<String>> table, Separator separator, Encoding encoding) {
        List<List<String>> headed = new ArrayList<>(List.of(List.of("a", "b", "c")));
        headed.addAll(table);
        List<TableRow> rows = new ArrayList<>();
        CsvTable.read((encoding.mark + write(headed, separator.character)).getBytes(encoding.charset), rows::add);
        return rows.subList(1, rows.size());
    }

    /** As exports do. */
    private static String write(List<List<String>> table, char separator) {
        StringWriter text = new StringWriter();
        CsvWriter csv =
                CsvWriter.builder().fieldSeparator(separator).bufferSize(0).build(text);
        table.forEach(row -> csv.writeRecord(
                row.stream().map(cell -> SpreadsheetCell.of(cell, "")).toList()));
        return text.toString();
    }

    private static byte[] xlsx(List<List<String>> table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("table");
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < table.get(row).size(); column++) {
                    sheet.value(row, column, SpreadsheetCell.of(table.get(row).get(column), ""));
                }
            }
        }
        return bytes.toByteArray();
    }

    /** The writer of XLSX escapes nothing, so what looks like an escape is one. */
    private static List<String> unescaped(List<String> row) {
        return row.stream().map(XlsxXml::unescaped).toList();
    }

    /** As they are recorded, with rows of nothing left out, as an import does. */
    private static List<List<String>> cells(List<TableRow> rows) {
        return rows.stream()
                .filter(row -> !row.isBlank())
                .map(row -> Stream.of(row.cell(0), row.cell(1), row.cell(2))
                        .map(WrittenText::normal)
                        .collect(Collectors.toList()))
                .toList();
    }
}
