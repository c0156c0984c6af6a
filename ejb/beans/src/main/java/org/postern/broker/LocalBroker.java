package org.postern.broker;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import org.postern.broker.remote.PresentBroker;
import org.postern.broker.remote.RemoteBroker;
import org.postern.config.BrokerSettings;
import org.postern.config.GatewaySettings;
import org.postern.config.Settings;
import org.postern.config.rule.HostPort;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The broker without XA, wherever it is. */
@Singleton
class LocalBroker {
    /** What leads to one of several alone has its number behind this, as {@code broker.hosts} counts them, from 1 on. */
    private static final String NAME = "java:/JmsLocal";

    @Produces
    @ToAny
    @Resource(lookup = NAME)
    ConnectionFactory any;

    /** The way to whichever broker takes a connection. */
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface ToAny {}

    @Produces
    @Singleton
    static ConnectionFactory broker(@ToAny ConnectionFactory any, RemoteBroker remote, Settings settings) {
        List<String> hosts = settings.get(BrokerSettings.HOSTS)
                .stream()
                .map(host -> HostPort.text(host.host(), host.port()))
                .toList();
        return hosts.size() < 2
                ? any
                : new PresentBroker(any, remote, settings.get(GatewaySettings.NODE),
                        host -> alone(hosts.indexOf(host) + 1, any));
    }

    /** A server of somebody's own may have the way to any of them only. */
    @SuppressWarnings("BanJNDI") // a name of our own
    private static ConnectionFactory alone(int number, ConnectionFactory any) {
        try {
            return InitialContext.doLookup(NAME + "-" + number);
        } catch (NamingException none) {
            return any;
        }
    }
}
