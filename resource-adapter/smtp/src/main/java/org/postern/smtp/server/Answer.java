package org.postern.smtp.server;

import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.smtp.Reply;

/**
 * What the session says to a command, and how it goes on.
 *
 * @param reply what the client is told
 * @param then what comes next
 * @param reason why, if it is a refusal, for the trace
 */
record Answer(Reply reply, Then then, Reason reason) {
    /** How the session goes on. */
    enum Then {
        NEXT_COMMAND, CONTENT, START_TLS, CLOSE
    }

    static Answer of(Reply reply) {
        return new Answer(reply, Then.NEXT_COMMAND, Reason.NONE);
    }

    static Answer of(Reply reply, Reason reason) {
        return new Answer(reply, Then.NEXT_COMMAND, reason);
    }

    static Answer of(Denial denial) {
        return of(denial.reply(), denial.reason());
    }

    static Answer closing(Reply reply) {
        return new Answer(reply, Then.CLOSE, Reason.NONE);
    }

    /** {@return the same, after which the session goes on like this} */
    Answer then(Then next) {
        return new Answer(reply, next, reason);
    }

    /** {@return the answer that this verdict gives} */
    static Answer to(AtCommand verdict, Reply accepted, Runnable ifAccepted) {
        return switch (verdict) {
            case AtCommand.Accept _ -> {
                ifAccepted.run();
                yield of(accepted);
            }
            case AtCommand.Reject(Reply reply, Reason reason) -> of(reply, reason);
            case AtCommand.Defer(Reply reply, Reason reason) -> of(reply, reason);
        };
    }
}
