package org.postern.bounce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * The local part of a rewritten reverse-path, as the Sender Rewriting Scheme has it: {@code SRS0=HASH=DAY=DOMAIN=LOCAL} of a sender, or
 * {@code SRS1=HASH=DOMAIN==REST} of a path that another forwarder, in that domain, has rewritten before us. HASH is the name of the key
 * and the signature over all that follows (40 bits of HMAC-SHA-256), of which the case does not matter, since some servers change it.
 *
 * @param isOfForwarder whether it stands for another forwarder's path
 * @param keyId the key it is signed with
 * @param signature eight digits
 * @param signed what is signed: all behind the signature
 */
record SrsToken(boolean isOfForwarder, String keyId, String signature, String signed) {
    private static final int SIGNATURE_DIGITS = 8;
    private static final int HASH = "SRS0=".length();
    private static final int SIGNATURE = HASH + ReturnKey.ID_LENGTH;
    private static final int SIGNED = SIGNATURE + SIGNATURE_DIGITS + 1;
    private static final int DAY_DIGITS = 2;
    private static final int DAYS = 1024;
    private static final String DAY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** What a token stands for. */
    record Original(String localName, String domain) {}

    /** {@return the token of a sender on a day, in days since 1970} */
    static SrsToken ofSender(ReturnKey key, long day, String localName, String domain) {
        int stamp = Math.floorMod(day, DAYS);
        return signed(key, false, "" + DAY_ALPHABET.charAt(stamp >> 5) + DAY_ALPHABET.charAt(stamp & 31) + "=" + domain
                + "=" + localName);
    }

    /** {@return the token of another forwarder's path; {@code rest} is what stands there behind {@code SRS0}} */
    static SrsToken ofForwarder(ReturnKey key, String domain, String rest) {
        return signed(key, true, domain + "=" + rest);
    }

    private static SrsToken signed(ReturnKey key, boolean isOfForwarder, String text) {
        return new SrsToken(isOfForwarder, key.id(), signature(key, isOfForwarder, text), text);
    }

    private static String signature(ReturnKey key, boolean isOfForwarder, String text) {
        return key.sign(prefix(isOfForwarder) + text.toLowerCase(Locale.ROOT), SIGNATURE_DIGITS);
    }

    private static String prefix(boolean isOfForwarder) {
        return isOfForwarder ? "SRS1=" : "SRS0=";
    }

    /** {@return whether a local part begins as one of any forwarder does, with one of the separators that there are} */
    static boolean isLike(String localName) {
        String beginning = localName.substring(0, Math.min(HASH, localName.length())).toUpperCase(Locale.ROOT);
        return beginning.length() == HASH && (beginning.startsWith("SRS0") || beginning.startsWith("SRS1"))
                && "=+-".indexOf(beginning.charAt(HASH - 1)) >= 0;
    }

    /** {@return the token that has the form of ours, signed by whomever} */
    static Optional<SrsToken> parse(String localName) {
        boolean isLong = isLike(localName) && localName.length() > SIGNED && localName.charAt(HASH - 1) == '='
                && localName.charAt(SIGNED - 1) == '=';
        if (!isLong) {
            return Optional.empty();
        }
        String hash = localName.substring(HASH, SIGNED - 1).toUpperCase(Locale.ROOT);
        return hash.chars().allMatch(c -> ReturnKey.DIGITS.indexOf(c) >= 0)
                ? Optional.of(new SrsToken(localName.charAt(3) == '1', hash.substring(0, ReturnKey.ID_LENGTH),
                        hash.substring(ReturnKey.ID_LENGTH), localName.substring(SIGNED)))
                : Optional.empty();
    }

    /** {@return whether it was signed with this key; takes as long whatever is wrong} */
    boolean isSignedWith(ReturnKey key) {
        return MessageDigest.isEqual(signature.getBytes(StandardCharsets.US_ASCII),
                signature(key, isOfForwarder, signed).getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return how many days old it is, seen from a day; a stamp of the day after, by another clock, is no day old} Of a forwarder's path 0. */
    int age(long day) {
        if (isOfForwarder || original().isEmpty()) {
            return 0;
        }
        String stamp = signed.toUpperCase(Locale.ROOT);
        int made = DAY_ALPHABET.indexOf(stamp.charAt(0)) << 5 | DAY_ALPHABET.indexOf(stamp.charAt(1));
        int age = Math.floorMod(day - made, DAYS);
        return age == DAYS - 1 ? 0 : age;
    }

    /** {@return what it stands for; empty where there is nothing such, which we have never signed} */
    Optional<Original> original() {
        int start = isOfForwarder ? 0 : DAY_DIGITS + 1;
        int end = signed.indexOf('=', start);
        boolean isWhole = end > start && (isOfForwarder || signed.charAt(DAY_DIGITS) == '=');
        return isWhole
                ? Optional.of(new Original((isOfForwarder ? "SRS0" : "") + signed.substring(end + 1),
                        signed.substring(start, end)))
                : Optional.empty();
    }

    /** {@return the local part, without quotes} */
    @Override
    public String toString() {
        return prefix(isOfForwarder) + keyId + signature + "=" + signed;
    }
}
