package org.postern.identity;

import org.wildfly.common.bytes.ByteStringBuilder;
import org.wildfly.common.iteration.CodePointIterator;
import org.wildfly.security.sasl.util.StringPrep;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * Who a client says it is, before that is known: for counting failures, and for telling of them. Read as Elytron reads it, down to the
 * octets: two spellings of one user have one name here, or else a guesser would have a new count for each spelling.
 */
final class ClaimedName {
    private static final int LONGEST = 256;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** As Elytron's SCRAM does: SASLprep (RFC 4013), then {@code =2C} and {@code =3D} (RFC 5802, 5.1). */
    private static final long ONE_SPELLING = StringPrep.PROFILE_SASL_QUERY | StringPrep.UNMAP_SCRAM_LOGIN_CHARS;

    private ClaimedName() {}

    /**
     * {@return the name in the first response of this mechanism, control characters replaced; empty if it does not say} What is not
     * surely a name is none: it may be a password.
     */
    static String of(String mechanism, byte[] response) {
        String name = switch (mechanism) {
            case "PLAIN" -> plain(decoded(response));
            case "LOGIN", "EXTERNAL" -> decoded(response);
            case TokenExchange.OAUTHBEARER, TokenExchange.XOAUTH2 ->
                BearerRequest.in(mechanism, response).map(BearerRequest::user).orElse("");
            default -> mechanism.startsWith("SCRAM-") ? scram(response) : "";
        };
        return folded(name);
    }

    /** {@return the one name of all its spellings} A directory does not mind case, width or spaces. */
    static String folded(String name) {
        String bounded = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return SPACES.matcher(prepared(bounded).strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Between the first NUL and the second (RFC 4616, 2). Elytron does not mind a third, so that is no reason to count for nobody. */
    private static String plain(String message) {
        String[] parts = message.split("\0", 4);
        return parts.length < 3 ? "" : parts[1];
    }

    /** What follows the GS2 header, which may hold something that looks like a name (RFC 5802, 7). */
    private static String scram(byte[] message) {
        String[] parts = new String(message, StandardCharsets.ISO_8859_1).split(",", 4);
        return parts.length < 3 || !parts[2].startsWith("n=")
                ? ""
                : decoded(parts[2].substring(2).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String prepared(String name) {
        ByteStringBuilder prepared = new ByteStringBuilder();
        try {
            StringPrep.encode(name, prepared, ONE_SPELLING);
            return new String(prepared.toArray(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException forbidden) {
            return name;
        }
    }

    /** Elytron's decoder takes what Java's replaces, such as an octet more than needed. */
    private static String decoded(byte[] octets) {
        try {
            return CodePointIterator.ofUtf8Bytes(octets).drainToString();
        } catch (IllegalArgumentException | NoSuchElementException malformed) {
            return new String(octets, StandardCharsets.UTF_8);
        }
    }
}
