package org.postern.smtp.server;

import org.postern.mail.Parameters;
import org.postern.smtp.Extension;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The parameters of MAIL and RCPT, checked against the extensions that are offered. */
final class MailParameters {
    /** RFC 1870, 4. */
    private static final int MAX_SIZE_DIGITS = 20;

    private MailParameters() {}

    /** {@return the refusal these parameters of MAIL earn} */
    static Optional<Reply> refuseAtMail(Parameters parameters, Set<Extension> offered, long maxMessageSize) {
        for (String keyword : parameters.values().keySet()) {
            if (offered.stream().noneMatch(extension -> extension.allowsAtMail(keyword))) {
                return Optional.of(Replies.UNKNOWN_PARAMETER);
            }
        }
        if (parameters.get("BODY").isPresent() && !isBody(parameters.get("BODY").get())) {
            return Optional.of(Replies.BAD_PARAMETER_VALUE);
        }
        if (parameters.get("SIZE").isPresent() && size(parameters).isEmpty()) {
            return Optional.of(Replies.BAD_PARAMETER_VALUE);
        }
        return size(parameters).orElse(0) > maxMessageSize ? Optional.of(Replies.TOO_BIG) : Optional.empty();
    }

    /** {@return the refusal these parameters of RCPT earn} */
    static Optional<Reply> refuseAtRcpt(Parameters parameters, Set<Extension> offered) {
        for (String keyword : parameters.values().keySet()) {
            if (offered.stream().noneMatch(extension -> extension.allowsAtRcpt(keyword))) {
                return Optional.of(Replies.UNKNOWN_PARAMETER);
            }
        }
        return Optional.empty();
    }

    private static boolean isBody(String value) {
        String body = value.toUpperCase(Locale.ROOT);
        return body.equals("7BIT") || body.equals("8BITMIME");
    }

    /** {@return the octets announced, {@link Long#MAX_VALUE} if they are more; empty without SIZE or for no number} */
    static OptionalLong size(Parameters parameters) {
        String digits = parameters.get("SIZE").orElse("");
        if (digits.isEmpty() || digits.length() > MAX_SIZE_DIGITS) {
            return OptionalLong.empty();
        }
        long size = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            size = size > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : size * 10 + digit;
        }
        return OptionalLong.of(size);
    }
}
