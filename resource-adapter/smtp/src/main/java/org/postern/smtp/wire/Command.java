package org.postern.smtp.wire;

import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;

import java.util.Optional;

/** A command that follows the grammar (RFC 5321, 4.1.1). Whether it may be given now, and with these parameters, is not said. */
public sealed interface Command {
    /** {@return whether a client has to wait for the reply before it sends on (RFC 2920, 3.1; RFC 3207, 4; RFC 4954, 4)} */
    default boolean endsGroup() {
        return switch (this) {
            case Data _, StartTls _, Auth _ -> true;
            default -> false;
        };
    }

    /** EHLO with a domain or address literal. */
    record Ehlo(String name) implements Command {}

    /** HELO with a domain or address literal. */
    record Helo(String name) implements Command {}

    /** LHLO with a domain or address literal (RFC 2033, 4.1). */
    record Lhlo(String name) implements Command {}

    /** STARTTLS (RFC 3207). */
    record StartTls() implements Command {}

    /**
     * AUTH (RFC 4954, 4).
     *
     * @param mechanism in upper case
     * @param initialResponse as it was sent; a secret
     */
    record Auth(String mechanism, Optional<String> initialResponse) implements Command {
        /** {@return the command without what the client keeps secret} */
        @Override
        public String toString() {
            return "AUTH " + mechanism;
        }
    }

    /** MAIL. */
    record Mail(ReversePath reversePath, Parameters parameters) implements Command {
        /** {@return whether an address beyond ASCII stands here and is not announced (RFC 6531, 3.4)} */
        public boolean lacksSmtpUtf8() {
            boolean ascii = reversePath.mailbox().map(Mailbox::isAscii).orElse(true);
            return !ascii && parameters.get("SMTPUTF8").isEmpty();
        }
    }

    /** RCPT. */
    record Rcpt(ForwardPath forwardPath, Parameters parameters) implements Command {}

    /** DATA. */
    record Data() implements Command {}

    /**
     * BDAT (RFC 3030, 2).
     *
     * @param size octets that follow; {@link Long#MAX_VALUE} if they are more
     * @param last whether the message ends with them
     */
    record Bdat(long size, boolean last) implements Command {}

    /** RSET. */
    record Rset() implements Command {}

    /** NOOP; its argument means nothing. */
    record Noop() implements Command {}

    /** VRFY. */
    record Vrfy(String argument) implements Command {}

    /** EXPN. */
    record Expn(String argument) implements Command {}

    /** ETRN with a domain, {@code @} and a domain, or {@code #} and the name of a queue (RFC 1985, 5.1). */
    record Etrn(String node) implements Command {}

    /** XCLIENT with its attributes. */
    record Xclient(Parameters attributes) implements Command {}

    /** HELP, with a verb or what else help is wanted on; empty if that is not said. */
    record Help(String topic) implements Command {}

    /** QUIT. */
    record Quit() implements Command {}

    /** A command of SMTP or of an extension that is not offered here. */
    record NotImplemented(String verb) implements Command {}
}
