package org.postern.bounce;

import org.postern.mail.QueueId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The local part of a reply address: {@code reply-}, the name of the key, the end of its life, the message that asks, and the signature
 * over all of it (80 bits of HMAC-SHA-256). 49 octets of letters, digits and a hyphen, of which the case does not matter, since some
 * people and programs change it.
 *
 * @param keyId the key it is signed with
 * @param end the first second in which it counts no more, since 1970
 * @param question the message
 * @param signature 16 digits
 */
record ReplyToken(String keyId, long end, QueueId question, String signature) {
    private static final String PREFIX = "reply-";
    private static final int END_DIGITS = 7;
    private static final int SIGNATURE_DIGITS = 16;
    private static final int END = PREFIX.length() + ReturnKey.ID_LENGTH;
    private static final int QUESTION = END + END_DIGITS;
    private static final int SIGNATURE = QUESTION + QueueId.LENGTH;
    private static final Pattern FORM = Pattern.compile(
            PREFIX + "[0-9A-HJKMNP-TV-Z]{" + (SIGNATURE + SIGNATURE_DIGITS - PREFIX.length()) + "}",
            Pattern.CASE_INSENSITIVE);

    static ReplyToken sign(ReturnKey key, long end, QueueId question) {
        return new ReplyToken(key.id(), end, question,
                key.sign(PREFIX + key.id() + Digits.of(end, END_DIGITS) + question, SIGNATURE_DIGITS));
    }

    /** {@return the token that has this form, signed by whomever} */
    static Optional<ReplyToken> parse(String localPart) {
        if (!FORM.matcher(localPart).matches()) {
            return Optional.empty();
        }
        String text = localPart.toUpperCase(Locale.ROOT);
        return Optional.of(new ReplyToken(text.substring(PREFIX.length(), END),
                Digits.number(text.substring(END, QUESTION)), new QueueId(text.substring(QUESTION, SIGNATURE)),
                text.substring(SIGNATURE)));
    }

    /** {@return whether it was signed with this key; takes as long whatever is wrong} */
    boolean isSignedWith(ReturnKey key) {
        return MessageDigest.isEqual(signature.getBytes(StandardCharsets.US_ASCII),
                sign(key, end, question).signature().getBytes(StandardCharsets.US_ASCII));
    }

    /** {@return the local part} */
    @Override
    public String toString() {
        return (PREFIX + keyId + Digits.of(end, END_DIGITS) + question + signature).toLowerCase(Locale.ROOT);
    }
}
