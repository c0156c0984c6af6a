package org.postern.it.benchmark;

import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.GatewayPlan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The gateway, started as people start it, with the settings it has by itself; its data folder lies beside Postfix's. */
final class GatewayRelay implements Subject {
    private final String name;
    private final Optional<ControlGroup> group;
    private final Gateway gateway;

    /**
     * @param name in the table; its data folder is called so too
     * @param checkout where it was built
     */
    GatewayRelay(String name, Path checkout, Path folder, int sinkPort) {
        this(name, folder, Gateway.plan("benchmark").checkout(checkout).configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "*"
                to = "host:127.0.0.1:%d"
                """.formatted(sinkPort)));
    }

    /** One that is planned in another way. */
    GatewayRelay(String name, Path folder, GatewayPlan plan) {
        this.name = name;
        group = ControlGroup.create(name.toLowerCase(Locale.ROOT));
        gateway = plan.data(folder.resolve(name.toLowerCase(Locale.ROOT)))
                .startedBy(group.map(g -> g.inside(List.of())).orElse(List.of()))
                .start();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return gateway.smtp();
    }

    /** {@return somebody who may look at everything in its console; asked once} */
    Console console() {
        return Console.withFirstAdministrator(gateway, "admin", "correct horse battery");
    }

    @Override
    public Account account() {
        return new Account(gateway.processes(), group);
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        if (group.isPresent()) {
            group.get().remove();
        }
    }
}
