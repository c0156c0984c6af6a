package org.postern.it.kills;

import org.postern.it.harness.Postfix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Debian's Postfix as a relay, with the parameters it has by itself. */
record KilledPostfix(Postfix postfix) implements Victim {
    static KilledPostfix start(Path folder, int nextHop) throws IOException {
        return new KilledPostfix(
                new Postfix(folder, "relayhost = [127.0.0.1]:%d%n".formatted(nextHop), UnaryOperator.identity()));
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
    public void kill() {
        postfix.kill();
    }

    @Override
    public void startAgain() throws IOException {
        postfix.startAgain();
    }

    @Override
    public void close() throws IOException {
        postfix.close();
    }
}
