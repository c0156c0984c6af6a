package org.postern.broker.remote;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.postern.config.BrokerSettings;
import org.postern.config.DataFolder;
import org.postern.config.Settings;
import org.postern.config.rule.HostPort;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks each broker elsewhere about itself, a second after its last answer; one that does not answer keeps no other waiting. Does nothing with the broker inside. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BrokerWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final String NETTY = "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";
    private static final Sentence.Form ASKING = Sentence.form("dutyAskBroker", "asking the broker {0} how it does");

    @Inject
    private Duties duties;
    @Inject
    private RemoteBroker remote;
    @Inject
    private Settings settings;
    @Inject
    private DataFolder folder;
    @Inject
    private InstantSource clock;

    private final List<Duty> asking = new ArrayList<>();
    private final List<BrokerHost> hosts = new ArrayList<>();

    @PostConstruct
    void begin() {
        for (HostPort host : settings.get(BrokerSettings.HOSTS)) {
            String name = HostPort.text(host.host(), host.port());
            BrokerHost broker = new BrokerHost(new TransportConfiguration(NETTY, transport(host)),
                    settings.get(BrokerSettings.USER), settings.get(BrokerSettings.PASSWORD), clock);
            FormerQueues former = new FormerQueues(broker::move);
            Duty duty = new Duty(ASKING.with(name), () -> ask(name, broker, former),
                    e -> RemoteLog.LOG.brokerSilent(name, Duty.words(e)));
            hosts.add(broker);
            asking.add(duty);
            duties.begin(duty, Duration.ZERO, INTERVAL);
        }
    }

    /** As the connections for mail have it. */
    private Map<String, Object> transport(HostPort host) {
        Map<String, Object> parameters = new HashMap<>(Map.of("host", host.host(), "port", host.port(),
                "connect-timeout-millis", 3000, "tcpNoDelay", true));
        if (settings.get(BrokerSettings.TLS)) {
            parameters.put("sslEnabled", true);
            if (!settings.get(BrokerSettings.AUTHORITIES).isEmpty()) {
                parameters.put("trustStorePath", folder.brokerAuthorities().toString());
                parameters.put("trustStorePassword", DataFolder.OF_AUTHORITIES);
            }
        }
        return parameters;
    }

    private void ask(String host, BrokerHost broker, FormerQueues former) throws Exception {
        try {
            BrokerState state = broker.state();
            if (remote.says(host, state)) {
                RemoteLog.LOG.brokerAnswers(host);
            }
            former.comeOver(state.queues());
        } catch (Exception e) {
            remote.saysNothing(host);
            throw e;
        }
    }

    @PreDestroy
    void end() {
        asking.forEach(duties::end);
        hosts.forEach(BrokerHost::close);
    }
}
