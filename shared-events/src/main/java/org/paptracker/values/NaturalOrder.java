package org.paptracker.values;

import java.util.Comparator;

/** The order of codes as people count: 1, 2, 10; PA3-01.2 before PA3-01.10. Equal only if the texts are. */
public final class NaturalOrder implements Comparator<String> {
    public static final NaturalOrder OF_TEXTS = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endOfA = endOfDigits(a, i);
                int endOfB = endOfDigits(b, j);
                order = ofNumbers(a, i, endOfA, b, j, endOfB);
                i = endOfA;
                j = endOfB;
            } else {
                order = Character.compare(a.charAt(i++), b.charAt(j++));
            }
            if (order != 0) return order;
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest == 0 ? a.compareTo(b) : rest; // 007 and 7 are the same number, and not the same code
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        return end;
    }

    /** However long they are. */
    private static int ofNumbers(String a, int i, int endOfA, String b, int j, int endOfB) {
        int startOfA = i;
        int startOfB = j;
        while (startOfA < endOfA && a.charAt(startOfA) == '0') startOfA++;
        while (startOfB < endOfB && b.charAt(startOfB) == '0') startOfB++;
        int longer = Integer.compare(endOfA - startOfA, endOfB - startOfB);
        return longer == 0 ? a.substring(startOfA, endOfA).compareTo(b.substring(startOfB, endOfB)) : longer;
    }
}
