package org.postern.receiver;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.smtp.Reply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Hands each step of the dialogue on to another receiver, as it came, and answers what that one answers. Whoever has rules of his own
 * extends it, overrides the steps they are about, and leaves the rest, the keeping of mail above all, to the other one.
 *
 * <p>Judges nothing by itself, and keeps nothing from one call to the next. What the other one throws, it throws.
 */
public abstract class PassingReceiver implements MailReceiver {
    /** {@return who is asked next, the same at each call} */
    protected abstract MailReceiver next();

    @Override
    public AtCommand connect(SessionFacts session) {
        return next().connect(session);
    }

    @Override
    public Duration pause(SessionFacts session) {
        return next().pause(session);
    }

    @Override
    public AtCommand early(SessionFacts session) {
        return next().early(session);
    }

    @Override
    public AtCommand helo(SessionFacts session) {
        return next().helo(session);
    }

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return next().mail(session, reversePath, parameters);
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        return next().rcpt(session, accepted, recipient);
    }

    @Override
    public Reception message(SessionFacts session, Envelope envelope, Content content) {
        return next().message(session, envelope, content);
    }

    @Override
    public List<String> mechanisms(SessionFacts session) {
        return next().mechanisms(session);
    }

    @Override
    public Optional<SaslExchange> authenticate(SessionFacts session, String mechanism) {
        return next().authenticate(session, mechanism);
    }

    @Override
    public Reply verify(SessionFacts session, String text) {
        return next().verify(session, text);
    }

    @Override
    public Reply expand(SessionFacts session, String list) {
        return next().expand(session, list);
    }

    @Override
    public Reply release(SessionFacts session, String node) {
        return next().release(session, node);
    }

    @Override
    public void refused(SessionFacts session, Refusal refusal) {
        next().refused(session, refusal);
    }
}
