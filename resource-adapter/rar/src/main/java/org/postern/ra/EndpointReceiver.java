package org.postern.ra;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One message endpoint for the length of one session. The container wraps each call as the bean's transaction attribute says; a
 * transaction that it starts for {@link #message} is therefore committed when the call returns, before the 250. No XA resource is
 * taken part in, so {@code beforeDelivery} is not needed. What a call throws is logged, and is 451 to the client.
 */
final class EndpointReceiver implements MailReceiver, AutoCloseable {
    private final MessageEndpoint endpoint;
    private final MailReceiver receiver;
    private final Watch watch;

    /** Told of what happens at the endpoint. */
    interface Watch {
        /** The endpoint took responsibility for a message. */
        void queued();

        /** The client was refused, which the endpoint may be told later. */
        void refused(SessionFacts session, Refusal refusal);

        /** A call failed. */
        void failed(String step, SessionFacts session, RuntimeException cause);

        /** {@return whether the endpoint is still meant to be called} */
        boolean wanted();
    }

    private EndpointReceiver(MessageEndpoint endpoint, Watch watch) {
        this.endpoint = endpoint;
        this.receiver = (MailReceiver) endpoint;
        this.watch = watch;
    }

    /**
     * {@return a receiver over a new endpoint, to be closed after the session}
     *
     * @throws UnavailableException when the server has none to give now
     */
    static EndpointReceiver of(MessageEndpointFactory endpoints, Watch watch) throws UnavailableException {
        return new EndpointReceiver(endpoints.createEndpoint(null), watch);
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        return ask("connect", session, () -> receiver.connect(session));
    }

    @Override
    public Duration pause(SessionFacts session) {
        return ask("connect", session, () -> receiver.pause(session), _ -> Duration.ZERO);
    }

    @Override
    public AtCommand early(SessionFacts session) {
        return ask("connect", session, () -> receiver.early(session));
    }

    @Override
    public AtCommand helo(SessionFacts session) {
        return ask("EHLO", session, () -> receiver.helo(session));
    }

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return ask("MAIL", session, () -> receiver.mail(session, reversePath, parameters));
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        return ask("RCPT", session, () -> receiver.rcpt(session, accepted, recipient));
    }

    @Override
    public List<String> mechanisms(SessionFacts session) {
        return ask("EHLO", session, () -> receiver.mechanisms(session), _ -> List.of());
    }

    @Override
    public Optional<SaslExchange> authenticate(SessionFacts session, String mechanism) {
        return ask("AUTH", session, () -> receiver.authenticate(session, mechanism), _ -> Optional.empty());
    }

    @Override
    public Reply verify(SessionFacts session, String text) {
        return ask("VRFY", session, () -> receiver.verify(session, text), failure -> failure);
    }

    @Override
    public Reply expand(SessionFacts session, String list) {
        return ask("EXPN", session, () -> receiver.expand(session, list), failure -> failure);
    }

    @Override
    public Reply release(SessionFacts session, String node) {
        return ask("ETRN", session, () -> receiver.release(session, node), failure -> failure);
    }

    private AtCommand ask(String step, SessionFacts session, Supplier<AtCommand> question) {
        return ask(step, session, question, AtCommand.Defer::new);
    }

    private <A> A ask(String step, SessionFacts session, Supplier<A> question, Function<Reply, A> atFailure) {
        try {
            return Objects.requireNonNull(question.get(), "no answer");
        } catch (RuntimeException e) {
            return atFailure.apply(failure(step, session, e));
        }
    }

    @Override
    public Reception message(SessionFacts session, Envelope envelope, Content content) {
        try {
            Reception reception = Objects.requireNonNull(receiver.message(session, envelope, content), "no reception");
            return switch (reception) {
                case Reception.Queued queued -> {
                    watch.queued();
                    yield queued;
                }
                case Reception.Refused refused -> refused.reply().isTransient() && !watch.wanted()
                        ? new Reception.Refused(Replies.NOT_TAKING_MAIL)
                        : refused;
            };
        } catch (RuntimeException e) {
            return new Reception.Refused(failure("message", session, e));
        }
    }

    /** An endpoint that is being taken away fails its calls: the client is told to come back, and nobody is alarmed. */
    private Reply failure(String step, SessionFacts session, RuntimeException cause) {
        if (!watch.wanted()) {
            return Replies.NOT_TAKING_MAIL;
        }
        watch.failed(step, session, cause);
        return Replies.LOCAL_ERROR;
    }

    /** Leaves the telling to who looks on: the client does not wait for it. */
    @Override
    public void refused(SessionFacts session, Refusal refusal) {
        watch.refused(session, refusal);
    }

    /** Tells the endpoint of a refusal. */
    void tell(SessionFacts session, Refusal refusal) {
        try {
            receiver.refused(session, refusal);
        } catch (RuntimeException e) {
            failure("refused", session, e);
        }
    }

    @Override
    public void close() {
        endpoint.release();
    }
}
