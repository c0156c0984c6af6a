package org.postern.smtp.wire;

/**
 * Address literals (RFC 5321, 4.1.3): {@code [192.0.2.1]} and {@code [IPv6:2001:db8::1]}. The general form is not read, since no
 * tag but IPv6 was ever registered.
 */
final class AddressLiteral {
    private static final int GROUPS = 8;
    /** Groups beside a {@code ::}, which stands for at least two. */
    private static final int MAX_GROUPS_BESIDE_GAP = 6;

    private AddressLiteral() {}

    static boolean read(Cursor cursor) {
        boolean read = cursor.take('[') && (cursor.takeIgnoreCase("IPV6:") ? readIpv6(cursor) : readIpv4(cursor))
                && cursor.take(']');
        return read || cursor.fail(Violation.ADDRESS_LITERAL);
    }

    private static boolean readIpv4(Cursor cursor) {
        return readByte(cursor) && cursor.take('.') && readByte(cursor) && cursor.take('.') && readByte(cursor)
                && cursor.take('.') && readByte(cursor);
    }

    private static boolean readByte(Cursor cursor) {
        int value = 0;
        int digits = 0;
        while (Ascii.isDigit(cursor.peek()) && digits < 3) {
            value = value * 10 + (cursor.peek() - '0');
            cursor.advance();
            digits++;
        }
        return digits > 0 && value <= 255;
    }

    private static boolean readIpv6(Cursor cursor) {
        int before = readGroups(cursor);
        if (before < 0 || before == GROUPS) {
            return before == GROUPS;
        }
        if (!cursor.takeIgnoreCase("::")) {
            return false;
        }
        int behind = cursor.peek() == ']' ? 0 : readGroups(cursor);
        return behind >= 0 && before + behind <= MAX_GROUPS_BESIDE_GAP;
    }

    /**
     * Reads groups with single colons between them, an IPv4 address as the last counting for two. Stops before a {@code ::}.
     *
     * @return how many, 0 if a gap comes first, -1 for what is none of these
     */
    private static int readGroups(Cursor cursor) {
        int groups = 0;
        while (Ascii.isHexDigit(cursor.peek()) && groups < GROUPS) {
            if (isIpv4Ahead(cursor)) {
                return readIpv4(cursor) && cursor.peek() == ']' ? groups + 2 : -1;
            }
            if (!readGroup(cursor)) {
                return -1;
            }
            groups++;
            if (cursor.peek() != ':' || cursor.rest().startsWith("::")) {
                return groups;
            }
            cursor.advance();
        }
        return groups == 0 && cursor.peek() == ':' ? 0 : -1;
    }

    private static boolean readGroup(Cursor cursor) {
        int digits = 0;
        while (Ascii.isHexDigit(cursor.peek()) && digits < 4) {
            cursor.advance();
            digits++;
        }
        return !Ascii.isHexDigit(cursor.peek());
    }

    private static boolean isIpv4Ahead(Cursor cursor) {
        String rest = cursor.rest();
        int at = 0;
        while (at < rest.length() && Ascii.isDigit(rest.charAt(at))) {
            at++;
        }
        return at > 0 && at < rest.length() && rest.charAt(at) == '.';
    }
}
