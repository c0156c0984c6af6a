package org.postern.mail;

/**
 * An address that mail can be delivered to (RFC 5321, 2.3.11 and 4.1.2). The case of the local part is kept and significant.
 *
 * @param localPart as it was written, quotes included; 1 to 64 octets (RFC 5321, 4.5.3.1.1)
 * @param domain where the mailbox lives
 */
public record Mailbox(String localPart, Domain domain) {
    /** The longest local part, in octets. */
    public static final int MAX_LOCAL_OCTETS = 64;
    private static final String POSTMASTER = "postmaster";

    public Mailbox {
        if (localPart.isEmpty()) {
            throw new IllegalArgumentException("a local part has at least 1 octet");
        }
    }

    /**
     * {@return the local part as it is meant, for each comparison} Quotes and backslashes that belong to its writing are gone, so that the
     * forms that mean the same (RFC 5321, 4.1.2) are equal. The case is kept. Not to be written to anybody.
     */
    public String localName() {
        if (!localPart.startsWith("\"")) {
            return localPart;
        }
        StringBuilder name = new StringBuilder(localPart.length());
        for (int i = 1; i < localPart.length() - 1; i++) {
            boolean escapes = localPart.charAt(i) == '\\' && i + 2 < localPart.length();
            i += escapes ? 1 : 0;
            name.append(localPart.charAt(i));
        }
        return name.toString();
    }

    /** {@return the postmaster of a domain (RFC 5321, 4.5.1)} */
    public static Mailbox postmaster(Domain domain) {
        return new Mailbox(POSTMASTER, domain);
    }

    /** {@return whether it is the postmaster of its domain; case does not matter (RFC 5321, 4.5.1)} */
    public boolean isPostmaster() {
        return localName().equalsIgnoreCase(POSTMASTER);
    }

    /** {@return whether it can be told to a server without SMTPUTF8 (RFC 6531)} */
    public boolean isAscii() {
        return ALabel.isAscii(localPart) && domain.isAscii();
    }

    /** {@return {@code local-part@domain}, as it stands in a command} */
    @Override
    public String toString() {
        return localPart + "@" + domain;
    }
}
