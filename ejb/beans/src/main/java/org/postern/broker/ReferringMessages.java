package org.postern.broker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import org.postern.contents.Contents;
import org.postern.queue.MailQueue;

import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** To which contents messages refer. */
@Singleton
public class ReferringMessages {
    static final String SELECTOR = OwnMail.CONTENT + " IS NOT NULL";
    /** Those, too, of which a person has still to find out what became of their content. */
    private static final String EVER = SELECTOR + " OR " + WholeMessage.LOST + " IS NOT NULL";

    private static final List<String> QUEUES = Stream.concat(OwnMail.QUEUES.stream(), Stream.of(MailQueue.DEAD))
            .toList();
    /** More than these in a queue are not looked through. */
    private static final long MOST = 200_000;

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
     * {@return the contents to which messages refer, unless a stage has them already; empty when it cannot be told now}
     *
     * <p>A browser sees neither what is on its way to a reader nor what is for later, and what is given back meanwhile lies where the browser
     * has been. So the queues are looked through before and after what a browser does not see.
     */
    Optional<Set<String>> names() {
        if (!stores.areStoresWell() || !embedded.isOurs()) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        boolean isAll = lookThrough(names)
                && QUEUES.stream().allMatch(queue -> addHidden(queue, names))
                && lookThrough(names);
        return isAll && stores.areStoresWell() ? Optional.of(names) : Optional.empty();
    }

    private boolean addHidden(String queue, Set<String> names) {
        Optional<String> hidden = embedded.hidden(queue);
        hidden.map(Contents::namesIn).ifPresent(names::addAll);
        return hidden.isPresent();
    }

    private boolean lookThrough(Set<String> names) {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            for (String queue : QUEUES) {
                OptionalLong all = embedded.all(queue);
                if (all.isEmpty() || all.getAsLong() > MOST) {
                    return false;
                }
                lookThrough(session, queue, names);
            }
            return true;
        } catch (JMSException | RuntimeException e) {
            return false;
        }
    }

    private static void lookThrough(Session session, String queue, Set<String> names) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue), EVER)) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                Message message = (Message) messages.nextElement();
                OwnMail.name(message).ifPresent(names::add);
                Optional.ofNullable(message.getStringProperty(WholeMessage.LOST)).ifPresent(names::add);
            }
        }
    }
}
