package org.postern.notice;

import org.postern.mail.Mailbox;
import org.postern.smtp.wire.Xtext;

import java.util.Locale;
import java.util.Optional;

/** Recipients as they stand in status fields: a type, a semicolon, and the address (RFC 3464, 2.3.1 and 2.3.2; RFC 6533, 3). */
final class Addresses {
    private static final String UTF8 = "utf-8";
    private static final int HEX = 16;
    private static final int LAST_ASCII = 126;

    private Addresses() {}

    /** {@return the address that the gateway has used} */
    static String used(Mailbox mailbox, Form form) {
        return mailbox.isAscii() ? "rfc822; " + mailbox : utf8(mailbox.toString(), form);
    }

    /** {@return the address that the sender has written, decoded; empty if ORCPT is not as it should be} */
    static Optional<String> written(String orcpt, Form form) {
        int semicolon = orcpt.indexOf(';');
        if (semicolon < 1) {
            return Optional.empty();
        }
        String type = orcpt.substring(0, semicolon);
        String address = orcpt.substring(semicolon + 1);
        if (type.toLowerCase(Locale.ROOT).equals(UTF8)) {
            return Optional.of(utf8(unescaped(address), form));
        }
        return Xtext.decodeUtf8(address).map(text -> isAscii(text) ? type + "; " + text : utf8(text, form));
    }

    /** {@return whether the address that the sender has written is beyond ASCII} */
    static boolean isUtf8(String orcpt) {
        return written(orcpt, Form.UTF8).filter(text -> !isAscii(text)).isPresent();
    }

    private static String utf8(String address, Form form) {
        return UTF8 + "; " + (form == Form.UTF8 ? address : escaped(address));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c <= LAST_ASCII);
    }

    /** {@return the address in ASCII: what is beyond stands as {@code \x{HEX}} (RFC 6533, 3)} */
    private static String escaped(String address) {
        StringBuilder text = new StringBuilder(address.length());
        address.codePoints().forEach(c -> {
            if (c > ' ' && c <= LAST_ASCII && "\\+=".indexOf(c) < 0) {
                text.appendCodePoint(c);
            } else {
                text.append("\\x{").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
            }
        });
        return text.toString();
    }

    private static String unescaped(String address) {
        StringBuilder text = new StringBuilder(address.length());
        int at = 0;
        while (at < address.length()) {
            int end = address.startsWith("\\x{", at) ? address.indexOf('}', at) : -1;
            int point = end < 0 ? -1 : point(address.substring(at + 3, end));
            if (point < 0) {
                text.append(address.charAt(at++));
            } else {
                text.appendCodePoint(point);
                at = end + 1;
            }
        }
        return text.toString();
    }

    /** {@return the character with this number; -1 if it is none that may stand in an address} */
    private static int point(String digits) {
        boolean wellFormed = !digits.isEmpty() && digits.length() <= 6
                && digits.chars().allMatch(c -> Character.digit(c, HEX) >= 0);
        int point = wellFormed ? Integer.parseInt(digits, HEX) : -1;
        return Character.isValidCodePoint(point) && !Character.isISOControl(point) ? point : -1;
    }
}
