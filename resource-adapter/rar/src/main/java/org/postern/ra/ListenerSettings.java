package org.postern.ra;

import org.postern.network.Networks;
import org.postern.ra.tls.TlsMode;
import org.postern.ra.tls.TlsSettings;
import org.postern.receiver.ListenerSetting.Range;
import org.postern.receiver.ProtocolRole;
import org.postern.smtp.server.Services;
import org.postern.smtp.wire.FutureRelease;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What one listener works by: the activation's properties, checked and typed.
 *
 * @param name of the listener, such as {@code mx}; unique in a server
 * @param role what it is for
 * @param address where it listens
 * @param greetingName the domain it presents itself with
 * @param tls when it speaks TLS
 * @param keyMaterial what it proves its name with
 * @param trust whom it believes what it says of others
 * @param offers what it offers beside taking mail
 * @param sessions how many sessions it takes
 * @param mail what one session may bring
 * @param patience how long it waits
 * @param spool where content is kept while it arrives
 */
record ListenerSettings(String name, ProtocolRole role, Address address, String greetingName, TlsMode tls,
        TlsSettings keyMaterial, Trust trust, Offers offers, Sessions sessions, Mail mail, Patience patience,
        Spool spool) {

    /** The port that means: do not listen. */
    static final int OFF = 0;
    /** The port that means: any free one; the management view tells which. */
    static final int ANY_FREE = -1;

    /** The form of a listener's name. */
    static final String NAME = "[A-Za-z0-9._-]{1,64}";

    ListenerSettings {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("listenerName '" + name
                    + "' must be 1 to 64 letters, digits, dots, hyphens or underscores");
        }
    }

    /** {@return whether the listener is switched off} */
    boolean isOff() {
        return address.port() == OFF;
    }

    /**
     * Where to listen.
     *
     * @param bind an IPv4 or IPv6 address, or a name; {@code 0.0.0.0} and {@code ::} mean every address
     * @param port 1 to 65535, {@link #OFF} or {@link #ANY_FREE}
     * @param backlog connections the system keeps until they are taken
     */
    record Address(String bind, int port, int backlog) {
        Address {
            if (bind.isBlank()) {
                throw new IllegalArgumentException("bindAddress is empty: give an address, or 0.0.0.0 for all");
            }
            within(ListenerProperty.PORT, port, new Range(ANY_FREE, 65_535));
            within(ListenerProperty.BACKLOG, backlog);
        }

        @Override
        public String toString() {
            return (bind.indexOf(':') >= 0 ? "[" + bind + "]" : bind) + ":" + (port == ANY_FREE ? "any" : port);
        }
    }

    /**
     * Whom to believe.
     *
     * @param proxied whether each connection begins with a header of the PROXY protocol
     * @param proxies who may say so; where that is demanded, nobody else is served
     * @param xclient clients that may use XCLIENT
     */
    record Trust(boolean proxied, Networks proxies, Networks xclient) {
        Trust {
            if (proxied && proxies.ranges().isEmpty()) {
                throw new IllegalArgumentException(
                        "proxyProtocol is on, but there are no proxies: give their networks");
            }
        }

        /** {@return whether this one may connect at all} */
        boolean admits(InetAddress address) {
            return !proxied || proxies.contains(address);
        }
    }

    /**
     * What there is beside taking mail.
     *
     * @param etrn whether a node may ask for the mail that waits for it
     * @param hold how long a submission may be held before it goes on; nothing for not at all
     */
    record Offers(boolean etrn, Duration hold) {
        Offers {
            within(ListenerProperty.FUTURE_RELEASE, hold.toSeconds());
        }

        Services services(ProtocolRole role) {
            Services services = Services.NONE.withEtrn(etrn && role != ProtocolRole.LMTP);
            return hold.isZero()
                    ? services
                    : services.withFutureRelease(new FutureRelease(hold, InstantSource.system()));
        }
    }

    /**
     * How many sessions at once.
     *
     * @param total of the listener
     * @param perClient of one client: an IPv4 address, or an IPv6 network of 64 bits
     */
    record Sessions(int total, int perClient) {
        Sessions {
            within(ListenerProperty.MAX_SESSIONS, total);
            within(ListenerProperty.MAX_SESSIONS_PER_CLIENT, perClient);
        }
    }

    /**
     * What one session may bring.
     *
     * @param messageSize octets of one message
     * @param recipients of one message; RFC 5321, 4.5.3.1.8 demands 100 at least
     * @param headerSize octets of the header section
     * @param textLine octets of a line of content; RFC 5321, 4.5.3.1.6 demands 1000 at least
     * @param commandLine octets of a command line; RFC 5321, 4.5.3.1.4 demands 512 at least
     * @param errors commands that may fail before the session is ended
     * @param refusals commands that may be refused, or deferred between two messages, before the session is ended
     * @param idleCommands commands without mail between two messages before the session is ended
     */
    record Mail(int messageSize, int recipients, int headerSize, int textLine, int commandLine, int errors,
            int refusals, int idleCommands) {
        Mail {
            within(ListenerProperty.MAX_HEADER_SIZE, headerSize);
            within(ListenerProperty.MAX_TEXT_LINE, textLine);
            within(ListenerProperty.MAX_COMMAND_LINE, commandLine);
            within(ListenerProperty.MAX_REFUSALS, refusals);
            within(ListenerProperty.MAX_IDLE_COMMANDS, idleCommands);
            within(ListenerProperty.MAX_MESSAGE_SIZE, messageSize);
            within(ListenerProperty.MAX_RECIPIENTS, recipients);
            within(ListenerProperty.MAX_ERRORS, errors);
        }
    }

    /**
     * How long to wait.
     *
     * @param command for the next command, from the last reply on (RFC 5321, 4.5.3.2.7)
     * @param data for the next block of content
     * @param minimumRate octets a second that content must bring in the mean, whatever its blocks do
     * @param message for the next accepted message, from the last one on: a session that only chats is ended
     * @param transaction for the content of one message, however steadily it comes
     * @param session for a session as a whole; it is ended between two messages
     * @param reply for the client to take a reply, or to make a TLS handshake
     * @param drain for messages in flight to end when sessions are to end
     */
    record Patience(Duration command, Duration data, int minimumRate, Duration message, Duration transaction,
            Duration session,
            Duration reply, Duration drain) {
        Patience {
            within(ListenerProperty.COMMAND_TIMEOUT, command.toSeconds());
            within(ListenerProperty.DATA_TIMEOUT, data.toSeconds());
            within(ListenerProperty.MINIMUM_RATE, minimumRate);
            within(ListenerProperty.MESSAGE_TIMEOUT, message.toSeconds());
            within(ListenerProperty.TRANSACTION_TIMEOUT, transaction.toSeconds());
            within(ListenerProperty.SESSION_TIMEOUT, session.toSeconds());
            within(ListenerProperty.REPLY_TIMEOUT, reply.toSeconds());
            within(ListenerProperty.DRAIN_TIMEOUT, drain.toSeconds());
        }
    }

    /**
     * Where content is kept while it arrives.
     *
     * @param folder for what does not fit into memory
     * @param memoryThreshold octets of one message that stay in memory
     * @param largest octets of the largest message
     * @param limit megabytes that may be filled there at a time; 0 for a tenth of the disk
     * @param journalUsage per cent of the disk that may be in use before no more mail is taken
     */
    record Spool(Path folder, int memoryThreshold, int largest, int limit, int journalUsage) {
        Spool {
            within(ListenerProperty.MEMORY_THRESHOLD, memoryThreshold);
            within(ListenerProperty.SPOOL_LIMIT, limit);
            within(ListenerProperty.MAX_DISK_USAGE, journalUsage);
        }
    }

    private static void within(ListenerProperty property, long value) {
        within(property, value, property.range().orElseThrow());
    }

    private static void within(ListenerProperty property, long value, Range range) {
        if (!range.contains(value)) {
            throw new IllegalArgumentException(property + " is " + value + ", but must be from " + range);
        }
    }
}
