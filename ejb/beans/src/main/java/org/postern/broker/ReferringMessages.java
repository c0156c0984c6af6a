package org.postern.broker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import org.postern.queue.MailQueue;

import java.util.OptionalLong;

/** Whether any message might refer to a content. */
@Singleton
public class ReferringMessages {
    static final String SELECTOR = OwnMail.CONTENT + " IS NOT NULL";
    /** Those, too, of which a person has still to find out what became of their content. */
    private static final String EVER = SELECTOR + " OR " + WholeMessage.LOST + " IS NOT NULL";

    private final ConnectionFactory broker;
    private final EmbeddedBroker embedded;
    private final StoreReadiness stores;

    @Inject
    ReferringMessages(ConnectionFactory broker, EmbeddedBroker embedded, StoreReadiness stores) {
        this.broker = broker;
        this.embedded = embedded;
        this.stores = stores;
    }

    /**
     * {@return whether there is surely none}
     *
     * <p>A browser sees neither what is on its way to a reader nor what is for later, and the count of a queue that has outgrown memory is
     * not exact. So both are asked.
     */
    boolean areNone() {
        return stores.faults().isEmpty() && embedded.isOurs()
                && OwnMail.QUEUES.stream().allMatch(queue -> isNone(embedded.all(queue)))
                && isNone(embedded.unseen(MailQueue.DEAD)) && browse();
    }

    private static boolean isNone(OptionalLong count) {
        return count.isPresent() && count.getAsLong() == 0;
    }

    private boolean browse() {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            for (String queue : OwnMail.QUEUES) {
                if (isAny(session, queue)) {
                    return false;
                }
            }
            return !isAny(session, MailQueue.DEAD);
        } catch (JMSException | JMSRuntimeException e) {
            return false;
        }
    }

    private static boolean isAny(Session session, String queue) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue), EVER)) {
            return browser.getEnumeration().hasMoreElements();
        }
    }
}
