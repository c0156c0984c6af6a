package org.postern.admin.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.broker.JmsAddress;
import org.postern.broker.remote.RemoteBroker;
import org.postern.broker.remote.RemoteQueue;

import java.util.List;

/** The queues of this node's broker, as its management has them now, or those of a broker elsewhere, as it has told them a moment ago. */
@Singleton
public class BrokerQueues {
    private static final String QUEUES = "jboss.as:subsystem=messaging-activemq,server=default,runtime-queue=*";
    private static final String NAME = "runtime-queue";

    private final ManagementTree tree;
    private final RemoteBroker remote;

    @Inject
    BrokerQueues(ManagementTree tree, RemoteBroker remote) {
        this.tree = tree;
        this.remote = remote;
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
        return remote.isUsed()
                ? remote.queues().stream().filter(queue -> !queue.isTemporary()).map(BrokerQueues::held).toList()
                : tree.read(QUEUES, BrokerQueues::held);
    }

    /** Of a broker elsewhere, the address of a topic is told by how it is sent there, not by its name. */
    private static Held held(RemoteQueue queue) {
        String address = queue.isOfTopic() ? JmsAddress.ofTopic(queue.address()) : queue.address();
        return new Held(address, !queue.isOfTopic(), new QueueView(queue.name(), queue.messages(), queue.delivering(),
                queue.scheduled(), queue.consumers(), queue.added()));
    }

    private static Held held(ManagementTree.Bean bean) {
        String name = bean.key(NAME);
        return new Held(bean.text("queueAddress"), JmsAddress.isQueue(name),
                new QueueView(JmsAddress.queue(name), bean.number("messageCount"), bean.number("deliveringCount"),
                        bean.number("scheduledCount"), bean.number("consumerCount"), bean.number("messagesAdded")));
    }
}
