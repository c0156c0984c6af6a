package org.postern.smtp.server;

import org.postern.smtp.wire.Violation;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The limits of a session (RFC 5321, 4.5.3.1), and the services it offers beside taking mail.
 *
 * @param maxMessageSize octets of a message's content; announced by SIZE
 * @param maxRecipients recipients of one message; at least 100 (RFC 5321, 4.5.3.1.8)
 * @param maxHeaderSize octets of the header section
 * @param maxTextLine octets of a line of content, CRLF included; at least 1000 (RFC 5321, 4.5.3.1.6)
 * @param maxCommandLine octets of a command line, CRLF included; at least 512 (RFC 5321, 4.5.3.1.4)
 * @param maxErrors commands that break the protocol, before the session is ended with 421
 * @param maxRefusals commands refused by a verdict in a session, and commands deferred between two messages, before the session is
 *        ended with 421
 * @param maxIdleCommands commands that carry no mail between two messages, before the session is ended with 421
 * @param tolerated violations that are let pass; only such as {@link Violation#mayBeTolerated}
 * @param services what may be offered to this client
 */
public record SessionSettings(long maxMessageSize, int maxRecipients, int maxHeaderSize, int maxTextLine,
        int maxCommandLine, int maxErrors, int maxRefusals, int maxIdleCommands, Set<Violation> tolerated,
        Services services) {

    /** Good for a server on the open Internet. */
    public static final SessionSettings DEFAULT = new SessionSettings(50L * 1024 * 1024, 1000, 256 * 1024, 10_000, 2048,
            50, 1000, 200, Set.of(), Services.NONE);

    public SessionSettings {
        tolerated = Set.copyOf(tolerated);
        atLeast("maxMessageSize", maxMessageSize, 64 * 1024);
        atLeast("maxRecipients", maxRecipients, 100);
        atLeast("maxHeaderSize", maxHeaderSize, 1000);
        atLeast("maxTextLine", maxTextLine, 1000);
        atLeast("maxCommandLine", maxCommandLine, 512);
        atLeast("maxErrors", maxErrors, 1);
        atLeast("maxRefusals", maxRefusals, 1);
        atLeast("maxIdleCommands", maxIdleCommands, 1);
        for (Violation violation : tolerated) {
            if (!violation.mayBeTolerated()) {
                throw new IllegalArgumentException(violation + " is never tolerated");
            }
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is at least " + least + ", not " + value);
        }
    }

    public SessionSettings withMaxMessageSize(long octets) {
        return new SessionSettings(octets, maxRecipients, maxHeaderSize, maxTextLine, maxCommandLine, maxErrors,
                maxRefusals, maxIdleCommands, tolerated, services);
    }

    public SessionSettings withMaxRecipients(int recipients) {
        return new SessionSettings(maxMessageSize, recipients, maxHeaderSize, maxTextLine, maxCommandLine, maxErrors,
                maxRefusals, maxIdleCommands, tolerated, services);
    }

    public SessionSettings withMaxErrors(int errors) {
        return new SessionSettings(maxMessageSize, maxRecipients, maxHeaderSize, maxTextLine, maxCommandLine, errors,
                maxRefusals, maxIdleCommands, tolerated, services);
    }

    public SessionSettings withMaxRefusals(int refusals) {
        return new SessionSettings(maxMessageSize, maxRecipients, maxHeaderSize, maxTextLine, maxCommandLine, maxErrors,
                refusals, maxIdleCommands, tolerated, services);
    }

    public SessionSettings tolerating(Set<Violation> some) {
        return new SessionSettings(maxMessageSize, maxRecipients, maxHeaderSize, maxTextLine, maxCommandLine, maxErrors,
                maxRefusals, maxIdleCommands, some, services);
    }

    public SessionSettings with(Services others) {
        return new SessionSettings(maxMessageSize, maxRecipients, maxHeaderSize, maxTextLine, maxCommandLine, maxErrors,
                maxRefusals, maxIdleCommands, tolerated, others);
    }

    /** {@return the same, with TLS to be had here by STARTTLS or not} */
    public SessionSettings withStartTls(boolean startTls) {
        return with(services.withStartTls(startTls));
    }

    /** {@return the same, for clients of which these may use XCLIENT} */
    public SessionSettings withXclient(Predicate<InetSocketAddress> trusted) {
        return with(services.withXclient(trusted));
    }
}
