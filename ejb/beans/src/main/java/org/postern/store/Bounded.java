package org.postern.store;

/** Text from outside, no longer than its column. What an attacker makes too long is cut, not refused: the rest is true. */
final class Bounded {
    static final int ADDRESS = 512;
    static final int TEXT = 2000;
    static final int LIST = 65_536;
    static final int REFERENCE = 64;

    private Bounded() {}

    static String address(String value) {
        return cut(value, ADDRESS);
    }

    static String text(String value) {
        return cut(value, TEXT);
    }

    static String list(String value) {
        return cut(value, LIST);
    }

    static String reference(String value) {
        return cut(value, REFERENCE);
    }

    private static String cut(String value, int length) {
        String storable = value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
        return storable.length() <= length ? storable : storable.substring(0, length);
    }
}
