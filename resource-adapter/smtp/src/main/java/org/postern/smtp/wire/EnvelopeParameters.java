package org.postern.smtp.wire;

import org.postern.mail.Parameters;
import org.postern.smtp.Extension;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the parameters of MAIL and RCPT may be, by whichever door an envelope comes.
 *
 * @param offered the extensions that may be used
 * @param hold how long a message may be held; empty for not at all
 */
public record EnvelopeParameters(Set<Extension> offered, Optional<FutureRelease> hold) {
    /** RFC 1870, 4. */
    private static final int MAX_SIZE_DIGITS = 20;
    private static final int MAX_AUTH = 500;
    private static final Set<String> BODIES = Set.of("7BIT", "8BITMIME", "BINARYMIME");

    /**
     * What is wrong.
     *
     * @param parameter its keyword
     * @param isUnknown whether no extension knows it; otherwise it has a value that it may not have
     */
    public record Fault(String parameter, boolean isUnknown) {}

    /** {@return what is wrong with these parameters of MAIL, first of all} How large a message may be is not asked here. */
    public Optional<Fault> atMail(Parameters parameters) {
        for (Map.Entry<String, String> one : parameters.values().entrySet()) {
            if (offered.stream().noneMatch(extension -> extension.allowsAtMail(one.getKey()))) {
                return Optional.of(new Fault(one.getKey(), true));
            }
            if (!isValidAtMail(one.getKey(), one.getValue())) {
                return Optional.of(new Fault(one.getKey(), false));
            }
        }
        return parameters.get("HOLDFOR").isPresent() && parameters.get("HOLDUNTIL").isPresent()
                ? Optional.of(new Fault("HOLDUNTIL", false))
                : Optional.empty();
    }

    private boolean isValidAtMail(String keyword, String value) {
        return switch (keyword) {
            case "SIZE" -> size(value).isPresent();
            case "BODY" -> isBody(value);
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

    /** {@return what is wrong with these parameters of RCPT in a transaction with those of MAIL, first of all} */
    public Optional<Fault> atRcpt(Parameters parameters, Parameters ofMail) {
        for (Map.Entry<String, String> one : parameters.values().entrySet()) {
            if (offered.stream().noneMatch(extension -> extension.allowsAtRcpt(one.getKey()))) {
                return Optional.of(new Fault(one.getKey(), true));
            }
            boolean valid = one.getKey().equals("NOTIFY")
                    ? DsnParameters.isNotify(one.getValue())
                    : DsnParameters.isOrcpt(one.getValue(), ofMail.get("SMTPUTF8").isPresent());
            if (!valid) {
                return Optional.of(new Fault(one.getKey(), false));
            }
        }
        return Optional.empty();
    }

    private boolean isBody(String value) {
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
    public static OptionalLong size(Parameters parameters) {
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
