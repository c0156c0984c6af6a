package org.postern.broker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.broker.remote.RemoteBroker;
import org.postern.queue.Backlog;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Asks the broker of this server for the depth of its queues, or says what one elsewhere has said of them a moment ago. */
@Singleton
public class BrokerBacklog implements Backlog {
    private static final String QUEUES = "jboss.as:subsystem=messaging-activemq,server=default,runtime-queue=*";
    private static final String ALL = "messageCount";
    /** Of all, these wait for their time, and nobody takes them before. */
    private static final String FOR_LATER = "scheduledCount";
    private static final String[] COUNTS = {ALL, FOR_LATER};

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Map<String, ObjectName> names = new ConcurrentHashMap<>();
    private final RemoteBroker remote;

    @Inject
    BrokerBacklog(RemoteBroker remote) {
        this.remote = remote;
    }

    @Override
    public OptionalLong depth(String queue) {
        if (remote.isUsed()) {
            return remote.depth(queue);
        }
        try {
            ObjectName name = names.get(queue);
            if (name == null) {
                learn();
                name = names.get(queue);
            }
            return name == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(waiting(name));
        } catch (JMException e) {
            names.clear();
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean lacks(String queue) {
        return (!remote.isUsed() || remote.areAllAnswering()) && Backlog.super.lacks(queue);
    }

    /** Both in one question: most of its price is finding out who may ask. */
    private long waiting(ObjectName queue) throws JMException {
        long waiting = 0;
        for (Attribute counted : server.getAttributes(queue, COUNTS).asList()) {
            long number = counted.getValue() instanceof Number value ? value.longValue() : 0;
            waiting += counted.getName().equals(FOR_LATER) ? -number : number;
        }
        return waiting;
    }

    private void learn() throws JMException {
        for (ObjectName found : server.queryNames(new ObjectName(QUEUES), null)) {
            String key = found.getKeyProperty("runtime-queue");
            String plain = key.startsWith("\"") ? ObjectName.unquote(key) : key;
            names.put(plain.replaceFirst("^jms\\.queue\\.", ""), found);
        }
    }
}
