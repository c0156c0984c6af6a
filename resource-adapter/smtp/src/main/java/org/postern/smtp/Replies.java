package org.postern.smtp;

import org.postern.mail.QueueId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every reply this server gives of its own accord, in one place. The text never tells how the server is configured, what it
 * runs on, or what went wrong inside it.
 */
public final class Replies {
    /** The code of a reply after which the server closes (RFC 5321, 3.8). */
    public static final int CLOSING = 421;

    public static final Reply READY_FOR_TLS = Reply.of(220, "2.0.0", "Ready to start TLS");
    public static final Reply BYE = Reply.of(221, "2.0.0", "Bye");
    public static final Reply AUTHENTICATED = Reply.of(235, "2.7.0", "Authentication successful");
    public static final Reply OK = Reply.of(250, "2.0.0", "Ok");
    public static final Reply SENDER_OK = Reply.of(250, "2.1.0", "Sender ok");
    public static final Reply RECIPIENT_OK = Reply.of(250, "2.1.5", "Recipient ok");
    public static final Reply CANNOT_VERIFY = Reply.of(252, "2.5.2",
            "Cannot verify a user, but will take mail and try");
    public static final Reply HELP = new Reply(214, Optional.of(new EnhancedStatus(2, 0, 0)),
            List.of("Commands: EHLO HELO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP VRFY EXPN ETRN HELP QUIT",
                    "HELP and a command tells more; see RFC 5321"));
    public static final Reply START_MAIL_INPUT = Reply.of(354, "Send the message, end it with a line of one dot");

    public static final Reply SHUTTING_DOWN = Reply.of(421, "4.3.2", "Service closing, try again later");
    public static final Reply NOT_TAKING_MAIL = Reply.of(421, "4.3.2", "Service not available now, try again later");
    public static final Reply TIMED_OUT = Reply.of(421, "4.4.2", "Waited too long for you, closing");
    public static final Reply TOO_MANY_CONNECTIONS = Reply.of(421, "4.7.0", "Too many connections, try again later");
    public static final Reply TOO_MANY_ERRORS = Reply.of(421, "4.7.0", "Too many errors, closing");
    public static final Reply TOO_MANY_COMMANDS = Reply.of(421, "4.7.0", "Too many commands without mail, closing");
    public static final Reply CANNOT_AUTHENTICATE_NOW = Reply.of(454, "4.7.0",
            "Cannot authenticate you now, try again later");
    public static final Reply LOCAL_ERROR = Reply.of(451, "4.3.0", "Local error, try again later");
    public static final Reply NO_ROOM = Reply.of(452, "4.3.1", "No room for the message now, try again later");
    public static final Reply NO_ROOM_FOR_RECIPIENT = Reply.of(452, "4.3.1",
            "No room for more recipients now, send the rest later");
    public static final Reply TOO_MANY_RECIPIENTS = Reply.of(452, "4.5.3",
            "Too many recipients, send the rest in another message");
    public static final Reply ENVELOPE_FULL = Reply.of(452, "4.5.3",
            "Recipients too long for one message, send the rest in another");

