package org.postern.pipeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.postern.broker.StoreReadiness;
import org.postern.identity.MailLogin;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.metric.Meters;
import org.postern.policy.FilterChain;
import org.postern.policy.check.Verification;
import org.postern.receiver.AtCommand;
import org.postern.receiver.MailReceiver;
import org.postern.receiver.Reception;
import org.postern.receiver.Refusal;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.trust.Examined;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where mail comes in: the rules judge each step of the dialogue, and what passes is in the queues before the client is told so. A
 * message-driven bean for each listener; which there are stands in {@code META-INF/ejb-jar.xml}.
 */
@ResourceAdapter("#smtp.rar")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceptionStage implements MailReceiver {
    @Inject
    private StoreReadiness stores;
    @Inject
    private FilterChain filters;
    @Inject
    private Scrutiny scrutiny;
    @Inject
    private Acceptance acceptance;
    @Inject
    private MailLogin login;
    @Inject
    private Verification verification;
    @Inject
    private NodeRelease nodes;
    @Inject
    private Meters meters;

    @Override
    public AtCommand connect(SessionFacts session) {
        Optional<Reply> unready = stores.atConnect();
        if (unready.isPresent()) {
            return new AtCommand.Defer(unready.get());
        }
        AtCommand verdict = filters.connect(session);
        if (verdict instanceof AtCommand.Accept) {
            scrutiny.connected(session);
        }
        return verdict;
    }

    @Override
    public Duration pause(SessionFacts session) {
        return scrutiny.pause(session);
    }

    @Override
    public AtCommand early(SessionFacts session) {
        return scrutiny.early(session);
    }

    @Override
    public AtCommand helo(SessionFacts session) {
        return filters.helo(session);
    }

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        Optional<Reply> unready = stores.atMail();
        if (unready.isPresent()) {
            return new AtCommand.Defer(unready.get());
        }
        AtCommand verdict = filters.mail(session, reversePath, parameters);
        return verdict instanceof AtCommand.Accept ? scrutiny.mail(session, reversePath) : verdict;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        AtCommand verdict = filters.rcpt(session, accepted, recipient);
        return verdict instanceof AtCommand.Accept
                ? scrutiny.rcpt(session, accepted.reversePath(), recipient)
                : verdict;
    }

    @Override
    public Reception message(SessionFacts session, Envelope envelope, Content content) {
        long begun = meters.now();
        Reception reception = judged(session, envelope, content);
        meters.replied(reception instanceof Reception.Queued, begun);
        return reception;
    }

    private Reception judged(SessionFacts session, Envelope envelope, Content content) {
        HeaderSection header;
        try {
            header = HeaderSection.of(content);
        } catch (IOException e) {
            PipelineLog.LOG.contentUnreadable(e);
            return new Reception.Refused(Replies.LOCAL_ERROR);
        }
        return switch (filters.content(session, envelope, content, header)) {
            case AtCommand.Accept accept -> examined(session, envelope, content, header);
            case AtCommand.Reject reject -> new Reception.Refused(reject.reply(), reject.reason());
            case AtCommand.Defer defer -> new Reception.Refused(defer.reply(), defer.reason());
        };
    }

    private Reception examined(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        try {
            Examined examined = scrutiny.examine(session, envelope, content, header);
            return examined.refusal().isPresent()
                    ? new Reception.Refused(examined.refusal().get(), examined.assessment().reason())
                    : acceptance.take(session, envelope, content, header, examined);
        } catch (IOException e) {
            PipelineLog.LOG.contentUnreadable(e);
            return new Reception.Refused(Replies.LOCAL_ERROR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reception.Refused(Replies.LOCAL_ERROR);
        }
    }

    @Override
    public List<String> mechanisms(SessionFacts session) {
        return login.mechanisms(session);
    }

    @Override
    public Optional<SaslExchange> authenticate(SessionFacts session, String mechanism) {
        return login.authenticate(session, mechanism);
    }

    @Override
    public Reply verify(SessionFacts session, String text) {
        return verification.verify(session, text);
    }

    @Override
    public Reply expand(SessionFacts session, String list) {
        return verification.expand(session, list);
    }

    @Override
    public Reply release(SessionFacts session, String node) {
        return nodes.release(session, node);
    }

    @Override
    public void refused(SessionFacts session, Refusal refusal) {
        acceptance.tellRefusal(session, refusal);
    }
}
