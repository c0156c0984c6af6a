package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.bounce.ReturnPaths;
import org.postern.config.file.Configuration;
import org.postern.config.GatewayName;
import org.postern.config.Settings;
import org.postern.delivery.ConnectionTrial;
import org.postern.delivery.Deliverer;
import org.postern.delivery.Delivery;
import org.postern.delivery.gate.DestinationGate;
import org.postern.delivery.gate.Doorplates;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.delivery.outcome.RetryPlans;
import org.postern.delivery.outcome.RetrySettings;
import org.postern.delivery.probe.MailProbe;
import org.postern.delivery.report.TlsTally;
import org.postern.delivery.SenderSettings;
import org.postern.delivery.TakenMarks;
import org.postern.delivery.TlsMemory;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.delivery.tls.TlsPolicySettings;
import org.postern.delivery.WatchedSessions;
import org.postern.dns.FreshDns;
import org.postern.dns.NameServerSettings;
import org.postern.event.EventSource;
import org.postern.mail.QueueIds;
import org.postern.net.dns.DnsJavaMailDns;
import org.postern.net.dns.NameServers;
import org.postern.net.Logins;
import org.postern.net.SessionPool;
import org.postern.notice.DigestComposer;
import org.postern.notice.NoticeComposer;
import org.postern.notice.TestLetterComposer;
import org.postern.signing.MailSigner;
import org.postern.smtp.client.Patience;
import org.postern.smtp.client.Timeouts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** How mail is handed on. */
@ApplicationScoped
public class DeliveryWiring {
    /** How long a server may take until it takes mail, where a person waits for it. */
    private static final Duration TRIED = Duration.ofSeconds(15);
    /** How long it may take with each of several that a person asks, until it takes mail, and again for what it is asked. */
    private static final Duration ASKED = Duration.ofSeconds(10);
    private static final Duration ASKED_TO_CONNECT = Duration.ofSeconds(5);

    @Produces
    @Singleton
    DnsJavaMailDns dns(NameServers servers) {
        return new DnsJavaMailDns(servers);
    }

    @Produces
    @Singleton
    FreshDns freshDns(NameServers servers) {
        return new FreshDns(() -> new DnsJavaMailDns(servers));
    }

    @Produces
    @Singleton
    NameServers nameServers(Settings settings) {
        return new NameServers(settings.get(NameServerSettings.SERVERS),
                settings.get(NameServerSettings.TIMEOUT));
    }

    @Produces
    @Singleton
    SessionPool sessions(Configuration configuration, Settings settings, GatewayName name, InstantSource clock) {
        return sessions(configuration, settings, name, clock, settings.get(SenderSettings.CONNECT_TIMEOUT),
                timeouts(settings), settings.get(SenderSettings.SESSION_MESSAGES));
    }

    private static SessionPool sessions(Configuration configuration, Settings settings, GatewayName name,
            InstantSource clock, Duration connecting, Timeouts timeouts, int messages) {
        return new SessionPool(kept(settings, name, connecting, timeouts, messages),
                new Logins(configuration.logins(), clock), clock,
                farewell -> Thread.ofVirtual().name("postern-farewell").start(farewell));
    }

    private static SessionPool.Settings kept(Settings settings, GatewayName name, Duration connecting,
            Timeouts timeouts, int messages) {
        return new SessionPool.Settings(name.toString(), connecting, timeouts,
                settings.get(SenderSettings.IDLE_TIME), messages, settings.get(SenderSettings.SESSION_AGE),
                TlsPolicyWiring.file(settings, TlsPolicySettings.AUTHORITIES));
    }

