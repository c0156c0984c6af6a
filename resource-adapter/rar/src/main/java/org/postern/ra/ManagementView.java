package org.postern.ra;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Shows listeners in the platform's MBean server, and takes them out again. Never throws. */
final class ManagementView {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    void show(SmtpListener listener) {
        try {
            server.registerMBean(new View(listener), nameOf(listener));
        } catch (JMException | RuntimeException e) {
            PosternRaLog.LOG.notManaged(listener.settings().name(), e.toString());
        }
    }

    void hide(SmtpListener listener) {
        try {
            server.unregisterMBean(nameOf(listener));
        } catch (InstanceNotFoundException neverShown) {
            PosternRaLog.LOG.tracef(neverShown, "A listener was not shown");
        } catch (JMException | RuntimeException e) {
            PosternRaLog.LOG.notManaged(listener.settings().name(), e.toString());
        }
    }

    private static ObjectName nameOf(SmtpListener listener) throws JMException {
        return new ObjectName("org.postern:type=SmtpListener,name=" + listener.settings().name());
    }

    private record View(SmtpListener listener) implements SmtpListenerMXBean {
        @Override
        public String getName() {
            return listener.settings().name();
        }

        @Override
        public String getProtocolRole() {
            return listener.settings().role().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String getState() {
            return listener.state().name();
        }

        @Override
        public String getBindAddress() {
            return listener.settings().address().bind();
        }

        @Override
        public int getPort() {
            return listener.port().orElse(0);
        }

        @Override
        public String getBindError() {
            return listener.bindError();
        }

        @Override
        public int getSessions() {
            return listener.going();
        }

        @Override
        public long getSessionsBegun() {
            return listener.counts().sessions();
        }

        @Override
        public long getSessionsRefused() {
            return listener.counts().refusals();
        }

        @Override
        public long getMessagesAccepted() {
            return listener.counts().messages();
        }

        @Override
        public long getReceiverFailures() {
            return listener.counts().failures();
        }
    }
}
