package org.postern.duty;

import jakarta.inject.Singleton;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Whether this server works, or is suspended or about to stop. What moves mail asks before each turn: while the server is suspended its stages take
 * nothing, so what came to them then would lie there, out of the reach of other nodes and of the people who had the server suspended.
 */
@Singleton
public class Activity {
    private static final String RUNNING = "RUNNING";

    private final Supplier<String> state;

    Activity() {
        this(Activity::suspendState);
    }

    Activity(Supplier<String> state) {
        this.state = state;
    }

    /** {@return whether the server works; true where its management does not say} */
    public boolean isWorking() {
        return state.get().equals(RUNNING);
    }

    private static String suspendState() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            return String
                    .valueOf(server.getAttribute(new ObjectName("jboss.as:management-root=server"), "suspendState"));
        } catch (JMException | RuntimeException unknown) {
            return RUNNING;
        }
    }
}
