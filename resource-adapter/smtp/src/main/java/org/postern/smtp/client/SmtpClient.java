package org.postern.smtp.client;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Recipient;
import org.postern.smtp.client.Transaction.End;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The sending side of one SMTP or LMTP connection (RFC 5321, 3; RFC 2033): {@link #open} once, then any number of messages with {@link #send}, then
 * {@link #quit}. What goes wrong on the way is a value, never an exception. Used by one thread at a time.
 */
public final class SmtpClient {
    /** The most recipients given to one transaction (RFC 5321, 4.5.3.1.8); more are sent in several. */
    public static final int MAX_RECIPIENTS = 100;

    private final Dialogue dialogue;
    private final String name;
    private final MailProtocol protocol;
    private final Timeouts timeouts;
    private final boolean inquires;
    private Extensions extensions = Extensions.NONE;
    private End last = End.BROKEN;

    /**
     * Takes over a connection.
     *
     * @param transport just connected, nothing read yet
     * @param name the domain this gateway presents itself with
     * @param timeouts the limit of each step
     */
    public SmtpClient(Transport transport, String name, Timeouts timeouts) {
        this(transport, name, MailProtocol.SMTP, timeouts);
    }

    /** Takes over a connection with a server of this protocol. */
    public SmtpClient(Transport transport, String name, MailProtocol protocol, Timeouts timeouts) {
        this(transport, name, protocol, timeouts, false);
    }

    private SmtpClient(Transport transport, String name, MailProtocol protocol, Timeouts timeouts, boolean inquires) {
        this.inquires = inquires;
        this.protocol = protocol;
        this.dialogue = new Dialogue(transport);
        this.name = name;
        this.timeouts = timeouts;
    }

    /** {@return one whose {@link #send} hands over nothing: it asks whether the server would take the message} */
    public static SmtpClient inquiring(Transport transport, String name, MailProtocol protocol, Timeouts timeouts) {
        return new SmtpClient(transport, name, protocol, timeouts, true);
    }

    /** Like the other one, without TLS and login. */
    public Opening open() {
        return open(StartTls.NEVER, Optional.empty());
    }

    /**
     * Waits for the greeting, and says EHLO, or HELO to a server that does not know it (RFC 5321, 3.2); then begins TLS as it is
     * wanted, and says EHLO again (RFC 3207); then logs in, if there is a login, which is never done without TLS.
     */
    public Opening open(StartTls wanted, Optional<Login> login) {
        Opening opening = new SmtpGreeter(dialogue, name, protocol, timeouts).open(wanted, login);
        if (opening instanceof Opening.Ready(Extensions offered)) {
            extensions = offered;
            last = End.COMPLETE;
        }
        return opening;
    }

    /** {@return what protects the connection; empty while nothing does} */
    public Optional<TlsSession> tls() {
        return dialogue.transport().tls();
    }

    /** Sends a message, however many transactions it takes. */
    public List<Outcome> send(Envelope envelope, Content content) {
        return send(envelope, content, () -> true);
    }

    /**
     * Sends a message. The content is read as it is sent, block by block; it is never held as a whole unless it fits into one.
     *
     * @param more whether another transaction may begin, where one is not enough for all recipients
     * @return an outcome for each recipient of the envelope, in its order
     */
    public List<Outcome> send(Envelope envelope, Content content, BooleanSupplier more) {
        List<Recipient> recipients = envelope.recipients();
        int most = extensions.recipientsOr(MAX_RECIPIENTS);
        if (recipients.size() <= most) {
            return transact(envelope, content);
        }
        List<Outcome> outcomes = new ArrayList<>(recipients.size());
        for (int from = 0; from < recipients.size(); from += most) {
            List<Recipient> some = recipients.subList(from, Math.min(from + most, recipients.size()));
            outcomes.addAll(from == 0 || more.getAsBoolean()
                    ? transact(envelope.to(some), content)
                    : Collections.nCopies(some.size(), new Outcome.Unasked()));
        }
        return outcomes;
    }

    private List<Outcome> transact(Envelope envelope, Content content) {
        if (!isUsable()) {
            Outcome lost = new Outcome.Lost(Step.MAIL, "the connection had already ended");
            return Collections.nCopies(envelope.recipients().size(), lost);
        }
        return inquires ? inquire(envelope, content) : handOver(envelope, content);
    }

    private List<Outcome> inquire(Envelope envelope, Content content) {
        Inquiry inquiry = new Inquiry(dialogue, timeouts, extensions, envelope, content);
        last = End.BROKEN;
        List<Outcome> outcomes = inquiry.run();
        last = inquiry.end();
        return outcomes;
    }

    private List<Outcome> handOver(Envelope envelope, Content content) {
        Transaction transaction = new Transaction(dialogue, protocol, timeouts, extensions, envelope, content);
        boolean reset = last == End.OPEN;
        last = End.BROKEN;
        List<Outcome> outcomes = transaction.run(reset);
        last = transaction.end();
        return outcomes;
    }

    /** {@return how many messages the server takes on one connection, but not more than this many} */
    public int messagesOr(int usual) {
        return extensions.messagesOr(usual);
    }

    /** {@return whether the server offered this extension in its reply to EHLO} */
    public boolean offers(String keyword) {
        return extensions.offers(keyword);
    }

    /** {@return whether another message can be sent on this connection, as far as is known} */
    public boolean isUsable() {
        return last != End.BROKEN;
    }

    /** Says QUIT where that still makes sense, gives the server a moment for its reply, and closes the connection. */
    public void quit(Duration moment) {
        dialogue.allWithin(moment, "the farewell");
        try {
            if (isUsable()) {
                dialogue.ask("QUIT", moment);
            }
        } catch (IOException gone) {
            // The server closed first, or says nothing: either way the dialogue is over.
            last = End.BROKEN;
        } finally {
            last = End.BROKEN;
            dialogue.transport().close();
        }
    }
}
