package org.paptracker.command.platform.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole postcode of the United Kingdom, which stands for some fifteen homes; not its first half, which stands for a
 * town. An office's is a hit like any other: no list of offices would stay true.
 */
final class Postcode {
    private static final String AREAS = "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?"
            + "|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]"
            + "|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|Z[EZ]";
    private static final String INWARD = "(\\d[ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\d_-]|/\\w)";
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![\\p{L}\\d_/.-])(?:(?:" + AREAS + ")\\d[\\dABEHJKMNPRSTUVWXY]?|GIR)(?: {1,3}| ?- ?|)" + INWARD,
            Pattern.CASE_INSENSITIVE);

    /** Any sign between the halves: "OX98.4QP", "OX98_4QP", "OX98 (4QP)"; and gaps in the first: "OX 98 4QP". */
    private static final Pattern WITH_SIGNS = Pattern.compile(
            "(?<![\\p{L}\\d])(?:" + AREAS + ")(?: ?-?)\\d ?[\\dABEHJKMNPRSTUVWXY]?" + Gap.OPTIONAL
                    + "(\\d ?[ABD-HJLNP-UW-Z] ?[ABD-HJLNP-UW-Z])(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);

    /** "O X 9 8 4 Q P". */
    private static final Pattern SPELT = Pattern.compile(
            "(?<![\\p{L}\\d])[A-Z](?: [A-Z])? \\d(?: [\\dA-Z])? {1,3}\\d [ABD-HJLNP-UW-Z] [ABD-HJLNP-UW-Z](?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ORDINAL = Pattern.compile("1st|2nd|3rd|\\dth", Pattern.CASE_INSENSITIVE);

    /** Not the second half of a postcode, if there is more than a space before it. */
    private static final Pattern MEASURE = Pattern.compile(
            "\\d ?(?:st|nd|rd|th|yr|hr|wk|ft|gb|tb|pp|pt|bn|lb|ed|ph|x)|\\d [a-z] ?[a-z]|\\d[a-z] [a-z]");

    private Postcode() {}

    static boolean isIn(String text) {
        Matcher shape = SHAPE.matcher(text);
        while (shape.find()) if (!ORDINAL.matcher(shape.group(1)).matches()) return true;
        Matcher signs = WITH_SIGNS.matcher(text);
        while (signs.find()) {
            String second = signs.group(1);
            boolean other =
                    ORDINAL.matcher(second).matches() || MEASURE.matcher(second).matches();
            if (!other) return true;
        }
        return SPELT.matcher(text).find();
    }
}
