package org.postern.it.benchmark;

import org.postern.it.harness.Gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The gateway, started as people start it, with the settings it has by itself; its data folder lies beside Postfix's. */
final class GatewayRelay implements Subject {
    private final Optional<ControlGroup> group = ControlGroup.create("gateway");
    private final Gateway gateway;

    GatewayRelay(Path folder, int sinkPort) {
        gateway = Gateway.plan("benchmark")
                .data(folder.resolve("postern"))
                .startedBy(group.map(g -> g.inside(List.of())).orElse(List.of()))
                .configuration("""
                        [networks]
                        trusted = ["127.0.0.0/8"]
                        [[route]]
                        recipient = "*"
                        to = "host:127.0.0.1:%d"
                        """.formatted(sinkPort))
                .start();
    }

    @Override
    public String name() {
        return "Postern";
    }

    @Override
    public int port() {
        return gateway.smtp();
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
