package org.postern.smtp.server;

import org.postern.receiver.AtCommand;
import org.postern.smtp.Reply;

/**
 * What the session says to a command, and how it goes on.
 *
 * @param reply what the client is told
 * @param then what comes next
 */
record Answer(Reply reply, Then then) {
    /** How the session goes on. */
    enum Then {
        NEXT_COMMAND, CONTENT, START_TLS, CLOSE
    }

    static Answer of(Reply reply) {
        return new Answer(reply, Then.NEXT_COMMAND);
    }

    static Answer closing(Reply reply) {
        return new Answer(reply, Then.CLOSE);
    }

    /** {@return the answer that this verdict gives} */
    static Answer to(AtCommand verdict, Reply accepted, Runnable ifAccepted) {
        return switch (verdict) {
            case AtCommand.Accept _ -> {
                ifAccepted.run();
                yield of(accepted);
            }
            case AtCommand.Reject(Reply reply) -> of(reply);
            case AtCommand.Defer(Reply reply) -> of(reply);
        };
    }
}
