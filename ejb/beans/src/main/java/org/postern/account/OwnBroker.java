package org.postern.account;

import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBasePlugin;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.ServiceRegistry;
import org.wildfly.extension.messaging.activemq.ActiveMQBroker;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The broker within this server, and who has a part in it. */
record OwnBroker(ActiveMQServer server) {
    private static final ServiceName NAME = ServiceName.parse("org.wildfly.messaging.activemq.server.default");
    private static final AtomicReference<Optional<ServiceRegistry>> SERVICES = new AtomicReference<>(Optional.empty());

    static void services(ServiceRegistry registry) {
        SERVICES.set(Optional.of(registry));
    }

    /** {@return the broker, once it has started; empty where there is none in this server, which is why nothing here depends on it} */
    @SuppressWarnings("deprecation")
    static Optional<OwnBroker> present() {
        return SERVICES.get()
                .flatMap(services -> Optional.ofNullable(services.getService(NAME)))
                .filter(service -> service.getState() == ServiceController.State.UP)
                .map(service -> (ActiveMQBroker) service.getValue())
                .map(broker -> new OwnBroker((ActiveMQServer) broker.getDelegate()));
    }

    /** Has it ask these parts from now on; then lets in at the doors that were kept shut until somebody looks who comes. */
    void asks(ActiveMQServerBasePlugin... parts) throws Exception {
        for (ActiveMQServerBasePlugin part : parts) {
            server.registerBrokerPlugin(part);
        }
        for (Acceptor acceptor : server.getRemotingService().getAcceptors().values()) {
            if (!acceptor.isAutoStart()) {
                acceptor.start();
                AccountLog.LOG.opened(acceptor.getName());
            }
        }
    }

    /** Shuts those doors, and has it ask these parts no more. */
    void asksNoMore(ActiveMQServerBasePlugin... parts) throws Exception {
        for (Acceptor acceptor : server.getRemotingService().getAcceptors().values()) {
            if (!acceptor.isAutoStart()) {
                acceptor.stop();
            }
        }
        for (ActiveMQServerBasePlugin part : parts) {
            server.unRegisterBrokerPlugin(part);
        }
    }
}
