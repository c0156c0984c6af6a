package org.postern.smtp.server;

import org.postern.receiver.Reason;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.Command;

import java.util.Optional;

/**
 * How long a client is borne with that gets nothing done. Whoever is told to come back later, or to send the other recipients in
 * another message, has done nothing wrong: that counts between two messages alone.
 */
final class CommandLimits {
    private final SessionSettings settings;
    private int errors;
    private int refusals;
    private int deferrals;
    private int idleCommands;
    private Optional<Reason> exhausted = Optional.empty();

    CommandLimits(SessionSettings settings) {
        this.settings = settings;
    }

    /** {@return the 421 to give in place of this reply, once a limit is exceeded} */
    Optional<Reply> tried(Reply reply) {
        if (reply.isPositive()) {
            return Optional.empty();
        }
        count(reply);
        if (errors > settings.maxErrors()) {
            exhausted = Optional.of(Reason.seen("maxErrors is " + settings.maxErrors() + ", the last was " + reply));
        } else if (Math.max(refusals, deferrals) > settings.maxRefusals()) {
            exhausted = Optional
                    .of(Reason.seen("maxRefusals is " + settings.maxRefusals() + ", the last was " + reply));
        }
        return exhausted.map(limit -> Replies.TOO_MANY_ERRORS);
    }

    /** {@return the limit that was exceeded, once one is} */
    Optional<Reason> exhausted() {
        return exhausted;
    }

    private void count(Reply reply) {
        // The second digit tells syntax errors and bad sequences (0), and what has to do with signing in (3), from verdicts (RFC 5321, 4.2.1).
        int kind = reply.code() / 10 % 10;
        if (reply.isTransient()) {
            deferrals++;
        } else if (kind == 0 || kind == 3) {
            errors++;
        } else {
            refusals++;
        }
    }

    /** {@return the 421 to give in place of the reply to this command, once there were too many that carry no mail} */
    Optional<Reply> tried(Command command) {
        boolean idle = switch (command) {
            case Command.Mail _, Command.Rcpt _, Command.Data _, Command.Quit _ -> false;
            case Command.Bdat bdat -> bdat.size() == 0 && !bdat.last();
            default -> true;
        };
        idleCommands += idle ? 1 : 0;
        if (idleCommands <= settings.maxIdleCommands()) {
            return Optional.empty();
        }
        exhausted = Optional.of(Reason.seen("maxIdleCommands is " + settings.maxIdleCommands()));
        return Optional.of(Replies.TOO_MANY_COMMANDS);
    }

    /** A message has come in full: the client means what it does. */
    void restore() {
        idleCommands = 0;
        deferrals = 0;
    }
}
