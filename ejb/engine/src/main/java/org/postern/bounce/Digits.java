package org.postern.bounce;

/** Whole numbers within the local parts of paths, by the digits of {@link org.postern.mail.QueueId}. */
final class Digits {
    private static final int BITS = 5;

    private Digits() {}

    /** {@return so many digits of a number, the last ones} */
    static String of(long number, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = count - 1; i >= 0; i--) {
            text.append(ReturnKey.DIGITS.charAt((int) (number >> (i * BITS)) & 31));
        }
        return text.toString();
    }

    /** {@return the number that is written with these} */
    static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = (number << BITS) | ReturnKey.DIGITS.indexOf(digits.charAt(i));
        }
        return number;
    }
}
