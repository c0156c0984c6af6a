package org.postern.smtp.server;

import org.postern.mail.Parameters;
import org.postern.smtp.Extension;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Xtext;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The parameters of MAIL and RCPT, checked against the extensions that are offered. */
final class MailParameters {
    /** RFC 1870, 4. */
    private static final int MAX_SIZE_DIGITS = 20;
    private static final int MAX_AUTH = 500;
    private static final Set<String> BODIES = Set.of("7BIT", "8BITMIME", "BINARYMIME");

    private final SessionSettings settings;

    MailParameters(SessionSettings settings) {
        this.settings = settings;
    }

    /** {@return the refusal these parameters of MAIL earn} */
    Optional<Denial> refuseAtMail(Parameters parameters, Set<Extension> offered) {
        for (Map.Entry<String, String> one : parameters.values().entrySet()) {
            if (offered.stream().noneMatch(extension -> extension.allowsAtMail(one.getKey()))) {
                return Optional.of(Denial.of(Replies.UNKNOWN_PARAMETER));
            }
            if (!isValidAtMail(one.getKey(), one.getValue(), offered)) {
                return Optional.of(Denial.of(Replies.BAD_PARAMETER_VALUE));
            }
        }
        if (parameters.get("HOLDFOR").isPresent() && parameters.get("HOLDUNTIL").isPresent()) {
            return Optional.of(Denial.of(Replies.BAD_PARAMETER_VALUE));
        }
        return size(parameters).orElse(0) > settings.maxMessageSize()
                ? Optional.of(Denial.MESSAGE_SIZE)
                : Optional.empty();
    }

    private boolean isValidAtMail(String keyword, String value, Set<Extension> offered) {
        Optional<FutureRelease> hold = settings.services().futureRelease();
        return switch (keyword) {
            case "SIZE" -> size(value).isPresent();
            case "BODY" -> isBody(value, offered);
            case "AUTH" -> value.length() <= MAX_AUTH && !value.isEmpty() && Xtext.decode(value).isPresent();
            case "RET" -> DsnParameters.isRet(value);
            case "ENVID" -> DsnParameters.isEnvid(value);
            case "MT-PRIORITY" -> isPriority(value);
            case "HOLDFOR" -> hold.isPresent() && hold.get().allowsFor(value);
            case "HOLDUNTIL" -> hold.isPresent() && hold.get().allowsUntil(value);
            // SMTPUTF8 and REQUIRETLS
            default -> value.isEmpty();
        };
    }

    /** {@return the refusal these parameters of RCPT earn in a transaction with these of MAIL} */
    Optional<Reply> refuseAtRcpt(Parameters parameters, Parameters ofMail, Set<Extension> offered) {
        for (Map.Entry<String, String> one : parameters.values().entrySet()) {
            if (offered.stream().noneMatch(extension -> extension.allowsAtRcpt(one.getKey()))) {
                return Optional.of(Replies.UNKNOWN_PARAMETER);
            }
            boolean valid = one.getKey().equals("NOTIFY")
                    ? DsnParameters.isNotify(one.getValue())
                    : DsnParameters.isOrcpt(one.getValue(), ofMail.get("SMTPUTF8").isPresent());
            if (!valid) {
                return Optional.of(Replies.BAD_PARAMETER_VALUE);
            }
        }
        return Optional.empty();
    }

    private static boolean isBody(String value, Set<Extension> offered) {
        String body = value.toUpperCase(Locale.ROOT);
        return BODIES.contains(body) && (!body.equals("BINARYMIME") || offered.contains(Extension.BINARYMIME));
    }

    /** From -9 to 9, without a plus or a leading zero (RFC 6710, 4). */
    private static boolean isPriority(String value) {
        String digit = value.startsWith("-") ? value.substring(1) : value;
        boolean zero = digit.equals("0");
        return digit.length() == 1 && digit.charAt(0) >= '0' && digit.charAt(0) <= '9'
                && !(zero && value.startsWith("-"));
    }

    /** {@return the octets announced, {@link Long#MAX_VALUE} if they are more; empty without SIZE or for no number} */
    static OptionalLong size(Parameters parameters) {
        return size(parameters.get("SIZE").orElse(""));
    }

    private static OptionalLong size(String digits) {
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
