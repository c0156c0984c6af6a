package org.postern.admin.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.broker.JmsAddress;

import java.util.List;

/** The queues of this node's broker, as its management has them now; none where the broker is elsewhere, which does not say. */
@Singleton
public class BrokerQueues {
    private static final String QUEUES = "jboss.as:subsystem=messaging-activemq,server=default,runtime-queue=*";
    private static final String NAME = "runtime-queue";

    private final ManagementTree tree;

    @Inject
    BrokerQueues(ManagementTree tree) {
        this.tree = tree;
    }

    /**
     * A queue of the broker: one of JMS, a subscription of a topic, or one of the broker's own.
     *
     * @param address to which messages for it are sent
     * @param isOfJms whether it is a queue of JMS
     * @param view what is in it, by the name that JMS knows, if it does
     */
    public record Held(String address, boolean isOfJms, QueueView view) {}

    /** {@return all of them, in the order of their names} */
    public List<Held> all() {
        return tree.read(QUEUES, BrokerQueues::held);
    }

    private static Held held(ManagementTree.Bean bean) {
        String name = bean.key(NAME);
        return new Held(bean.text("queueAddress"), JmsAddress.isQueue(name),
                new QueueView(JmsAddress.queue(name), bean.number("messageCount"), bean.number("deliveringCount"),
                        bean.number("scheduledCount"), bean.number("consumerCount"), bean.number("messagesAdded")));
    }
}
