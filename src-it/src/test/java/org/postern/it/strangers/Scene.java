package org.postern.it.strangers;

import org.postern.it.harness.Application;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.Ports;
import org.postern.it.harness.SmallDisk;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The gateway with little memory and a small disk, and the servers around it. */
final class Scene implements AutoCloseable {
    /** The domain whose mail goes to {@link OtherMail}'s next hop. */
    static final String HOP = "hop.example";
    /** The domain whose mail goes to an application's queue. */
    static final String APPLICATION = "app.example";
    /** The application's queue. */
    static final String QUEUE = "orders";

    private static final int ADDRESSES = 8;

    private final int hostile = Ports.free();
    private final SmallDisk disk;
    private final TestDns dns = TestDns.start();
    private final NextHop members = new NextHop(List.of("127.0.0.1"), Ports.free(), Duration.ZERO);
    private final NextHop tarpit;
    private final Gateway gateway;
    private final Application application;

    /** @param honest where the mail for {@link #HOP} goes, as a route says it */
    Scene(StrangerOptions options, String honest) throws IOException {
        disk = SmallDisk.of(options.disk());
        tarpit = new NextHop(IntStream.range(0, ADDRESSES).mapToObj(Scene::address).toList(), hostile,
                options.thought());
        for (int number = 0; number < options.traps(); number++) {
            String host = "mx." + TarpitMail.domain(number);
            dns.mx(TarpitMail.domain(number), 10, host).a(host, address(number));
        }
        gateway = Gateway.plan("strangers")
                .data(disk.path().resolve("data"))
                .option("--heap", options.heap() + "m")
                .dns(dns)
                .configuration(configuration(honest, options))
                .start();
        application = Application.at(gateway, "strangers");
    }

    private static String address(int number) {
        return "127.0.15." + (number % ADDRESSES + 1);
    }

    private String configuration(String honest, StrangerOptions options) {
        return """
                [[route]]
                recipient = "%s"
                to = "%s"
                [[route]]
                recipient = "%s"
                to = "queue:%s"
                [[route]]
                recipient = "%s"
                to = "host:127.0.0.1:%d"
                [[route]]
                recipient = ".trap.example"
                to = "mx"
                [settings]
                "delivery.port" = %d
                "smtp.session-limit" = %d
                """.formatted(HOP, honest, APPLICATION, QUEUE, ListBombs.MEMBERS, members.port(), hostile,
                options.sessionLimit());
    }

    Gateway gateway() {
        return gateway;
    }

    SmallDisk disk() {
        return disk;
    }

    /** {@return the application that reads {@link #QUEUE}} */
    Application application() {
        return application;
    }

    /** {@return where the mail for the members of the list goes} */
    NextHop members() {
        return members;
    }

    NextHop tarpit() {
        return tarpit;
    }

    /** {@return those who come, as the options say} */
    List<Crowd> crowds(StrangerOptions options) {
        ListBombs bombs = new ListBombs(gateway.smtp(), options.lists(), options.members(), options.recipients(),
                options.bombs());
        bombs.prepare(LocalQueue.ofRoutes(gateway));
        List<Stranger> all = List.of(bombs,
                new UnfinishedMessages(gateway.smtp(), options.unfinished(), options.megabytes()),
                new TarpitMail(gateway.smtp(), options.traps(), options.recipients(), options.trapVisits()),
                new StalledClients(List.of(gateway.smtp(), gateway.internal()), options.stalled()));
        return all.stream().filter(kind -> options.isWanted(kind.name())).map(Crowd::new).toList();
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        dns.close();
        members.close();
        tarpit.close();
        disk.close();
    }
}
