package org.postern.broker;

import jakarta.inject.Singleton;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the management of this server says about the broker inside of it. */
@Singleton
public class EmbeddedBroker {
    private static final String BROKER = "jboss.as:subsystem=messaging-activemq,server=default";
    private static final String FACTORY = BROKER + ",pooled-connection-factory=postern-local";
    private static final String NAME = "java:/JmsLocal";
    /** How long it takes at most until the management of a server that starts knows all of it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** What would bring messages to another server, or let another one take over. */
    private static final List<String> ELSEWHERE = List.of("cluster-connection", "ha-policy", "bridge", "divert");

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private volatile boolean ours;
    private final LongSupplier nanos;
    private OptionalLong unknownSince = OptionalLong.empty();
    private boolean told;

    EmbeddedBroker() {
        this(System::nanoTime);
    }

    EmbeddedBroker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * {@return whether what is sent by {@code java:/JmsLocal} stays in this process and on the disks of this server: nobody else ever
     * receives it}
     *
     * <p>False where anything is not as it is known to be.
     */
    boolean isOurs() {
        if (!ours) {
            try {
                ours = isPlain() && isWithin();
            } catch (JMException | RuntimeException e) {
                tell(e);
            }
        }
        return ours;
    }

    /** While the server starts, its management does not know the broker yet. */
    private synchronized void tell(Exception reason) {
        long now = nanos.getAsLong();
        long since = unknownSince.orElse(now);
        unknownSince = OptionalLong.of(since);
        if (!told && now - since > PATIENCE.toNanos() && isHere()) {
            told = true;
            QueuesLog.LOG.brokerNotKnown(reason.toString());
        }
    }

    /** {@return whether there is a broker in this server, whatever is known of it} */
    private boolean isHere() {
        try {
            return server.isRegistered(new ObjectName(BROKER));
        } catch (JMException | RuntimeException e) {
            return true;
        }
    }

    private boolean isPlain() throws JMException {
        for (String child : ELSEWHERE) {
            if (!server.queryNames(new ObjectName(BROKER + "," + child + "=*"), null).isEmpty()) {
                return false;
            }
        }
        return server.getAttribute(new ObjectName(BROKER), "journalDatasource") == null;
    }

    private boolean isWithin() throws JMException {
        ObjectName factory = new ObjectName(FACTORY);
        List<String> connectors = texts(server.getAttribute(factory, "connectors"));
        if (connectors.isEmpty() || !texts(server.getAttribute(factory, "entries")).contains(NAME)) {
            return false;
        }
        for (String connector : connectors) {
            if (!server.isRegistered(new ObjectName(BROKER + ",in-vm-connector=" + connector))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(Object value) {
        return value instanceof Object[] values ? Arrays.stream(values).map(Object::toString).toList() : List.of();
    }

    /** {@return how many messages the queue holds, those on their way to a reader and those for later among them} */
    OptionalLong all(String queue) {
        return sum(queue, "messageCount", "deliveringCount", "scheduledCount");
    }

    /**
     * {@return how many messages of the queue nobody sees who looks at it: a reader has them and has not said yet what becomes of them, or they were given back and
     * wait} Empty where the broker does not say.
     */
    public OptionalLong inMotion(String queue) {
        return sum(queue, "deliveringCount", "scheduledCount");
    }

    /** {@return all that is said of the messages that a browser does not see: those on their way to a reader and those for later} */
    Optional<String> hidden(String queue) {
        try {
            ObjectName name = new ObjectName(BROKER + ",jms-queue=" + queue);
            return Optional.of(list(name, "listDeliveringMessagesAsJson") + list(name, "listScheduledMessagesAsJson"));
        } catch (JMException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** {@return whether there is surely no such temporary queue or topic; the same name may be made anew by whoever sends there} */
    public boolean lacksTemporary(String name, boolean isTopic) {
        if (!isOurs()) {
            return false;
        }
        try {
            String kind = isTopic ? ",core-address=" : ",runtime-queue=";
            return !server.isRegistered(new ObjectName(BROKER + kind + ObjectName.quote(name)))
                    && !server.isRegistered(new ObjectName(BROKER + kind
                            + ObjectName.quote((isTopic ? "jms.temptopic." : "jms.tempqueue.") + name)));
        } catch (JMException | RuntimeException e) {
            return false;
        }
    }

    private String list(ObjectName queue, String operation) throws JMException {
        return String.valueOf(server.invoke(queue, operation, new Object[0], new String[0]));
    }

    private OptionalLong sum(String queue, String... attributes) {
        try {
            ObjectName name = new ObjectName(BROKER + ",runtime-queue=" + ObjectName.quote(JmsAddress.ofQueue(queue)));
            long sum = 0;
            for (String attribute : attributes) {
                sum += ((Number) server.getAttribute(name, attribute)).longValue();
            }
            return OptionalLong.of(sum);
        } catch (JMException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }
}
