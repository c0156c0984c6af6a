package org.postern.broker;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import org.postern.broker.remote.PresentBroker;
import org.postern.broker.remote.RemoteBroker;
import org.postern.config.BrokerSettings;
import org.postern.config.Settings;
import org.postern.config.rule.HostPort;

import java.util.List;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The broker without XA, wherever it is. */
@Singleton
class LocalBroker {
    /** What leads to one of several alone has its number behind this, as {@code broker.hosts} counts them, from 1 on. */
    private static final String NAME = "java:/JmsLocal";

    @Resource(lookup = NAME)
    private ConnectionFactory any;
    @Inject
    private RemoteBroker remote;
    @Inject
    private Settings settings;

    @Produces
    @Singleton
    ConnectionFactory broker() {
        List<String> hosts = settings.get(BrokerSettings.HOSTS)
                .stream()
                .map(host -> HostPort.text(host.host(), host.port()))
                .toList();
        return hosts.size() < 2 ? any : new PresentBroker(any, remote, host -> alone(hosts.indexOf(host) + 1));
    }

    @SuppressWarnings("BanJNDI") // a name of our own
    private static ConnectionFactory alone(int number) {
        try {
            return InitialContext.doLookup(NAME + "-" + number);
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }
}
