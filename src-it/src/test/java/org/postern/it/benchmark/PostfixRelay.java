package org.postern.it.benchmark;

import org.postern.it.harness.Postfix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Debian's Postfix as a relay. Those parameters that matter for speed have their defaults: 100 processes a service, 20 deliveries at a time to
 * a destination, connections to the next hop reused on demand, every queue file synced before the 250. No syslog is listening where none is
 * installed; then Postfix is spared the writing of its log.
 */
final class PostfixRelay implements Subject {
    private final Optional<ControlGroup> group = ControlGroup.create("postfix");
    private final Postfix postfix;
    private final Account account;

    PostfixRelay(Path folder, int sinkPort) throws IOException {
        postfix = new Postfix(folder, "relayhost = [127.0.0.1]:%d%n".formatted(sinkPort),
                start -> group.map(g -> g.inside(start)).orElse(start));
        account = new Account(postfix.processes(), group);
    }

    @Override
    public String name() {
        return "Postfix";
    }

    @Override
    public int port() {
        return postfix.port();
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public void close() throws IOException {
        postfix.close();
        if (group.isPresent()) {
            group.get().remove();
        }
    }
}
