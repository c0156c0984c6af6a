package org.postern.bounce;

import org.postern.mail.QueueId;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The local part of a return path: {@code bounce-}, the name of the key, the day of expiry, the message, and the signature over all
 * of it (80 bits of HMAC-SHA-256). 47 octets of letters, digits and a hyphen, of which the case does not matter, since some servers
 * change it.
 *
 * @param keyId the key it is signed with
 * @param expiryDay the first day on which it counts no more, in days since 1970
 * @param about the message
 * @param signature 16 digits
 */
record ReturnToken(String keyId, long expiryDay, QueueId about, String signature) {
    private static final String PREFIX = "bounce-";
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("BOUNCE-[0-9A-HJKMNP-TV-Z]{40}");
    private static final int BITS = 5;
    private static final int DAY_DIGITS = 4;
    private static final int SIGNATURE_DIGITS = 16;
    private static final int DAY = PREFIX.length() + ReturnKey.ID_LENGTH;
    private static final int ABOUT = DAY + DAY_DIGITS;
    private static final int SIGNATURE = ABOUT + QueueId.LENGTH;

    static ReturnToken sign(ReturnKey key, long expiryDay, QueueId about) {
        return new ReturnToken(key.id(), expiryDay, about, signature(key, expiryDay, about));
    }

    /** {@return the token that has this form, signed by whomever} */
    static Optional<ReturnToken> parse(String localPart) {
        String text = localPart.toUpperCase(Locale.ROOT);
        return FORM.matcher(text).matches()
                ? Optional.of(new ReturnToken(text.substring(PREFIX.length(), DAY), number(text.substring(DAY, ABOUT)),
                        new QueueId(text.substring(ABOUT, SIGNATURE)), text.substring(SIGNATURE)))
                : Optional.empty();
    }

    /** {@return whether it was signed with this key; takes as long whatever is wrong} */
    boolean isSignedWith(ReturnKey key) {
        return MessageDigest.isEqual(signature.getBytes(StandardCharsets.US_ASCII),
                signature(key, expiryDay, about).getBytes(StandardCharsets.US_ASCII));
    }

    private static String signature(ReturnKey key, long expiryDay, QueueId about) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.secret()), "HmacSHA256"));
            byte[] octets = mac.doFinal((PREFIX + key.id() + digits(expiryDay) + about)
                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder text = new StringBuilder(SIGNATURE_DIGITS);
            for (int i = 0; i < SIGNATURE_DIGITS; i++) {
                text.append(DIGITS.charAt(octets[i] & 31));
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String digits(long number) {
        StringBuilder text = new StringBuilder(DAY_DIGITS);
        for (int i = DAY_DIGITS - 1; i >= 0; i--) {
            text.append(DIGITS.charAt((int) (number >> (i * BITS)) & 31));
        }
        return text.toString();
    }

    private static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = (number << BITS) | DIGITS.indexOf(digits.charAt(i));
        }
        return number;
    }

    /** {@return the local part} */
    @Override
    public String toString() {
        return (PREFIX + keyId + digits(expiryDay) + about + signature).toLowerCase(Locale.ROOT);
    }
}
