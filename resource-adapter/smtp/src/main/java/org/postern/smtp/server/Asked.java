package org.postern.smtp.server;

import org.postern.mail.Recipient;
import org.postern.smtp.wire.Command;

import java.util.Optional;

/**
 * What the client said, or what stands for it, as the trace may show it.
 *
 * @param shown the command line, or one of the words of {@link org.postern.receiver.Refusal}
 * @param recipient whom it names
 */
record Asked(String shown, Optional<Recipient> recipient) {
    /** {@return something that names no recipient} */
    static Asked of(String shown) {
        return new Asked(shown, Optional.empty());
    }

    /** {@return a command, of which this may be told} */
    static Asked of(String shown, Command command) {
        return new Asked(shown, command instanceof Command.Rcpt rcpt
                ? Optional.of(new Recipient(rcpt.forwardPath(), rcpt.parameters()))
                : Optional.empty());
    }
}