    private static Timeouts timeouts(Settings settings) {
        return new Timeouts(settings.get(SenderSettings.GREETING_TIMEOUT), settings.get(SenderSettings.EHLO_TIMEOUT),
                settings.get(SenderSettings.MAIL_TIMEOUT), settings.get(SenderSettings.RCPT_TIMEOUT),
                settings.get(SenderSettings.DATA_TIMEOUT), settings.get(SenderSettings.BLOCK_TIMEOUT),
                settings.get(SenderSettings.CONTENT_TIMEOUT),
                new Patience(settings.get(SenderSettings.OPENING_LIMIT),
                        settings.get(SenderSettings.TRANSACTION_LIMIT), Patience.USUAL.recipient(),
                        settings.get(SenderSettings.MINIMUM_RATE)));
    }

    @Produces
    @Singleton
    Delivery delivery(Settings settings, HostFinder hosts, HostHealth health, SessionPool sessions,
            TlsPolicies policies, AfterAttempt afterAttempt, ReturnPaths returns, InstantSource clock,
            Doorplates plates, DestinationGate gate, TlsTally tally, TakenMarks marks, TlsMemory memory) {
        Deliverer deliverer = new Deliverer(hosts, new WatchedSessions(sessions, health, memory), policies, clock,
                settings.get(SenderSettings.ATTEMPT_LIMIT), tally);
        return new Delivery(plates, gate, deliverer, returns::outward, marks, afterAttempt, clock);
    }

    @Produces
    @Singleton
    TlsMemory tlsMemory(InstantSource clock) {
        return new TlsMemory(clock);
    }

    @Produces
    @Singleton
    ConnectionTrial connectionTrial(Configuration configuration, Settings settings, GatewayName name, HostFinder hosts,
            TlsPolicies policies, InstantSource clock) {
        Timeouts usual = timeouts(settings);
        Timeouts brief = new Timeouts(shorter(usual.greeting()), shorter(usual.hello()), usual.mail(), usual.rcpt(),
                usual.dataStart(), usual.dataBlock(), usual.dataEnd(),
                new Patience(shorter(usual.patience().opening()), usual.patience().transaction(),
                        usual.patience().recipient(), usual.patience().octetsPerSecond()));
        return new ConnectionTrial(hosts, sessions(configuration, settings, name, clock,
                shorter(settings.get(SenderSettings.CONNECT_TIMEOUT)), brief, 1), policies, clock);
    }

    @Produces
    @Singleton
    MailProbe mailProbe(Configuration configuration, Settings settings, GatewayName name, HostFinder hosts,
            TlsPolicies policies, InstantSource clock, QueueIds ids) {
        Logins logins = new Logins(configuration.logins(), clock);
        Timeouts brief = Timeouts.all(ASKED)
                .with(new Patience(ASKED, ASKED, Duration.ZERO, Patience.USUAL.octetsPerSecond()));
        return new MailProbe(hosts, witness -> SessionPool.inquiring(kept(settings, name,
                shorter(settings.get(SenderSettings.CONNECT_TIMEOUT), ASKED_TO_CONNECT), brief, 1), logins, clock,
                witness), policies, clock, ids);
    }

    private static Duration shorter(Duration usual) {
        return shorter(usual, TRIED);
    }

    private static Duration shorter(Duration usual, Duration most) {
        return usual.compareTo(most) <= 0 ? usual : most;
    }

    @Produces
    @Singleton
    RetryPlans retryPlans(Configuration configuration) {
        return RetryWiring.plans(configuration);
    }

    @Produces
    @Singleton
    AfterAttempt afterAttempt(RetryPlans plans, RandomGenerator random, QueueIds ids, EventSource events) {
        return new AfterAttempt(plans, random, ids, events);
    }

    @Produces
    @Singleton
    NoticeComposer notices(GatewayName name, Settings settings, MailSigner signer) {
        return new NoticeComposer(name.domain(), settings.get(RetrySettings.NOTICE_FULL_LIMIT),
                signer);
    }

    @Produces
    @Singleton
    DigestComposer digests(GatewayName name, MailSigner signer) {
        return new DigestComposer(name.domain(), signer);
    }

    @Produces
    @Singleton
    TestLetterComposer testLetters(GatewayName name, MailSigner signer) {
        return new TestLetterComposer(name.domain(), signer);
    }
}
