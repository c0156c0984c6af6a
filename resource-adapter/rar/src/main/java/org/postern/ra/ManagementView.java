package org.postern.ra;

import java.lang.management.ManagementFactory;

import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Shows listeners in the platform's MBean server, and takes them out again. Never throws. */
final class ManagementView {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    void show(SmtpListenerMXBean listener) {
        try {
            server.registerMBean(listener, nameOf(listener.getName()));
        } catch (JMException | RuntimeException e) {
            PosternRaLog.LOG.notManaged(listener.getName(), e.toString());
        }
    }

    void hide(String listener) {
        try {
            server.unregisterMBean(nameOf(listener));
        } catch (InstanceNotFoundException neverShown) {
            PosternRaLog.LOG.tracef(neverShown, "A listener was not shown");
        } catch (JMException | RuntimeException e) {
            PosternRaLog.LOG.notManaged(listener, e.toString());
        }
    }

    private static ObjectName nameOf(String listener) throws JMException {
        boolean plain = listener.matches(ListenerSettings.NAME);
        return new ObjectName("org.postern:type=SmtpListener,name=" + (plain ? listener : ObjectName.quote(listener)));
    }
}
