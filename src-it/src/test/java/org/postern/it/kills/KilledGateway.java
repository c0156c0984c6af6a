package org.postern.it.kills;

import org.postern.it.harness.Gateway;

import java.nio.file.Path;

/** The gateway, started as people start it, with the settings it has by itself. */
record KilledGateway(Gateway gateway) implements Victim {
    static KilledGateway start(Path folder, int nextHop) {
        return new KilledGateway(Gateway.plan("kills").data(folder.resolve("postern")).configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "*"
                to = "host:127.0.0.1:%d"
                """.formatted(nextHop)).start());
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
    public void kill() {
        gateway.kill();
    }

    @Override
    public void startAgain() {
        gateway.start();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
