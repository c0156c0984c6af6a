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
    ENHANCED_STATUS_CODES("ENHANCEDSTATUSCODES"),
    /** TLS from here on (RFC 3207). */
    STARTTLS("STARTTLS"),
    /** Proving who one is (RFC 4954). */
    AUTH("AUTH"),
    /** Addresses and header fields beyond ASCII (RFC 6531). */
    SMTPUTF8("SMTPUTF8"),
    /** What is to be reported, and how (RFC 3461). */
    DSN("DSN"),
    /** Content in chunks of announced size (RFC 3030, 2). */
    CHUNKING("CHUNKING"),
    /** Content that is not made of lines (RFC 3030, 3). */
    BINARYMIME("BINARYMIME"),
    /** How much a session may bring (RFC 9422). */
    LIMITS("LIMITS"),
    /** Release of the mail that waits for a node (RFC 1985). */
    ETRN("ETRN"),
    /** A message that goes on later (RFC 4865). */
    FUTURERELEASE("FUTURERELEASE"),
    /** What goes first (RFC 6710). */
    MT_PRIORITY("MT-PRIORITY"),
    /** Never without TLS (RFC 8689). */
    REQUIRETLS("REQUIRETLS"),
    /** Speaking for another client; Postfix's protocol, for proxies that are trusted. */
    XCLIENT("XCLIENT");

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
            case SIZE, AUTH, SMTPUTF8, MT_PRIORITY, REQUIRETLS -> parameter.equals(keyword);
            case EIGHT_BIT_MIME, BINARYMIME -> parameter.equals("BODY");
            case DSN -> parameter.equals("RET") || parameter.equals("ENVID");
            case FUTURERELEASE -> parameter.equals("HOLDFOR") || parameter.equals("HOLDUNTIL");
            default -> false;
        };
    }

    /** {@return whether it lets RCPT carry this parameter, in upper case} */
    public boolean allowsAtRcpt(String parameter) {
        return this == DSN && (parameter.equals("NOTIFY") || parameter.equals("ORCPT"));
    }
}
