package org.postern.smtp.wire;

import org.postern.mail.ForwardPath;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;

/** A command that follows the grammar (RFC 5321, 4.1.1). Whether it may be given now, and with these parameters, is not said. */
public sealed interface Command {
    /** EHLO with a domain or address literal. */
    record Ehlo(String name) implements Command {}

    /** HELO with a domain or address literal. */
    record Helo(String name) implements Command {}

    /** MAIL. */
    record Mail(ReversePath reversePath, Parameters parameters) implements Command {}

    /** RCPT. */
    record Rcpt(ForwardPath forwardPath, Parameters parameters) implements Command {}

    /** DATA. */
    record Data() implements Command {}

    /** RSET. */
    record Rset() implements Command {}

    /** NOOP; its argument means nothing. */
    record Noop() implements Command {}

    /** VRFY. */
    record Vrfy(String argument) implements Command {}

    /** HELP; its argument is not looked at. */
    record Help() implements Command {}

    /** QUIT. */
    record Quit() implements Command {}

    /** A command of SMTP or of an extension that is not offered here. */
    record NotImplemented(String verb) implements Command {}
}
