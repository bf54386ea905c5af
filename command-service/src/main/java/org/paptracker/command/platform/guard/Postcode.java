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
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![\\p{L}\\d_/.-])(?:(?:" + AREAS
                    + ")\\d[\\dABEHJKMNPRSTUVWXY]?|GIR)(?: {1,3}| ?- ?|)(\\d[ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\d_-]|/\\w)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDINAL = Pattern.compile("1st|2nd|3rd|\\dth");

    private Postcode() {}

    static boolean isIn(String text) {
        Matcher shape = SHAPE.matcher(text);
        while (shape.find()) if (!ORDINAL.matcher(shape.group(1)).matches()) return true;
        return false;
    }
}
