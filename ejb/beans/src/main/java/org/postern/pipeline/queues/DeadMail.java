package org.postern.pipeline.queues;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.queue.MailQueue;
import org.postern.story.EventCodec;

import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What cannot be understood is not lost: it lies in {@code postern.dead}, with the reason, until a person has decided. */
@ApplicationScoped
public class DeadMail {
    static final String REASON = "postern_reason";
    static final String CAME_FROM = "postern_cameFrom";

    @Resource(lookup = "java:/JmsLocal")
    private ConnectionFactory broker;
    @Inject
    private EventSource events;

    /** Puts the message aside as it is, durable on return; the caller may then acknowledge it where it came from. */
    public void bury(Message message, String from, String reason) throws JMSException {
        label(message, from, reason);
        String event = EventCodec.write(
                List.of(events.of(EventKind.DROPPED).detail("put into " + MailQueue.DEAD + ": " + reason).event()));
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            session.createProducer(session.createQueue(MailQueue.DEAD)).send(message);
            session.createProducer(session.createQueue(MailQueue.EVENTS)).send(session.createTextMessage(event));
            session.commit();
        }
        QueuesLog.LOG.buried(from, reason);
    }

    /** The properties of a received message cannot be added to, only written anew. */
    private static void label(Message message, String from, String reason) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            properties.put(name, message.getObjectProperty(name));
        }
        properties.keySet().removeIf(name -> name.startsWith("JMS") || name.startsWith("_AMQ"));
        properties.put(REASON, reason);
        properties.put(CAME_FROM, from);
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
    }
}
