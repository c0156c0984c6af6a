package org.postern.smtp.client;

import org.postern.smtp.Reply;
import org.postern.smtp.client.ReplyReader.EndlessReplyException;
import org.postern.smtp.client.ReplyReader.NoReplyException;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Commands there, replies back. Commands collect until a reply is wanted, and then leave in one write (RFC 2920, 3.1).
 */
final class Dialogue {
    private final Transport transport;
    private final ReplyReader replies;
    private final StringBuilder commands = new StringBuilder();
    private String awaited = "the greeting";
    private Deadline deadline;

    Dialogue(Transport transport) {
        this.transport = transport;
        this.replies = new ReplyReader(transport);
        this.deadline = new Deadline(transport::ticks, "the greeting", Duration.ofDays(1));
    }

    /** Starts the time in which all has to be done that follows, until this is called again. */
    void allWithin(Duration limit, String what) {
        deadline = new Deadline(transport::ticks, what, limit);
    }

    /** Starts the time of one step, within that of all. */
    void within(Duration limit) throws IOException {
        transport.within(deadline.atMost(limit));
    }

    /** Writes octets that are no commands, in the time of one step. */
    void write(byte[] octets, int length, Duration limit) throws IOException {
        within(limit);
        try {
            transport.write(octets, 0, length);
        } catch (IOException failure) {
            throw deadline.reason(failure);
        }
    }

    Transport transport() {
        return transport;
    }

    /**
     * Adds a command, to be sent with the next wait for a reply.
     *
     * @throws IllegalArgumentException if it holds a line end or another control character: that would be two commands
     */
    void add(String command) {
        for (int i = 0; i < command.length(); i++) {
            if (Character.isISOControl(command.charAt(i))) {
                throw new IllegalArgumentException("a control character in a command");
            }
        }
        commands.append(command).append("\r\n");
    }

    /**
     * Sends what was added, and waits for one reply.
     *
     * @throws ServiceClosingException if the reply is a 421, whatever it answers
     */
    Reply reply(Duration limit) throws IOException {
        within(limit);
        Reply reply = read(limit);
        awaited = "the reply";
        if (reply.code() == ServiceClosingException.CODE) {
            throw new ServiceClosingException(reply);
        }
        return reply;
    }

    /** {@return the reply to this one command, sent alone} */
    Reply ask(String command, Duration limit) throws IOException {
        add(command);
        return reply(limit);
    }

    /**
     * Makes sure that nothing follows the last reply: behind the reply to STARTTLS it would be an injection (RFC 3207, 5).
     *
     * @throws IOException if something does
     */
    void requireNothingMore() throws IOException {
        if (replies.hasMore()) {
            throw new IOException("the server, or somebody in between, said more than a reply before TLS began");
        }
    }

    private Reply read(Duration limit) throws IOException {
        try {
            send();
            return replies.read();
        } catch (NoReplyException nonsense) {
            throw nonsense;
        } catch (IOException failure) {
            throw deadline.reason(replies.unfinished().map(came -> unended(failure, limit, came)).orElse(failure));
        }
    }

    /** A reply that has begun and does not end is told from one that does not come. */
    private IOException unended(IOException failure, Duration limit, String came) {
        String how = switch (failure) {
            case EndlessReplyException endless -> " within " + ReplyReader.MAX_LINES + " lines: ";
            case SocketTimeoutException late -> " within " + limit.toSeconds() + " s: ";
            default -> ": " + failure.getMessage() + "; ";
        };
        return new IOException(awaited + " did not end" + how + came, failure);
    }

    private void send() throws IOException {
        if (!commands.isEmpty()) {
            byte[] octets = commands.toString().getBytes(StandardCharsets.UTF_8);
            commands.setLength(0);
            transport.write(octets, 0, octets.length);
        }
    }

    /** The server says that it closes the connection (RFC 5321, 3.8). */
    static final class ServiceClosingException extends IOException {
        static final int CODE = 421;
        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        ServiceClosingException(Reply reply) {
            super(reply.toString());
            this.reply = reply;
        }

        Reply reply() {
            return reply;
        }
    }
}
