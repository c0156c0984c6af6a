package org.postern.examples.tickets;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.postern.client.DeliveredMail;
import org.postern.client.MailEvent;
import org.postern.client.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.stereotype.Component;

/** Confirms each ticket, and says what became of that. */
@Component
public class TicketDesk {
    private static final Logger LOG = LoggerFactory.getLogger(TicketDesk.class);
    private static final String EVENTS = "tickets.events";

    /** The session has the transaction in which the ticket came: what is handed in by it is sent when the ticket is taken, and never else. */
    @JmsListener(destination = "tickets")
    public void take(Message message, Session session) throws JMSException, MessagingException {
        DeliveredMail mail = DeliveredMail.of(message);
        MimeMessage content = mail.mimeMessage();
        LOG.info("Ticket {} of {}: {}", mail.queueId(), mail.envelope().reversePath(), content.getSubject());
        if (!mail.envelope().isFromNobody() && content.getHeader("Auto-Submitted") == null) {
            confirmation(mail, session).handIn(session);
        }
    }

    @JmsListener(destination = EVENTS)
    public void hear(Message message) throws JMSException {
        MailEvent event = MailEvent.of(message);
        LOG.info("The confirmation of {} is {}", event.correlation().orElse("no ticket"), event.kind());
    }

    private static Submission confirmation(DeliveredMail mail, Session session) throws JMSException {
        String customer = mail.envelope().reversePath();
        return Submission.fromNobody()
                .to(customer)
                .correlation(mail.queueId())
                .replyTo(session.createQueue(EVENTS))
                .content("""
                        From: tickets@app.example
                        To: <%s>
                        Subject: Your ticket %s
                        Auto-Submitted: auto-replied

                        We are looking into it.
                        """.formatted(customer, mail.queueId()))
                .build();
    }
}
