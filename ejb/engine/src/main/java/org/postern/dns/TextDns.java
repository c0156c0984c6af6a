package org.postern.dns;

/** The DNS as a place for text (RFC 1035, 3.3.14). Blocks like {@link MailDns}; never throws for what a server said. */
public interface TextDns {
    /** {@return the TXT records of a name, the strings of each put together} */
    TextAnswer texts(String name);
}
