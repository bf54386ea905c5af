package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.paptracker.command.CommandService;
import org.paptracker.command.CommandService.Answer;
import org.paptracker.events.ActionEvent.MilestoneProgressRecorded;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.log.LogMetadata;
import org.paptracker.values.London;
import org.paptracker.values.kpi.Reading;
import tools.jackson.databind.JsonNode;

class ImportApiTest {
    private static final String HEADINGS = "action,milestone,effectiveOn,note,percentComplete,rating,forecastDueOn\n";
    private static final String GOOD = "PA3-01,PA3-01.1,2025-02-13,Half done,50,ON_TRACK,2025-07\n";
    private static final String LATER = "PA3-01,PA3-01.1,2025-02-20,Nearly done,90,ON_TRACK,\n";
    private static final String UNKNOWN = "PA3-01,PA3-01.9,2025-02-13,Half done,50,ON_TRACK,\n";

    private final CommandService service = CommandService.shared();

    @Test
    void records_every_row_in_one_commit_and_says_so() {
        String plan = planWithAction();
        long before = service.position();
        Answer answer = csv(plan + "/imports", HEADINGS + GOOD + LATER, "X-Source", "Return of March.csv")
                .is(200);
        JsonNode body = answer.json();
        assertThat(body.path("kind").asString()).isEqualTo("progress");
        assertThat(body.path("rows").asInt()).isEqualTo(2);
        assertThat(body.path("accepted").asInt()).isEqualTo(2);
        assertThat(body.path("recorded").asBoolean()).isTrue();
        assertThat(body.path("errors")).isEmpty();
        // started, progress, forecast, progress
        assertThat(body.path("position").asLong()).isEqualTo(before + 4);
        assertThat(answer.header("X-Log-Position")).isEqualTo(Long.toString(before + 4));
        assertThat(commitsAfter(before)).isOne();
        assertThat(progress(plan)).containsExactly(50, 90);
    }

    @Test
    void each_event_says_from_which_line_of_what_it_was_taken() {
        String plan = planWithAction();
        csv(plan + "/imports", HEADINGS + "\n" + GOOD, "X-Source", "Return of March.csv")
                .is(200);
        csv(plan + "/imports", HEADINGS + LATER).is(200);
        assertThat(events(plan).stream()
                        .map(event ->
                                LogMetadata.provenance(event.getMetaData()).source()))
                .contains("Return of March.csv, line 3", "import, line 2");
        assertThat(events(plan).stream().map(event -> event.getMetaData().get("source")))
                .as("one name for all lines, so that it can be removed from all of them at once")
                .contains("Return of March.csv")
                .doesNotContain("Return of March.csv, line 3");
    }

    @Test
    void one_bad_row_and_nothing_is_recorded() {
        String plan = planWithAction();
        long before = service.position();
        Answer answer =
                csv(plan + "/imports", HEADINGS + GOOD + UNKNOWN + LATER).is(409, "import.rows-refused");
        assertThat(service.position()).isEqualTo(before);
        assertThat(answer.json().path("detail").asString()).contains("1 of 3 rows");
        JsonNode error = answer.json().path("errors").path(0);
        assertThat(error.path("line").asInt()).isEqualTo(3);
        assertThat(error.path("code").asString()).isEqualTo("milestone.unknown");
        assertThat(error.path("message").asString()).contains("PA3-01.9");
        assertThat(error.has("field")).isFalse();
        // and what was read for it has left nothing behind
        csv(plan + "/imports", HEADINGS + LATER).is(200);
        assertThat(progress(plan)).containsExactly(90);
    }

