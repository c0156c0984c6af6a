package org.postern.receiver;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The port behind which somebody decides about mail, asked at every step of the dialogue; also the message-listener type of
 * the resource adapter, so that any Jakarta EE application can implement it in a message-driven bean.
 *
 * <p>Calls of one session come one after another, from one thread at a time; many sessions call at once. An exception counts as
 * 451 4.3.0: unknown means temporary. Only {@link #message} takes responsibility for mail.
 *
 * <p>A bean overrides the default methods too, if only to call them: a container may deny calls of what a bean inherits from an
 * interface, since no {@code @PermitAll} covers it.
 */
public interface MailReceiver {
    /** Asked before the greeting. A refusal here is the greeting, and ends the session. */
    AtCommand connect(SessionFacts session);

    /**
     * {@return for how long the greeting is put off, so that a client can show whether it waits for it (RFC 5321, 4.3.1)} Asked once
     * {@link #connect} has accepted.
     */
    default Duration pause(SessionFacts session) {
        return Duration.ZERO;
    }

    /** Asked about a client that has spoken before it was greeted. A refusal here is the greeting, and ends the session. */
    default AtCommand early(SessionFacts session) {
        return AtCommand.ACCEPT;
    }

    /** Asked at EHLO and HELO, the name already in {@code session}. */
    AtCommand helo(SessionFacts session);

    /** Asked at MAIL. {@code parameters} are valid and were offered; {@code AUTH} is not among them, since nobody is to believe it. */
    AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters);

    /** Asked at RCPT. {@code accepted} holds the recipients accepted so far in this transaction. */
    AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient);

    /**
     * Takes the message, or not. Returns {@link Reception.Queued} only after the message is durably stored; the 250 is written
     * after the return, and only then.
     *
     * @param content as it came, without a trace field; readable until this call returns, not after
     */
    Reception message(SessionFacts session, Envelope envelope, Content content);

    /** {@return the SASL mechanisms this session may use now, the strongest first; none where it cannot or need not sign in} */
    default List<String> mechanisms(SessionFacts session) {
        return List.of();
    }

    /** {@return a new authentication by one of {@link #mechanisms}; empty if there cannot be one now} */
    default Optional<SaslExchange> authenticate(SessionFacts session, String mechanism) {
        return Optional.empty();
    }

    /** {@return the reply to VRFY (RFC 5321, 3.5); 252 unless the client may know} */
    default Reply verify(SessionFacts session, String text) {
        return Replies.CANNOT_VERIFY;
    }

    /** {@return the reply to EXPN (RFC 5321, 3.5); 252 unless the client may know} */
    default Reply expand(SessionFacts session, String list) {
        return Replies.CANNOT_VERIFY;
    }

    /** {@return the reply to ETRN (RFC 1985), after the mail that waits for this node was told to go; 502 where that is not offered} */
    default Reply release(SessionFacts session, String node) {
        return Replies.NOT_IMPLEMENTED;
    }

    /**
     * Told of the 4xx and 5xx given to the client, after they were decided: of the first hundred in a session, and of the 421 that ends
     * it. Of connections, too, that were refused before there was a session. Whoever calls may do so later and from another thread, and
     * tell one for many, which its reason says then. Never answers, must not fail.
     */
    void refused(SessionFacts session, Refusal refusal);
}
