package org.postern.bounce;

import org.postern.mail.Mailbox;
import org.postern.mail.QueueId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The local part of a return path: {@code bounce-}, the name of the key, the day of expiry, the message, the name of its sender, and
 * the signature over all of it (80 bits of HMAC-SHA-256). 59 octets of letters, digits and a hyphen, of which the case does not matter,
 * since some servers change it.
 *
 * @param keyId the key it is signed with
 * @param expiryDay the first day on which it counts no more, in days since 1970
 * @param about the message
 * @param sender the name under which {@link ReturnSenders} keeps its sender
 * @param signature 16 digits
 */
record ReturnToken(String keyId, long expiryDay, QueueId about, String sender, String signature) {
    /** 60 bits: no two senders share a name, and without the key nobody can make one for which another stands. */
    static final int SENDER_DIGITS = 12;
    private static final String PREFIX = "bounce-";
    private static final Pattern FORM = Pattern.compile("BOUNCE-[0-9A-HJKMNP-TV-Z]{52}");
    private static final int DAY_DIGITS = 4;
    private static final int SIGNATURE_DIGITS = 16;
    private static final int DAY = PREFIX.length() + ReturnKey.ID_LENGTH;
    private static final int ABOUT = DAY + DAY_DIGITS;
    private static final int SENDER = ABOUT + QueueId.LENGTH;
    private static final int SIGNATURE = SENDER + SENDER_DIGITS;

    static ReturnToken sign(ReturnKey key, long expiryDay, QueueId about, String sender) {
        return new ReturnToken(key.id(), expiryDay, about, sender,
                key.sign(PREFIX + key.id() + Digits.of(expiryDay, DAY_DIGITS) + about + sender, SIGNATURE_DIGITS));
    }

    /** {@return the name of a sender as long as this key signs} */
    static String senderName(ReturnKey key, Mailbox sender) {
        return key.sign(sender.toString(), SENDER_DIGITS);
    }

    /** {@return the token that has this form, signed by whomever} */
    static Optional<ReturnToken> parse(String localPart) {
        String text = localPart.toUpperCase(Locale.ROOT);
        return FORM.matcher(text).matches()
                ? Optional.of(
                        new ReturnToken(text.substring(PREFIX.length(), DAY), Digits.number(text.substring(DAY, ABOUT)),
                                new QueueId(text.substring(ABOUT, SENDER)), text.substring(SENDER, SIGNATURE),
                                text.substring(SIGNATURE)))
                : Optional.empty();
    }

    /** {@return whether it was signed with this key; takes as long whatever is wrong} */
    boolean isSignedWith(ReturnKey key) {
        return MessageDigest.isEqual(signature.getBytes(StandardCharsets.US_ASCII),
                sign(key, expiryDay, about, sender).signature().getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return the local part} */
    @Override
    public String toString() {
        return (PREFIX + keyId + Digits.of(expiryDay, DAY_DIGITS) + about + sender + signature)
                .toLowerCase(Locale.ROOT);
    }
}