    @Test
    void partial_records_the_rest_in_one_commit() {
        String plan = planWithAction();
        long before = service.position();
        JsonNode body = csv(plan + "/imports?partial=true", HEADINGS + GOOD + UNKNOWN + LATER)
                .is(200)
                .json();
        assertThat(body.path("accepted").asInt()).isEqualTo(2);
        assertThat(body.path("refused").asInt()).isEqualTo(1);
        assertThat(body.path("recorded").asBoolean()).isTrue();
        assertThat(body.path("errors").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(commitsAfter(before)).isOne();
        assertThat(progress(plan)).containsExactly(50, 90);
    }

    @Test
    void a_dry_run_says_what_would_become_of_each_row_and_records_nothing() {
        String plan = planWithAction();
        long before = service.position();
        JsonNode body = csv(plan + "/imports?dryRun=true", HEADINGS + GOOD + GOOD + UNKNOWN + LATER)
                .is(200)
                .json();
        assertThat(body.path("dryRun").asBoolean()).isTrue();
        assertThat(body.path("recorded").asBoolean()).isFalse();
        assertThat(body.path("accepted").asInt()).isEqualTo(2);
        assertThat(body.path("unchanged").asInt()).isEqualTo(1);
        assertThat(body.path("refused").asInt()).isEqualTo(1);
        assertThat(body.path("errorCount").asInt()).isEqualTo(1);
        csv(plan + "/imports?dryRun=true", HEADINGS + GOOD).is(200);
        assertThat(service.position()).isEqualTo(before);
        assertThat(progress(plan)).isEmpty();
    }

    @Test
    void a_row_is_judged_on_what_those_before_it_have_left() {
        String plan = planWithAction();
        JsonNode body = csv(plan + "/imports", HEADINGS + GOOD + GOOD).is(200).json();
        assertThat(body.path("accepted").asInt()).isEqualTo(1);
        assertThat(body.path("unchanged").asInt()).isEqualTo(1);
        assertThat(progress(plan)).containsExactly(50);
    }

    @Test
    void what_is_so_already_records_nothing() {
        String plan = planWithAction();
        csv(plan + "/imports", HEADINGS + GOOD).is(200);
        long before = service.position();
        JsonNode body = csv(plan + "/imports", HEADINGS + GOOD).is(200).json();
        assertThat(body.path("recorded").asBoolean()).isFalse();
        assertThat(body.path("unchanged").asInt()).isEqualTo(1);
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void every_wrong_cell_of_every_row_is_named() {
        String plan = planWithAction();
        Answer answer = csv(plan + "/imports", """
            Action, MILESTONE ,note,percentComplete,rating,effectiveOn,
            PA 3,,,x,GREEN,13/02/2025,

            PA3-01,PA3-01.1,#REF!,70.5,ON_TRACK,2025-02-13,stray
            PA3-01,PA3-01.1,ok,170,ON_TRACK,2025-02-13,
            """).is(409, "import.rows-refused");
        assertThat(answer.json().path("refused").asInt()).isEqualTo(3);
        assertThat(answer.json().path("errorCount").asInt())
                .isEqualTo(answer.json().path("errors").size());
        List<String> errors = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> errors.add(error.path("line").asInt() + " "
                        + error.path("field").asString("") + " "
                        + error.path("code").asString()));
        assertThat(errors)
                .containsExactly(
                        "2 action request.invalid-value",
                        "2 milestone request.missing-field",
                        "2 note request.missing-field",
                        "2 percentComplete request.wrong-type",
                        "2 rating request.unknown-code",
                        "2 effectiveOn request.invalid-date",
                        "4 note request.invalid-value",
                        "4 percentComplete request.wrong-type",
                        "4 column 7 request.unknown-field",
                        "5  milestone.percent-out-of-range");
    }

    @Test
    void headings_that_are_unknown_missing_or_doubled_are_named() {
        String imports = planWithAction() + "/imports";
        assertThat(detail(csv(imports, "colour,size\n1,2\n").is(400, "import.unknown-column")))
                .contains("progress")
                .contains("measurements");
        assertThat(detail(
                        csv(imports, "action,milestone,note,colour\n1,2,3,4\n").is(400, "import.unknown-column")))
                .contains("colour");
        assertThat(detail(csv(imports, "action,percentComplete\n1,2\n").is(400, "import.missing-column")))
                .contains("milestone, note");
        assertThat(detail(csv(imports, "action,milestone,note,Note\n1,2,3,4\n").is(400, "import.doubled-column")))
                .contains("note");
        csv(imports, "").is(400, "import.unreadable");
        csv(imports, HEADINGS).is(400, "import.unreadable");
        service.upload("lead-t1", imports, ImportApi.XLSX, new byte[] {1, 2}).is(400, "import.unreadable");
    }

    @Test
    void dates_in_tables_are_of_the_years_of_a_plan() {
        String plan = service.plan();
        service.put(
                        "office",
                        plan + "/kpis/waits",
                        "{\"title\": \"Waits\", \"unit\": \"weeks\", \"polarity\": \"LOWER_IS_BETTER\", \"themes\":"
                                + " [\"T1\"]}")
                .is(201);
        for (String period : List.of("0000", "1989-12", "9999-12-31")) {
            csv(
                            plan + "/imports",
                            "kpi;period;value;comparator;status;source\nwaits;" + period + ";67;EQ;FINAL;Dashboard\n")
                    .is(409, "import.rows-refused");
        }
    }

    @Test
    void a_row_that_can_mean_a_month_or_a_year_is_asked_about_and_a_final_figure_waits_for_the_end() {
        String plan = service.plan();
        service.put(
                        "office",
                        plan + "/kpis/waits",
                        "{\"title\": \"Waits\", \"unit\": \"weeks\", \"polarity\": \"LOWER_IS_BETTER\", \"themes\":"
                                + " [\"T1\"]}")
                .is(201);
        int year = LocalDate.now(London.ZONE).getYear();
        JsonNode errors = csv(
                        plan + "/imports",
                        "kpi;period;value;comparator;status;source\nwaits;2011-12;67;EQ;FINAL;Dashboard\nwaits;" + year
                                + ";67;EQ;FINAL;Dashboard\n")
                .is(409, "import.rows-refused")
                .json()
                .path("errors");
        assertThat(errors.path(0).path("code").asString()).isEqualTo("request.month-or-years");
        assertThat(errors.path(0).path("field").asString()).isEqualTo("period");
        assertThat(errors.path(0).path("message").asString()).contains("2011-M12", "2011-12FY", "2011-12AY");
        assertThat(errors.path(1).path("code").asString()).isEqualTo("kpi.period-not-over");
        assertThat(errors.path(1).path("line").asInt()).isEqualTo(3);
        csv(
                        plan + "/imports",
                        "kpi;period;value;comparator;status;source\nwaits;2011-M12;67;EQ;FINAL;Dashboard\n"
                                + "waits;2011-12AY;67;EQ;FINAL;Dashboard\nwaits;" + year
                                + ";67;EQ;PROVISIONAL;Dashboard\n")
                .is(200);
        csv(planWithAction() + "/imports", HEADINGS + GOOD.replace("2025-02-13", "2011-12"))
                .is(409, "import.rows-refused");
    }

    @Test
    void only_csv_and_xlsx_are_taken() {
        String imports = planWithAction() + "/imports";
        service.post("lead-t1", imports, "{}").is(415, "request.unsupported-media-type");
        service.upload("lead-t1", imports, "application/vnd.ms-excel", new byte[] {1})
                .is(415, "request.unsupported-media-type");
    }

    @Test
    void measurements_come_in_through_the_same_checks_as_one_by_one() {
        String plan = service.plan();
        service.put(
                        "office",
                        plan + "/kpis/waits",
                        "{\"title\": \"Waits\", \"unit\": \"weeks\", \"polarity\": \"LOWER_IS_BETTER\", \"themes\":"
                                + " [\"T1\"]}")
                .is(201);
        String headings = "kpi;period;value;comparator;direction;status;source;illustrative\n";
        csv(
                        plan + "/imports",
                        headings + "waits;2025-01;67;EQ;;FINAL;Dashboard;\n"
                                + "waits;2024-25AY;;;UP;PROVISIONAL;Board;true\n")
                .is(200);
        List<MeasurementRecorded> figures = service.stream("kpi:" + plan.substring(14) + "/waits").stream()
                .map(DomainEventMessage::getPayload)
                .filter(MeasurementRecorded.class::isInstance)
                .map(MeasurementRecorded.class::cast)
                .toList();
        assertThat(figures).hasSize(2);
        assertThat(figures.get(0).reading()).isEqualTo(Reading.exactly("67"));
        assertThat(figures.get(1).illustrative()).isTrue();
        JsonNode errors = csv(
                        plan + "/imports",
                        headings + "waits;2025-01;70;EQ;;FINAL;Dashboard;\n" + "waits;2025-02;70;;;FINAL;Dashboard;\n"
                                + "waits;2025-02;;;;FINAL;Dashboard;\n" + "waits;January;1;EQ;;FINAL;Dashboard;\n")
                .is(409, "import.rows-refused")
                .json()
                .path("errors");
        assertThat(errors.path(0).path("code").asString()).isEqualTo("kpi.revise-instead");
        assertThat(errors.path(1).path("field").asString()).isEqualTo("value");
        assertThat(errors.path(2).path("code").asString()).isEqualTo("request.missing-field");
        assertThat(errors.path(3).path("field").asString()).isEqualTo("period");
        assertThat(errors.size()).isEqualTo(4);
    }

    @Test
    void a_spreadsheet_is_taken_as_it_is_shown() throws Exception {
        String plan = planWithAction();
        byte[] file = XlsxTableTest.workbook(sheet -> {
            List<String> headings =
                    List.of("Action", "Milestone", "Note", "PercentComplete", "EffectiveOn", "ForecastDueOn");
            for (int i = 0; i < headings.size(); i++) sheet.value(0, i, headings.get(i));
            sheet.value(2, 0, "PA3-01");
            sheet.value(2, 1, "PA3-01.1");
            sheet.value(2, 2, "'=Said in the chair's words");
            sheet.value(2, 3, 0.7);
            sheet.style(2, 3).format("0%").set();
            sheet.value(2, 4, LocalDate.of(2025, 2, 13));
            sheet.style(2, 4).format("dd/mm/yyyy").set();
            sheet.value(2, 5, LocalDate.of(2025, 4, 1));
            sheet.style(2, 5).format("mmm-yy").set();
        });
        service.upload("lead-t1", plan + "/imports", ImportApi.XLSX, file).is(200);
        MilestoneProgressRecorded said = recorded(plan).get(0);
        assertThat(said.percentComplete()).isEqualTo(70);
        assertThat(said.effectiveOn().toString()).isEqualTo("2025-02-13");
        assertThat(said.note().text()).isEqualTo("=Said in the chair's words");
        assertThat(events(plan).toString()).contains("2025-04");
    }

    @Test
    void a_code_is_taken_as_its_cell_shows_it() throws Exception {
        String plan = planWithAction();
        for (String format : List.of("0.00", "0.0\"0\"")) {
            JsonNode error = progress(plan, 1.1, format, null, null)
                    .is(409, "import.rows-refused")
                    .json()
                    .path("errors")
                    .path(0);
            assertThat(error.path("message").asString()).contains("1.10");
        }
        JsonNode date = progress(plan, 45931, "d-mmm", null, null)
                .is(409, "import.rows-refused")
                .json()
                .path("errors")
                .path(0);
        assertThat(date.path("code").asString()).isEqualTo("import.unclear-cell");
        assertThat(date.path("field").asString()).isEqualTo("milestone");
        assertThat(date.path("message").asString()).contains("cell B2", "2025-10-01");
        assertThat(progress(plan)).isEmpty();
    }

    @Test
    void one_beside_cells_in_per_cent_is_asked_about_with_both_cells() throws Exception {
        String plan = planWithAction();
        JsonNode error = progress(plan, null, null, 1, 0.5)
                .is(409, "import.rows-refused")
                .json()
                .path("errors")
                .path(0);
        assertThat(error.path("code").asString()).isEqualTo("import.unclear-percent");
        assertThat(error.path("line").asInt()).isEqualTo(2);
        assertThat(error.path("field").asString()).isEqualTo("percentComplete");
        assertThat(error.path("message").asString()).contains("cell D2 says 1 ", "cell D3 says 50%");
        String row = "PA3-01,PA3-01.1,2025-02-%d,Said,%s,ON_TRACK,\n";
        for (List<String> mixed : List.of(List.of("1", "50%"), List.of("50%", "44"), List.of("1", "0.5"))) {
            String table = HEADINGS + row.formatted(13, mixed.get(0)) + row.formatted(14, mixed.get(1));
            JsonNode refused =
                    csv(plan + "/imports", table).is(409, "import.rows-refused").json();
            assertThat(refused.path("errors").path(0).path("code").asString()).isEqualTo("import.unclear-percent");
        }
        assertThat(progress(plan)).isEmpty();
        csv(plan + "/imports", HEADINGS + row.formatted(13, "0") + row.formatted(14, "50%"))
                .is(200);
        csv(plan + "/imports", HEADINGS + row.formatted(15, "1") + row.formatted(16, "44"))
                .is(200);
        assertThat(progress(plan)).containsExactly(0, 50, 1, 44);
    }

    @Test
    void figures_of_one_kpi_are_all_in_per_cent_or_none() {
        String plan = planWithKpis("waits", "backlog");
        String table = """
                kpi,period,value,comparator,status,source
                waits,2025-01,44%,EQ,FINAL,Board
                backlog,2025-01,250,EQ,FINAL,Board
                """;
        csv(plan + "/imports?dryRun=true", table).is(200);
        JsonNode refused = csv(plan + "/imports", table + "waits,2025-02,0.5,EQ,FINAL,Board\n")
                .is(409, "import.rows-refused")
                .json();
        assertThat(refused.path("errors").size()).isOne();
        assertThat(refused.path("errors").path(0).path("message").asString()).contains("cell C4", "cell C2");
    }

    @Test
    void a_figure_is_taken_as_shown_and_what_the_cell_holds_is_in_the_answer_and_in_the_log() throws Exception {
        String plan = planWithKpis("waits");
        byte[] file = XlsxTableTest.workbook(sheet -> {
            List<String> headings = List.of("kpi", "period", "value", "comparator", "status", "source");
            for (int i = 0; i < headings.size(); i++) sheet.value(0, i, headings.get(i));
            for (int row = 1; row <= 3; row++) {
                List<String> cells = List.of("waits", "2025-0" + row, "", "EQ", "FINAL", "Board");
                for (int i = 0; i < cells.size(); i++) sheet.value(row, i, cells.get(i));
            }
            sheet.value(1, 2, 63.7);
            sheet.value(2, 2, 200.0 / 3);
            sheet.value(3, 2, 2.0 / 3);
            sheet.style(3, 2).format("0.0%").set();
        });
        // The first two are not in per cent, beside one that is.
        JsonNode asked = service.upload("office", plan + "/imports?partial=true", ImportApi.XLSX, file)
                .is(200)
                .json();
        assertThat(asked.path("refused").asInt()).isEqualTo(2);
        assertThat(asked.path("notes").path(0).path("line").asInt()).isEqualTo(4);
        assertThat(asked.path("notes").path(0).path("field").asString()).isEqualTo("value");
        assertThat(asked.path("notes").path(0).path("message").asString())
                .contains("cell C4 holds 0.6666666666666666", "shows 66.7%", "66.7 was taken");
        assertThat(service.stream("kpi:" + plan.substring(14) + "/waits").stream()
                        .map(event -> String.valueOf(
                                LogMetadata.provenance(event.getMetaData()).source())))
                .anyMatch(source -> source.contains("line 4 (cell C4 holds 0.6666666666666666"));
    }

    @Test
    void zeros_behind_a_figure_are_no_digits_in_tables_and_in_json() {
        String plan = planWithKpis("waits");
        String headings = "kpi,period,value,comparator,status,source\n";
        JsonNode body = csv(
                        plan + "/imports",
                        headings + "waits,2025-01,63.700000000000,EQ,FINAL,Board\n"
                                + "waits,2025-02,66.666666666666671,EQ,FINAL,Board\n")
                .is(200)
                .json();
        assertThat(body.path("notes").size()).isOne();
        assertThat(body.path("notes").path(0).path("message").asString())
                .contains("cell C3 holds 66.666666666666671", "66.6666666667 was taken");
        service.put(
                        "office",
                        plan + "/kpis/waits/measurements/2025-03",
                        "{\"reading\": {\"comparator\": \"EQ\", \"value\": 63.700000000000}, \"status\": \"FINAL\","
                                + " \"source\": \"Board\"}")
                .is(201);
    }

    private String planWithKpis(String... kpis) {
        String plan = service.plan();
        for (String kpi : kpis) {
            service.put(
                            "office",
                            plan + "/kpis/" + kpi,
                            "{\"title\": \"%s\", \"unit\": \"weeks\", \"polarity\": \"LOWER_IS_BETTER\", \"themes\": [\"T1\"]}"
                                    .formatted(kpi))
                    .is(201);
        }
        return plan;
    }

    /** Two rows: with a number as their milestone if there is one, with numbers in general and in per cent format else. */
    private Answer progress(
            String plan,
            @Nullable Number milestone,
            @Nullable String format,
            @Nullable Number general,
            @Nullable Number perCent)
            throws Exception {
        byte[] file = XlsxTableTest.workbook(sheet -> {
            List<String> headings = List.of("action", "milestone", "note", "percentComplete", "effectiveOn");
            for (int i = 0; i < headings.size(); i++) sheet.value(0, i, headings.get(i));
            for (int row = 1; row <= 2; row++) {
                List<String> cells = List.of("PA3-01", "PA3-01.1", "Said", "", "2025-02-1" + row);
                for (int i = 0; i < cells.size(); i++) if (i != 3) sheet.value(row, i, cells.get(i));
            }
            if (milestone != null) {
                sheet.value(1, 1, milestone);
                sheet.style(1, 1).format(String.valueOf(format)).set();
            }
            if (general != null) sheet.value(1, 3, general);
            if (perCent != null) {
                sheet.value(2, 3, perCent);
                sheet.style(2, 3).format("0%").set();
            }
        });
        return service.upload("lead-t1", plan + "/imports", ImportApi.XLSX, file);
    }

    @Test
    void what_a_spreadsheet_shows_as_a_line_break_is_recorded_as_one() {
        String plan = planWithAction();
        String row = "<row r='1'><c r='A1' t='str'><v>action</v></c><c r='B1' t='str'><v>mile_x000D_\nstone</v></c>"
                + "<c r='C1' t='str'><v>note</v></c></row><row r='2'><c r='A2' t='str'><v>PA3-01\u00A0</v></c>"
                + "<c r='B2' t='str'><v>PA3-01.1</v></c><c r='C2' t='str'><v>Half_x000D_\ndone</v></c></row>";
        byte[] file = XlsxFile.of(row).bytes();
        service.upload("lead-t1", plan + "/imports", ImportApi.XLSX.toUpperCase(Locale.ROOT), file)
                .is(200);
        assertThat(recorded(plan).get(0).note().text()).isEqualTo("Half\ndone");
    }

    @Test
    void letters_that_were_misread_and_characters_that_nobody_sees_are_named_with_their_cell() {
        String plan = planWithAction();
        JsonNode errors = csv(
                        plan + "/imports",
                        "action,milestone,note\nPA3-01,PA3-01.1,at the Caf\u00C3\u00A9\nPA3\u200B-01,PA3-01.1,x\n")
                .is(409, "import.rows-refused")
                .json()
                .path("errors");
        assertThat(errors.path(0).path("field").asString()).isEqualTo("note");
        assertThat(errors.path(0).path("message").asString()).contains("\"\u00C3\u00A9\" where \"\u00e9\" is meant");
        assertThat(errors.path(1).path("field").asString()).isEqualTo("action");
        assertThat(errors.path(1).path("message").asString()).contains("U+200B zero width space");
    }

    @Test
    void a_label_of_another_encoding_is_refused_with_its_name() {
        String imports = planWithAction() + "/imports";
        byte[] table = bytes(HEADINGS + GOOD.replace("Half", "Caf\u00e9"));
        for (String charset : List.of("ISO-8859-1", "windows-1252", "\"utf-16\"", "utf-8; charset=latin1")) {
            assertThat(detail(service.upload("lead-t1", imports, "text/csv; charset=" + charset, table)
                            .is(415, "request.unsupported-media-type")))
                    .contains("charset=", "only UTF-8");
        }
        assertThat(detail(service.upload(
                                "governance",
                                "/api/v1/redactions",
                                "application/json; charset=ISO-8859-1",
                                bytes("{\"reason\": \"Caf\u00e9\"}"))
                        .is(415, "request.unsupported-media-type")))
                .contains("charset=ISO-8859-1");
        service.upload("lead-t1", imports, "text/csv; header=present; charset=\"UTF-8\"", table)
                .is(200);
    }

    @Test
    void a_repeat_under_the_same_key_is_answered_as_the_first_time() {
        String plan = planWithAction();
        String table = HEADINGS + GOOD + GOOD + LATER;
        Answer first =
                csv(plan + "/imports", table, "Idempotency-Key", plan + "-1").is(200);
        csv(plan + "/imports", HEADINGS + "PA3-01,PA3-01.1,2025-02-21,More,95,ON_TRACK,\n")
                .is(200);
        long before = service.position();
        Answer again =
                csv(plan + "/imports", table, "Idempotency-Key", plan + "-1").is(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("X-Log-Position")).isEqualTo(first.header("X-Log-Position"));
        assertThat(service.position()).isEqualTo(before);
        csv(plan + "/imports", HEADINGS + GOOD, "Idempotency-Key", plan + "-1").is(422, "request.key-reused");
        csv(plan + "/imports?partial=true", table, "Idempotency-Key", plan + "-1")
                .is(422, "request.key-reused");
    }

    @Test
    void a_repeat_of_a_partial_one_says_what_was_recorded_and_not_what_the_log_does_not_know() {
        String imports = planWithAction() + "/imports?partial=true";
        String table = HEADINGS + GOOD + UNKNOWN;
        Answer first = csv(imports, table, "Idempotency-Key", imports).is(200);
        JsonNode again = csv(imports, table, "Idempotency-Key", imports).is(200).json();
        assertThat(again.path("accepted").asInt()).isEqualTo(1);
        assertThat(again.path("position")).isEqualTo(first.json().path("position"));
        assertThat(again.has("refused")).isFalse();
    }

    @Test
    void a_dry_run_does_not_use_up_a_key() {
        String plan = planWithAction();
        csv(plan + "/imports?dryRun=true", HEADINGS + GOOD, "Idempotency-Key", plan)
                .is(200);
        JsonNode real = csv(plan + "/imports", HEADINGS + GOOD, "Idempotency-Key", plan)
                .is(200)
                .json();
        assertThat(real.path("recorded").asBoolean()).isTrue();
    }

    @Test
    void expects_no_version_and_a_plan_that_there_is() {
        csv(planWithAction() + "/imports", HEADINGS + GOOD, "If-Match", "\"1\"").is(400, "request.invalid-value");
        csv("/api/v1/plans/nowhere/imports", HEADINGS + GOOD).is(404, "plan.unknown");
    }

    @Test
    void a_caller_who_cannot_import_gets_no_template_either() {
        String plan = planWithAction();
        service.upload("reviewer", plan + "/imports", "text/csv", bytes(HEADINGS + GOOD))
                .is(403, "request.forbidden");
        service.upload("metrics", plan + "/imports", "text/csv", bytes(HEADINGS + GOOD))
                .is(403, "request.forbidden");
        service.send("GET", "reviewer", plan + "/imports/template?kind=progress", "")
                .is(403, "request.forbidden");
        service.get(plan + "/imports/template?kind=progress").is(401, "request.unauthenticated");
        service.send("GET", "lead-t1", "/api/v1/plans/nowhere/imports/template?kind=progress", "")
                .is(404, "plan.unknown");
        service.send("GET", "lead-t1", plan + "/imports/template?kind=risks", "")
                .is(400, "request.invalid-value");
        service.send("GET", "lead-t1", plan + "/imports/template", "").is(400, "request.invalid-value");
    }

    @Test
    void a_template_has_the_headings_and_nothing_invented_and_comes_back_as_a_table() {
        String plan = planWithAction();
        HttpResponse<byte[]> csv = service.download("lead-t1", plan + "/imports/template?kind=progress&format=csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("progress.csv");
        assertThat(new String(csv.body(), StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        "action,milestone,effectiveOn,note,percentComplete,rating,forecastDueOn,soWhat,howDoWeKnow,pathToGreen");
        for (String kind : List.of("progress", "measurements")) {
            byte[] xlsx = service.download("lead-t1", plan + "/imports/template?format=xlsx&kind=" + kind)
                    .body();
            List<TableRow> rows = new ArrayList<>();
            XlsxTable.read(xlsx, rows::add);
            assertThat(rows).hasSize(1);
            assertThat(detail(service.upload("lead-t1", plan + "/imports", ImportApi.XLSX, xlsx)
                            .is(400, "import.unreadable")))
                    .contains("nothing below");
        }
    }

    @Test
    void too_many_rows_or_bytes_are_refused() {
        String imports = planWithAction() + "/imports?dryRun=true";
        String row = "a,b,n\n";
        csv(imports, "action,milestone,note\n" + row.repeat(Import.MOST_ROWS)).is(200);
        csv(imports, "action,milestone,note\n" + row.repeat(Import.MOST_ROWS + 1))
                .is(413, "import.too-large");
        csv(imports, "x".repeat(ImportApi.Limit.MOST_BYTES + 1)).is(413, "request.too-large");
    }

    @Test
    void every_row_is_judged_even_if_there_are_more_than_can_be_recorded_at_once() {
        String plan = planWithAction();
        long before = service.position();
        String right = "PA3-01,PA3-01.1,2025-02-13,Said,50,,\n";
        String wrong = "PA3-01,PA3-01.9,2025-02-13,Said,50,,\n";
        String rightRows = HEADINGS + right.repeat(Import.MOST_AT_ONCE + 1);
        String withErrors = rightRows + wrong.repeat(2);

        JsonNode refused = csv(plan + "/imports", withErrors)
                .is(409, "import.rows-refused")
                .json();
        assertThat(refused.path("errorCount").asInt()).isEqualTo(2);
        assertThat(refused.path("errors").path(1).path("line").asInt()).isEqualTo(Import.MOST_AT_ONCE + 4);
        assertThat(csv(plan + "/imports?dryRun=true", withErrors)
                        .is(200)
                        .json()
                        .path("refused")
                        .asInt())
                .isEqualTo(2);
        for (String query : List.of("", "?dryRun=true")) {
            assertThat(detail(csv(plan + "/imports" + query, rightRows).is(413, "import.too-large")))
                    .contains("1,001 of 1,001 rows are right", "no more than 1,000", "in parts");
        }
        assertThat(detail(csv(plan + "/imports?partial=true", withErrors).is(413, "import.too-large")))
                .contains("1,001 of 1,003 rows are right");
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void of_as_many_rows_as_there_can_be_every_wrong_cell_is_named_and_nothing_is_recorded() {
        String imports = planWithAction() + "/imports";
        long before = service.position();
        String table = "action,milestone,note\n" + "PA3-01,PA3 01.9,\n".repeat(Import.MOST_ROWS);
        JsonNode body = csv(imports, table).is(409, "import.rows-refused").json();
        assertThat(body.path("refused").asInt()).isEqualTo(Import.MOST_ROWS);
        assertThat(body.path("errorCount").asInt()).isEqualTo(2 * Import.MOST_ROWS);
        assertThat(body.path("errors").size()).isEqualTo(2 * Import.MOST_ROWS);
        for (int row = 0; row < Import.MOST_ROWS; row++) {
            JsonNode ofTheMilestone = body.path("errors").path(2 * row);
            JsonNode ofTheNote = body.path("errors").path(2 * row + 1);
            assertThat(List.of(
                            ofTheMilestone.path("line").asInt(),
                            ofTheNote.path("line").asInt()))
                    .containsOnly(row + 2);
            assertThat(List.of(
                            ofTheMilestone.path("field").asString(),
                            ofTheNote.path("field").asString()))
                    .containsExactlyInAnyOrder("milestone", "note");
        }
        assertThat(service.position()).isEqualTo(before);
    }

    @Test
    void more_than_one_commit_can_hold_is_refused_in_a_dry_run_too() {
        String plan = planWithAction();
        long before = service.position();
        String note = "x".repeat(3_500);
        String table = HEADINGS
                + IntStream.range(0, Import.MOST_AT_ONCE)
                        .mapToObj(i -> "PA3-01,PA3-01.1,2025-02-13,\u00e9\u00e9%d %s,50,ON_TRACK,%s\n"
                                .formatted(i, note, i % 2 == 0 ? "2025-07" : "2025-08"))
                        .collect(Collectors.joining());
        assertThat(bytes(table).length).isLessThan(ImportApi.Limit.MOST_BYTES);
        csv(plan + "/imports?dryRun=true", table).is(413, "import.too-large");
        assertThat(detail(csv(plan + "/imports", table).is(413, "import.too-large")))
                .contains("Split");
        assertThat(service.position()).isEqualTo(before);
    }

    private static String detail(Answer answer) {
        return answer.json().path("detail").asString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Answer csv(String path, String table, String... headers) {
        return service.upload("lead-t1", path, "text/csv", bytes(table), headers);
    }

    /** With an action PA3-01 and its milestone PA3-01.1; answers the plan's path. */
    private String planWithAction() {
        String action = service.action();
        return action.substring(0, action.indexOf("/actions"));
    }

    private List<? extends DomainEventMessage<?>> events(String plan) {
        return service.stream("action:" + plan.substring("/api/v1/plans/".length()) + "/PA3-01");
    }

    private List<MilestoneProgressRecorded> recorded(String plan) {
        return events(plan).stream()
                .map(DomainEventMessage::getPayload)
                .filter(MilestoneProgressRecorded.class::isInstance)
                .map(MilestoneProgressRecorded.class::cast)
                .toList();
    }

    private List<Integer> progress(String plan) {
        return recorded(plan).stream()
                .map(MilestoneProgressRecorded::percentComplete)
                .toList();
    }

    private long commitsAfter(long position) {
        return service.bean(MongoDatabase.class)
                .getCollection("events")
                .countDocuments(new Document("_id", new Document("$gt", position)));
    }
}