    public static final Reply AUTHENTICATION_LINE_TOO_LONG = Reply.of(500, "5.5.6",
            "Line too long for an authentication");
    public static final Reply BAD_BASE64 = Reply.of(501, "5.5.2", "Not base64");
    public static final Reply AUTHENTICATION_CANCELLED = Reply.of(501, "5.7.0", "Authentication cancelled");
    public static final Reply NOT_IMPLEMENTED = Reply.of(502, "5.5.1", "Command not implemented");
    public static final Reply SAY_HELLO_FIRST = Reply.of(503, "5.5.1", "Say EHLO first");
    public static final Reply SAY_LHLO_FIRST = Reply.of(503, "5.5.1", "Say LHLO first");
    public static final Reply SAY_LHLO = Reply.of(500, "5.5.1", "This is LMTP, say LHLO");
    public static final Reply NOT_LMTP = Reply.of(500, "5.5.1", "This is SMTP, say EHLO");
    public static final Reply MAIL_FIRST = Reply.of(503, "5.5.1", "MAIL comes first");
    public static final Reply IN_TLS_ALREADY = Reply.of(503, "5.5.1", "TLS protects the session already");
    public static final Reply AUTHENTICATED_ALREADY = Reply.of(503, "5.5.1", "You are authenticated already");
    public static final Reply NOT_IN_TRANSACTION = Reply.of(503, "5.5.1", "Not while a transaction is open");
    public static final Reply UNKNOWN_MECHANISM = Reply.of(504, "5.5.4", "Mechanism not offered");
    public static final Reply TLS_REQUIRED = Reply.of(530, "5.7.0", "Must issue a STARTTLS command first");
    public static final Reply AUTHENTICATION_REQUIRED = Reply.of(530, "5.7.0", "Authentication required");
    public static final Reply AUTHENTICATION_FAILED = Reply.of(535, "5.7.8", "Authentication credentials invalid");
    public static final Reply ENCRYPTION_REQUIRED = Reply.of(538, "5.7.11", "Encryption required, use STARTTLS first");
    public static final Reply RECIPIENT_FIRST = Reply.of(503, "5.5.1", "RCPT comes first");
    public static final Reply CHUNKS_BEGUN = Reply.of(503, "5.5.1", "The message comes by BDAT, go on so or say RSET");
    public static final Reply BINARY_NEEDS_BDAT = Reply.of(503, "5.5.1", "BODY=BINARYMIME needs BDAT");
    public static final Reply NOT_TRUSTED = Reply.of(550, "5.7.0", "Not for this client");
    public static final Reply NESTED_MAIL = Reply.of(503, "5.5.1", "A transaction is open already");
    public static final Reply NO_VALID_RECIPIENTS = Reply.of(554, "5.5.1", "No valid recipients");
    public static final Reply TALKED_TOO_EARLY = Reply.of(554, "5.5.0",
            "Wait for the reply before you go on, closing");
    public static final Reply TOO_BIG = Reply.of(552, "5.3.4", "Message bigger than this server takes");
    public static final Reply HEADER_TOO_BIG = Reply.of(552, "5.3.4", "Header section bigger than this server takes");
    public static final Reply UNKNOWN_PARAMETER = Reply.of(555, "5.5.4", "Parameter not recognized or not implemented");
    public static final Reply BAD_PARAMETER_VALUE = Reply.of(501, "5.5.4", "Value of a parameter is not valid");

    private Replies() {}

    /**
     * {@return the greeting of RFC 5321, 4.3.1}
     *
     * @param protocol {@code ESMTP} or {@code LMTP}
     */
    public static Reply greeting(String domain, String protocol) {
        return Reply.of(220, domain + " " + protocol + " Postern");
    }

    /** {@return the challenge of an authentication (RFC 4954, 4)} */
    public static Reply challenge(String base64) {
        return Reply.of(334, base64);
    }

    /** {@return the reply to HELP on a command} */
    public static Reply help(String text) {
        return Reply.of(214, "2.0.0", text);
    }

    /** {@return the reply to HELO} */
    public static Reply hello(String domain) {
        return Reply.of(250, domain);
    }

    /** {@return the reply to EHLO, with one line for each extension} */
    public static Reply hello(String domain, List<String> extensions) {
        List<String> lines = new ArrayList<>(extensions.size() + 1);
        lines.add(domain);
        lines.addAll(extensions);
        return new Reply(250, Optional.empty(), lines);
    }

    /** {@return the reply to a chunk that others are to follow (RFC 3030, 2)} */
    public static Reply chunkTaken(long octets) {
        return Reply.of(250, "2.0.0", octets + " octets received");
    }

    /** {@return the reply that hands responsibility over to us (RFC 5321, 6.1)} */
    public static Reply queued(QueueId id) {
        return Reply.of(250, "2.6.0", "Message accepted, queued as " + id);
    }

    /** {@return 500: the line breaks the grammar before a command is known} */
    public static Reply notACommandLine(String text) {
        return Reply.of(500, "5.5.2", text);
    }

    /** {@return 501: the command is known, its argument breaks the grammar} */
    public static Reply badArgument(String text) {
        return Reply.of(501, "5.5.2", text);
    }

    /** {@return 553: an address that cannot be served here (RFC 6531, 3.5)} */
    public static Reply badAddress(String text) {
        return Reply.of(553, "5.6.7", text);
    }

    /** {@return 554: content that breaks the grammar} */
    public static Reply badContent(String text) {
        return Reply.of(554, "5.6.0", text);
    }
}
