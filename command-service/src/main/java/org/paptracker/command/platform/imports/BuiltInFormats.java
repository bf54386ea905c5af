package org.paptracker.command.platform.imports;

import java.util.Map;

/** The formats that a file may name by number alone: ECMA-376 part 1, 18.8.30, as far as they are the same everywhere. */
final class BuiltInFormats {
    private static final Map<String, String> EVERYWHERE = Map.ofEntries(
            Map.entry("0", "General"),
            Map.entry("1", "0"),
            Map.entry("2", "0.00"),
            Map.entry("3", "#,##0"),
            Map.entry("4", "#,##0.00"),
            Map.entry("9", "0%"),
            Map.entry("10", "0.00%"),
            Map.entry("11", "0.00E+00"),
            Map.entry("12", "# ?/?"),
            Map.entry("13", "# ??/??"),
            Map.entry("14", "dd/mm/yyyy"),
            Map.entry("15", "d-mmm-yy"),
            Map.entry("16", "d-mmm"),
            Map.entry("17", "mmm-yy"),
            Map.entry("18", "h:mm AM/PM"),
            Map.entry("19", "h:mm:ss AM/PM"),
            Map.entry("20", "h:mm"),
            Map.entry("21", "h:mm:ss"),
            Map.entry("22", "dd/mm/yyyy h:mm"),
            Map.entry("45", "mm:ss"),
            Map.entry("46", "[h]:mm:ss"),
            Map.entry("47", "mm:ss.0"),
            Map.entry("48", "##0.0E+0"),
            Map.entry("49", "@"));

    /** With the currency, the sign and the brackets of the country that the computer is set to. */
    private static final Map<String, String> OF_A_PLACE = Map.ofEntries(
            Map.entry("5", "£#,##0;-£#,##0"),
            Map.entry("6", "£#,##0;[Red]-£#,##0"),
            Map.entry("7", "£#,##0.00;-£#,##0.00"),
            Map.entry("8", "£#,##0.00;[Red]-£#,##0.00"),
            Map.entry("37", "#,##0;-#,##0"),
            Map.entry("38", "#,##0;[Red]-#,##0"),
            Map.entry("39", "#,##0.00;-#,##0.00"),
            Map.entry("40", "#,##0.00;[Red]-#,##0.00"),
            Map.entry("41", "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-"),
            Map.entry("42", "_-£* #,##0_-;-£* #,##0_-;_-£* \"-\"_-;_-@_-"),
            Map.entry("43", "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-"),
            Map.entry("44", "_-£* #,##0.00_-;-£* #,##0.00_-;_-£* \"-\"??_-;_-@_-"));

    private BuiltInFormats() {}

    static CellFormat of(String id) {
        String everywhere = EVERYWHERE.get(id);
        if (everywhere != null) return CellFormat.of(everywhere);
        String ofAPlace = OF_A_PLACE.get(id);
        return ofAPlace == null ? CellFormat.unknown("number " + id) : CellFormat.of(ofAPlace, true);
    }
}
