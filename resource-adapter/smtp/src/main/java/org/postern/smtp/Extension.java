package org.postern.smtp;

import java.util.Optional;

/** A service extension (RFC 5321, 2.2): the keyword in the reply to EHLO, and the parameters it brings to MAIL and RCPT. */
public enum Extension {
    /** Commands without waiting for each reply (RFC 2920). */
    PIPELINING("PIPELINING"),
    /** The size of the message, before it is sent (RFC 1870). */
    SIZE("SIZE"),
    /** Octets above 127 in the content (RFC 6152). */
    EIGHT_BIT_MIME("8BITMIME"),
    /** A status code {@code x.y.z} in front of each reply's text (RFC 2034). */
    ENHANCED_STATUS_CODES("ENHANCEDSTATUSCODES");

    private final String keyword;

    Extension(String keyword) {
        this.keyword = keyword;
    }

    /** {@return the extension with this EHLO keyword, in any case} */
    public static Optional<Extension> of(String keyword) {
        for (Extension extension : values()) {
            if (extension.keyword.equalsIgnoreCase(keyword)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    public String keyword() {
        return keyword;
    }

    /** {@return whether it lets MAIL carry this parameter, in upper case} */
    public boolean allowsAtMail(String parameter) {
        return switch (this) {
            case SIZE -> parameter.equals("SIZE");
            case EIGHT_BIT_MIME -> parameter.equals("BODY");
            case PIPELINING, ENHANCED_STATUS_CODES -> false;
        };
    }

    /** {@return whether it lets RCPT carry this parameter, in upper case} */
    public boolean allowsAtRcpt(String parameter) {
        return switch (this) {
            case PIPELINING, SIZE, EIGHT_BIT_MIME, ENHANCED_STATUS_CODES -> false;
        };
    }
}
