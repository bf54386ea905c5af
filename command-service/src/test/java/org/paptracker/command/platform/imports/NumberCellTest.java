package org.paptracker.command.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paptracker.command.platform.imports.Column.Shape;

/** What people see of a number in a cell, and what is taken of it. */
class NumberCellTest {
    private static final XlsxPlace PLACE = new XlsxPlace(7, 1);

    @ParameterizedTest
    @CsvFileSource(resources = "number-formats.tsv", delimiter = '\t', quoteCharacter = '\0')
    void a_number_shows_what_spreadsheets_show(String format, String held, String shown) {
        assertThat(cell(held, format).shown()).isEqualTo(shown);
    }

    /** Formats that Java's own formatter writes alike; a spreadsheet first rounds to the 15 digits that it keeps. */
    @Property
    void a_number_shows_what_another_formatter_shows(
            @ForAll("numbers") BigDecimal number, @ForAll("formats") String format) {
        DecimalFormat other = new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.UK));
        other.setRoundingMode(RoundingMode.HALF_UP);
        String expected = other.format(number.round(new MathContext(15, RoundingMode.HALF_UP)));
        String unsigned = expected.matches("-[0.,%]*") ? expected.substring(1) : expected;
        assertThat(cell(number.toString(), format).shown()).isEqualTo(unsigned);
    }

    @Property
    void a_figure_is_what_is_shown_and_says_so_if_the_cell_holds_another(
            @ForAll("numbers") BigDecimal number, @ForAll("formats") String format) {
        CellReading read = read(Shape.NUMBER, number.toString(), format);
        Figure figure = read.figure();
        assertThat(figure).isNotNull();
        String shown = read.text().replace(",", "").replace("%", "");
        assertThat(figure.value()).isEqualByComparingTo(new BigDecimal(shown));
        BigDecimal kept = number.round(new MathContext(15, RoundingMode.HALF_UP));
        boolean same = figure.value().compareTo(format.contains("%") ? kept.movePointRight(2) : kept) == 0;
        assertThat(read.note() == null).isEqualTo(same);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigDecimal> written = Combinators.combine(
                        Arbitraries.longs().between(-999_999_999L, 999_999_999L),
                        Arbitraries.integers().between(0, 9))
                .as(BigDecimal::valueOf);
        Arbitrary<BigDecimal> computed = Arbitraries.doubles()
                .between(-1e6, 1e6)
                .map(BigDecimal::new)
                .map(number -> number.round(new MathContext(17)));
        return Arbitraries.oneOf(written, computed);
    }

    @Provide
    Arbitrary<String> formats() {
        return Arbitraries.of(
                "0", "0.0", "0.00", "000", "000.00", "#,##0", "#,##0.00", "0%", "0.0%", "0.00%", "0.0#", "0.00##");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45701              | dd/mm/yyyy               | 2025-02-13",
                "45701.75           | d-mmm-yy h:mm            | 2025-02-13",
                "45701              | [$-F800]dddd, mmmm dd, yyyy | 2025-02-13",
                "45701              | DD\\-MM\\-YYYY           | 2025-02-13",
                "45748              | mmm-yy                   | 2025-04",
                "45748              | [$-809]mmmm yyyy;@       | 2025-04",
                "45748              | d\" of \"mmm-yy          | 2025-04-01",
                "45658              | yyyy                     | 2025",
                "45658.5            | yyyy h:mm                | 2025",
                "45720.99999999999  | dd/mm/yyyy               | 2025-03-05",
                "45720.999994       | dd/mm/yyyy               | 2025-03-04",
                "45720.999995       | dd/mm/yyyy h:mm:ss       | 2025-03-05",
                "45777.99999999999  | mmm-yy                   | 2025-05",
                "45720              | d-mmm                    | 2025-03-04",
                "59                 | d/m/yyyy                 | 1900-02-28",
                "59.99999999999     | d/m/yyyy                 |",
                "60                 | d/m/yyyy                 |",
                "0                  | d/m/yyyy                 |",
                "61                 | d/m/yyyy                 | 1900-03-01",
                "2958465            | d/m/yyyy                 | 9999-12-31",
                "2958466            | d/m/yyyy                 |",
                "-1                 | d/m/yyyy                 |",
                "45720              | h:mm                     |",
                "45720              | mmmm                     |",
                "45720              | dddd                     |",
                "45720              | [h]:mm:ss                |"
            })
    void a_date_is_as_exact_as_its_format_shows_it_to_the_nearest_second(String held, String format, String date) {
        assertThat(cell(held, format).date()).isEqualTo(date);
        assertThat(cell(held, format).shown()).isNull();
    }

    @Test
    void days_may_be_counted_from_1904() {
        XlsxNumbers numbers = new XlsxNumbers(List.of(CellFormat.of("yyyy-mm-dd")), true);
        assertThat(numbers.number("44239", 0).date()).isEqualTo("2025-02-13");
        assertThat(numbers.number("44238.99999999999", 0).date()).isEqualTo("2025-02-13");
        assertThat(numbers.number("0", 0).date()).isEqualTo("1904-01-01");
        assertThat(numbers.number("60", 0).date()).isEqualTo("1904-03-01");
        assertThat(numbers.date("2025-02-12T23:59:59.9999", 0).date()).isEqualTo("2025-02-13");
        assertThat(numbers.date("2025-02-13", 0).date()).isEqualTo("2025-02-13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# ?/?", "# ??/16", "##0.0E+0", "0*-", "[DBNum1]0", "[$-2010401]0", "0;0;0;0;0", "0 x", "0!0"})
    void a_code_in_a_format_that_is_not_known_here_is_asked_about(String format) {
        assertThat(read(Shape.TEXT, "1.1", format).unclear())
                .contains("cell B7", "1.1", format, "Format the cell as text");
        assertThat(read(Shape.NUMBER, "1.1", format).unclear()).contains("cell B7", "1.1", format);
    }

    @Test
    void a_code_that_a_spreadsheet_made_a_date_of_is_asked_about() {
        assertThat(read(Shape.TEXT, "45931", "d-mmm").unclear())
                .contains("cell B7", "2025-10-01", "Format the cell as text");
        assertThat(read(Shape.TEXT, "45931", "h:mm").unclear()).contains("cell B7", "time");
        assertThat(read(Shape.NUMBER, "45931", "mmm-yy").unclear()).contains("cell B7", "2025-10");
        assertThat(read(Shape.DATE, "45931", "mmm-yy").text()).isEqualTo("2025-10");
        assertThat(read(Shape.DATE, "2025", "General").text()).isEqualTo("2025");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567  | 0,",
                "1234567  | 0.0,,\"M\"",
                "-5       | 0;0",
                "-5       | 0;[Red]0",
                "12       | 0\".\"0",
                "5        | 0\"0\"",
                "5        | \"yes\";\"no\";\"none\"",
                "5        | \"-\"0",
                "150      | [>100]\"over 100\";0"
            })
    void a_figure_is_asked_about_if_the_cell_shows_another(String held, String format) {
        assertThat(read(Shape.NUMBER, held, format).unclear()).contains("cell B7 holds " + held);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "63.700000000000003 | General          | 63.7   |",
                "66.666666666666671 | General          | 66.66666667 | 66.666666666666671",
                "66.666666666666671 | 0.00             | 66.67  | 66.666666666666671",
                "0.66666666666666663| 0.0%             | 66.7   | shows 66.7%",
                "63.7               | 0.000000000000   | 63.7   |",
                "-1234.5            | _-[$£-809]* #,##0.00_-;-[$£-809]* #,##0.00_-;_-[$£-809]* \"-\"??_-;_-@_- | -1234.5 |",
                "-1234.5            | #,##0.00_);(#,##0.00) | -1234.5 |",
                "0                  | #,##0_);(#,##0);\"-\"   | 0 |",
                "50                 | 0\"%\"           | 50     |",
                "7                  | 0 \"days\"       | 7      |",
                "1234567            | #\\ ###\\ ##0    | 1234567 |",
                "12345              | 0.00E+00         | 12300  | shows 1.23E+04"
            })
    void a_figure_is_what_the_cell_shows_with_a_note_of_what_it_holds(
            String held, String format, BigDecimal figure, String note) {
        CellReading read = read(Shape.NUMBER, held, format);
        assertThat(read.figure().value()).isEqualByComparingTo(figure);
        if (note == null) assertThat(read.note()).isNull();
        else assertThat(read.note()).contains("cell B7 holds " + held, note, figure.toPlainString() + " was taken");
    }

    @ParameterizedTest
    @CsvSource({
        "63.700000000000,63.7,", "66.666666666666671,66.6666666667,66.666666666666671", "70.0,70,", "1e-05,0.00001,",
        "50.00%,50,", "50 %,50,", "-3,-3,", ".5,0.5,"
    })
    void a_written_figure_has_no_meaningless_zeros_and_ten_decimals_at_most(
            String written, BigDecimal figure, String note) {
        CellReading read = CellReading.of(Shape.NUMBER, written, null, PLACE);
        assertThat(read.figure().value()).isEqualByComparingTo(figure);
        if (note == null) assertThat(read.note()).isNull();
        else assertThat(read.note()).contains(note);
    }

    @Test
    void what_shows_otherwise_in_another_country_is_no_code() {
        NumberCell pounds = new XlsxNumbers(List.of(BuiltInFormats.of("44")), false).number("-5", 0);
        assertThat(CellReading.of(Shape.TEXT, "", pounds, PLACE).unclear()).contains("cell B7");
        assertThat(CellReading.of(Shape.NUMBER, "", pounds, PLACE).figure().value())
                .isEqualByComparingTo("-5");
    }

    private static NumberCell cell(String held, String format) {
        return new XlsxNumbers(List.of(CellFormat.of(format)), false).number(held, 0);
    }

    private static CellReading read(Shape shape, String held, String format) {
        NumberCell cell = cell(held, format);
        return CellReading.of(shape, cell.text(), cell, PLACE);
    }
}
