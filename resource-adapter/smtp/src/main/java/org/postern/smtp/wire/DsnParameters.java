package org.postern.smtp.wire;

import org.postern.smtp.wire.Xtext;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The values of RET, ENVID, NOTIFY and ORCPT (RFC 3461, 4). */
final class DsnParameters {
    private static final int MAX_ENVID = 100;
    private static final int MAX_ORCPT = 500;
    private static final Set<String> OCCASIONS = Set.of("SUCCESS", "FAILURE", "DELAY");
    private static final String UTF8 = "utf-8";

    private DsnParameters() {}

    /** {@return whether RET may be so (4.3)} */
    static boolean isRet(String value) {
        return value.equalsIgnoreCase("FULL") || value.equalsIgnoreCase("HDRS");
    }

    /** {@return whether ENVID may be so (4.4)} */
    static boolean isEnvid(String value) {
        return !value.isEmpty() && value.length() <= MAX_ENVID && Xtext.decode(value).isPresent();
    }

    /** {@return whether NOTIFY may be so (4.1): NEVER alone, or a list of the others} */
    static boolean isNotify(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        String[] occasions = upper.split(",", -1);
        return upper.equals("NEVER") || (occasions.length <= OCCASIONS.size()
                && Arrays.stream(occasions).distinct().count() == occasions.length
                && OCCASIONS.containsAll(Arrays.asList(occasions)));
    }

    /**
     * {@return whether ORCPT may be so (4.2)}
     *
     * @param utf8 whether the transaction is one of SMTPUTF8, in which the type {@code utf-8} may hold itself (RFC 6533, 3)
     */
    static boolean isOrcpt(String value, boolean utf8) {
        int semicolon = value.indexOf(';');
        if (semicolon < 1 || semicolon == value.length() - 1 || value.length() > MAX_ORCPT) {
            return false;
        }
        String type = value.substring(0, semicolon);
        String address = value.substring(semicolon + 1);
        if (type.equalsIgnoreCase(UTF8)) {
            return address.chars().allMatch(c -> c > ' ' && c != 127 && (c < 127 || utf8));
        }
        return type.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-') && isAscii(type)
                && (utf8 ? Xtext.isWellFormed(address) : Xtext.decode(address).isPresent());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
