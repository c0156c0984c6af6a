package org.postern.smtp.server;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.Reception;
import org.postern.receiver.Refusal;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A receiver that cannot fail: an exception of the one behind it is 451 4.3.0, since unknown means temporary. */
final class GuardedReceiver implements MailReceiver {
    private static final AtCommand LOCAL_ERROR = new AtCommand.Defer(Replies.LOCAL_ERROR);
    private static final Reception NOT_KEPT = new Reception.Refused(Replies.LOCAL_ERROR);

    private final MailReceiver receiver;

    GuardedReceiver(MailReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        return guard(() -> receiver.connect(session), LOCAL_ERROR);
    }

    @Override
    public Duration pause(SessionFacts session) {
        return guard(() -> receiver.pause(session), Duration.ZERO);
    }

    @Override
    public AtCommand early(SessionFacts session) {
        return guard(() -> receiver.early(session), LOCAL_ERROR);
    }

    @Override
    public AtCommand helo(SessionFacts session) {
        return guard(() -> receiver.helo(session), LOCAL_ERROR);
    }

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return guard(() -> receiver.mail(session, reversePath, parameters), LOCAL_ERROR);
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        return guard(() -> receiver.rcpt(session, accepted, recipient), LOCAL_ERROR);
    }

    @Override
    public Reception message(SessionFacts session, Envelope envelope, Content content) {
        return guard(() -> receiver.message(session, envelope, content), NOT_KEPT);
    }

    @Override
    public List<String> mechanisms(SessionFacts session) {
        return guard(() -> receiver.mechanisms(session), List.of());
    }

    @Override
    public Optional<SaslExchange> authenticate(SessionFacts session, String mechanism) {
        return guard(() -> receiver.authenticate(session, mechanism), Optional.<SaslExchange>empty())
                .<SaslExchange>map(GuardedExchange::new);
    }

    @Override
    public Reply verify(SessionFacts session, String text) {
        return guard(() -> receiver.verify(session, text), Replies.LOCAL_ERROR);
    }

    @Override
    public Reply expand(SessionFacts session, String list) {
        return guard(() -> receiver.expand(session, list), Replies.LOCAL_ERROR);
    }

    @Override
    public Reply release(SessionFacts session, String node) {
        return guard(() -> receiver.release(session, node), Replies.LOCAL_ERROR);
    }

    /** The client has its answer already; a trace that cannot be written does not change it. */
    @Override
    public void refused(SessionFacts session, Refusal refusal) {
        try {
            receiver.refused(session, refusal);
        } catch (RuntimeException _) {
            // Whoever cannot be told has to say so in a log of its own.
        }
    }

    private static <V> V guard(Supplier<V> question, V otherwise) {
        try {
            V verdict = question.get();
            return verdict == null ? otherwise : verdict;
        } catch (RuntimeException _) {
            return otherwise;
        }
    }
}
