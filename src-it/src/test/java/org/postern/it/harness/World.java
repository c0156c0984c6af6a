package org.postern.it.harness;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

/**
 * One gateway and what surrounds it, shared by all tests that do not disturb it; each test uses addresses of its own there.
 *
 * <ul>
 * <li>{@code test.example} goes to {@link #nextHop}, by a route;
 * <li>{@code app.example} goes to the queue {@code orders}; {@code alice}, {@code orders} and {@code postmaster} exist there;
 * <li>{@code archived.example} goes to the queue {@code archived}, of which everything is archived for a day;
 * <li>any other domain is reached by the MX records of {@link #dns}, and only for clients from 127.0.1.0/24, which are trusted;
 * <li>at the listener {@code internal} the proxy 127.0.0.2 names its clients, of whom those from 192.0.2.0/24 are trusted; the filter
 * 127.0.0.3 may use XCLIENT;
 * <li>users log in at {@link #submission};
 * <li>what is marked {@code X-Spam-Flag: YES} goes into quarantine; mail of {@code news@writers.example} has a path of its own back,
 * and mail that aliases lead elsewhere has one at {@code srs.world.example};
 * <li>what is accepted from senders at {@code standing.example}, and what fails, is told at the queue {@code told.standing};
 * <li>daily reports to other domains come from {@code reports@reporter.example}, once that domain has keys;
 * <li>of the lists in the DNS {@code listed.world.example}, {@code domains.world.example} and, of links, {@code links.world.example} are believed, {@code gone.world.example} is empty; a
 * sum of 15 refuses a client; from a score of 8 on, strangers have to come again a second later;
 * <li>{@code sts.world.example} has an MTA-STS policy;
 * <li>{@link #remote} is a server for such domains, at 127.0.0.11, on the port where the gateway expects all servers;
 * <li>the gateway tries again after one second, four times, then gives up; an ill smart host rests for two seconds,
 * any other ill server for one.
 * </ul>
 */
public final class World implements AutoCloseable {
    /** Address of a client that may relay. */
    public static final String TRUSTED = "127.0.1.1";
    /** Address of {@link #remote}. */
    public static final String REMOTE = "127.0.0.11";

    /** Name of the administrator. */
    public static final String ADMINISTRATOR = "admin";
    /** The administrator's password. */
    public static final String PASSWORD = "correct horse battery";

    private static final Duration ROUTED = Duration.ofSeconds(30);

    private final TestDns dns = TestDns.start()
            .a("2.0.0.127.listed.world.example", "127.0.0.2")
            .a("test.domains.world.example", "127.0.0.2")
            .a("test.links.world.example", "127.0.0.2");
    private final RecordingServer nextHop = RecordingServer.start();
    private final int mxPort = Ports.free();
    private final int submission = Ports.free();
    private final int metrics = Ports.free();
    private final RecordingServer remote = RecordingServer.start(REMOTE, mxPort);
    private final Gateway gateway = Gateway.plan("world")
            .dns(dns)
            .configuration("""
                    [listener.internal]
                    proxy = true
                    [networks]
                    trusted = ["127.0.1.0/24", "192.0.2.0/24"]
                    proxies = ["127.0.0.2"]
                    xclient = ["127.0.0.3/32"]
                    [[route]]
                    recipient = "test.example"
                    to = "%s"
                    [[route]]
                    recipient = "app.example"
                    to = "queue:orders"
                    known = ["alice", "orders", "postmaster"]
                    [[route]]
                    recipient = "archived.example"
                    to = "queue:archived"
                    [[archive]]
                    to = "queue:archived"
                    time = "1d"
                    [[route]]
                    recipient = "*"
                    to = "mx"
                    [[dns-list]]
                    zone = "listed.world.example"
                    kind = "client"
                    answers = ["127.0.0.2=4", "127.0.0.5=7", "127.0.0.9=15"]
                    [[dns-list]]
                    zone = "gone.world.example"
                    kind = "client"
                    weight = 90
                    [[dns-list]]
                    zone = "domains.world.example"
                    kind = "domain"
                    weight = 3
                    [[dns-list]]
                    zone = "links.world.example"
                    kind = "uri"
                    weight = 3
                    [[mta-sts]]
                    domains = ["sts.world.example"]
                    mode = "testing"
                    max-age = "30d"
                    [[events]]
                    sender = "standing.example"
                    to = "queue:told.standing"
                    kinds = "accepted,failed"
                    [[rule]]
                    name = "called-spam"
                    header = "X-Spam-Flag: *YES*"
                    action = "quarantine"
                    [settings]
                    "trust.refuse-listed" = 15
                    "trust.greylist" = true
                    "trust.greylist-score" = 8
                    "trust.greylist-pause" = "1s"
                    "verp.senders" = "news@writers.example"
                    "reports.from" = "reports@reporter.example"
                    "forward.srs-domain" = "srs.world.example"
                    "retry.schedule" = "1s,1s,1s,1s"
                    "delivery.smart-host-pause" = "2s"
                    "delivery.back-off" = "1s"
                    "delivery.longest-back-off" = "1s"
                    "delivery.port" = %d
                    "metrics.port" = %d
                    """.formatted(nextHop.destination(), mxPort, metrics))
            .option("--submission-port", Integer.toString(submission))
            .start();

    private final Application application = Application.at(gateway, "it");
    private final Console console = Console.withFirstAdministrator(gateway, ADMINISTRATOR, PASSWORD);

    private World() {}

    public TestDns dns() {
        return dns;
    }

    public RecordingServer nextHop() {
        return nextHop;
    }

    public RecordingServer remote() {
        return remote;
    }

    public Gateway gateway() {
        return gateway;
    }

    /** {@return the port where users hand their mail in} */
    public int submission() {
        return submission;
    }

    /** {@return the port where health and figures are told} */
    public int metrics() {
        return metrics;
    }

    /** {@return an application with an account at the gateway} */
    public Application application() {
        return application;
    }

    /** {@return a browser in which the administrator is logged in} */
    public Console console() {
        return console;
    }

    /** Lets the domain's mail go to {@link #remote}: an MX record, and the address it leads to. */
    public String remoteDomain(String domain) {
        dns.mx(domain, 10, "mx." + domain).a("mx." + domain, REMOTE);
        return domain;
    }

    /** Lets the domain's mail go to this server, whoever sends it, by a route that counts on return. */
    public void route(String domain, RecordingServer to) {
        route(domain, to.destination());
    }

    /** Lets the mail of a domain or an address go to the reports, by a route that counts on return. */
    public void readsReports(String recipient) {
        route(recipient, "reports");
    }

    /** The same, to any destination that a route may have. */
    public void route(String recipient, String to) {
        LocalQueue.ofRoutes(gateway).ask("add", "recipient", recipient, "to", to, "remark", "a test");
        String somebody = recipient.contains("@") ? recipient : "postmaster@" + recipient;
        Await.until("the route of " + recipient + " counts", ROUTED, () -> {
            try (SmtpDialogue stranger = SmtpDialogue.greeted(gateway.smtp())) {
                stranger.say("MAIL FROM:<>");
                return stranger.say("RCPT TO:<" + somebody + ">").startsWith("250");
            }
        });
    }

    @Override
    public void close() {
        gateway.close();
        remote.close();
        nextHop.close();
        dns.close();
    }

    /** A class whose tests share the world: they get it as a parameter, and one such class runs after another. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Execution(ExecutionMode.SAME_THREAD)
    @ExtendWith(World.Loan.class)
    public @interface Shared {}

    /** Lends it. */
    static final class Loan extends Lender<World> {
        Loan() {
            super(World.class, World::new);
        }
    }
}
