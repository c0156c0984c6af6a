package org.postern.answer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.postern.broker.DeadMail;
import org.postern.broker.Grants;
import org.postern.broker.JmsAddress;
import org.postern.broker.MailCodec;
import org.postern.routing.Router;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells applications what became of what they have handed in, at the JMSReplyTo that they gave it. */
@Singleton
public class Answers {
    private static final String KIND = "postern_event";
    private static final String KEY = "postern_eventKey";
    /** Longer ones are nobody's to keep. */
    private static final int LONGEST_CORRELATION = 1_000;

    private final Grants grants;
    private final Router router;
    private final InstantSource clock;

    @Inject
    Answers(Grants grants, Router router, InstantSource clock) {
        this.grants = grants;
        this.router = router;
        this.clock = clock;
    }

    /**
     * {@return what tells an application that its submission is refused; nothing where it does not want to be told, or may not be told where it
     * wants to be}
     *
     * @param queue where it was handed in
     */
    public DeadMail.Answer refusal(Message submission, String queue, String reason) throws JMSException {
        Destination wanted = submission.getJMSReplyTo();
        if (wanted == null) {
            return DeadMail.Answer.NONE;
        }
        Optional<ReplyAddress> address = ReplyAddress.of(wanted);
        Optional<String> obstacle = address.isEmpty()
                ? Optional.of("is called as no queue or topic of an application may be")
                : obstacle(address.get(), queue);
        if (obstacle.isPresent()) {
            AnswerLog.LOG.notAnswered(queue, obstacle.get());
            return DeadMail.Answer.NONE;
        }
        Optional<String> name = Optional.ofNullable(submission.getJMSMessageID());
        EventDocument document = new EventDocument(EventDocument.REFUSED,
                EventDocument.REFUSED + ">" + name.orElseGet(() -> UUID.randomUUID().toString()), clock.instant(),
                reason, correlation(submission).or(() -> name));
        return session -> send(session, address.get(), document);
    }

    /** {@return why this may be no place for answers} */
    private Optional<String> obstacle(ReplyAddress address, String queue) {
        if (!(address instanceof ReplyAddress.Named named)) {
            return Optional.empty();
        }
        if (router.leadsTo(named.target())) {
            return Optional.of("is " + named.target() + ", where routes lead, and holds mail alone");
        }
        Set<String> roles = grants.writers(JmsAddress.ofQueue(queue));
        return !roles.isEmpty() && grants.writers(named.address()).containsAll(roles)
                ? Optional.empty()
                : Optional.of("is " + named.target() + ", where those who may hand mail in may not write");
    }

    private static Optional<String> correlation(Message submission) throws JMSException {
        return Optional.ofNullable(submission.getJMSCorrelationID())
                .filter(text -> text.length() <= LONGEST_CORRELATION);
    }

    private static void send(Session session, ReplyAddress address, EventDocument document) throws JMSException {
        TextMessage message = session.createTextMessage(document.text());
        message.setStringProperty(KIND, document.kind());
        message.setStringProperty(KEY, document.key());
        message.setStringProperty(MailCodec.DUPLICATE_KEY, document.key());
        if (document.correlation().isPresent()) {
            message.setJMSCorrelationID(document.correlation().get());
        }
        session.createProducer(address.in(session)).send(message);
    }
}
