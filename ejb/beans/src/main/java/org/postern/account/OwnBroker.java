package org.postern.account;

import io.netty.channel.Channel;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBasePlugin;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.ServiceRegistry;
import org.wildfly.extension.messaging.activemq.ActiveMQBroker;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

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

    /**
     * {@return where a connection goes on that came in by a door of ours, the acceptor that takes what begins as HTTP}
     *
     * @throws IOException when there is none, or not yet
     */
    Consumer<Channel> upgraded() throws IOException {
        return server.getRemotingService()
                .getAcceptors()
                .values()
                .stream()
                .filter(NettyAcceptor.class::isInstance)
                .map(NettyAcceptor.class::cast)
                .filter(one -> one.isStarted() && isUpgraded(one))
                .findFirst()
                .map(one -> (Consumer<Channel>) one::transfer)
                .orElseThrow(() -> new IOException("the broker has no http-acceptor that is started"));
    }

    private static boolean isUpgraded(NettyAcceptor acceptor) {
        return Boolean.parseBoolean(String.valueOf(
                acceptor.getConfiguration().get(TransportConstants.HTTP_UPGRADE_ENABLED_PROP_NAME)));
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
