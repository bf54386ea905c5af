package org.paptracker.command.platform.guard;

/** The digits in a text, and nothing else of it. */
final class Digits {
    private Digits() {}

    static String of(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) if (isDigit(text.charAt(i))) digits.append(text.charAt(i));
        return digits.toString();
    }

    static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) if (isDigit(text.charAt(i))) count++;
        return count;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
