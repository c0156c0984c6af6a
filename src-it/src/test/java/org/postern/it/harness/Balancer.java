package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** HAProxy as the system has it, in front of the listeners of two gateways: each connection begins with a header of the PROXY protocol, and goes to one that is ready. */
public final class Balancer implements AutoCloseable {
    private static final String PROGRAM = "/usr/sbin/haproxy";

    private final Daemon daemon = new Daemon();

    private Balancer() {}

    /** {@return whether there is one on this machine} */
    public static boolean exists() {
        return Files.isExecutable(Path.of(PROGRAM));
    }

    /** {@return one that runs, in front of these} */
    public static Balancer before(Gateway one, Gateway two) {
        Balancer balancer = new Balancer();
        try {
            String file = balancer.daemon.write("haproxy.cfg", """
                    global
                      maxconn 2000
                    defaults
                      mode tcp
                      timeout connect 2s
                      timeout client 60s
                      timeout server 60s
                      retries 1
                      option redispatch
                    listen smtp
                      bind 127.0.0.1:$PORT
                      balance roundrobin
                      option httpchk GET /ready
                      default-server send-proxy-v2 check inter 500 fall 1 rise 1
                      server one 127.0.0.1:%d port %d
                      server two 127.0.0.1:%d port %d
                    """.formatted(one.smtp(), one.http(), two.smtp(), two.http()));
            balancer.daemon.start(List.of(PROGRAM, "-db", "-f", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return balancer;
    }

    /** {@return the port of 127.0.0.1 where clients of mail connect} */
    public int port() {
        return daemon.port();
    }

    @Override
    public void close() {
        daemon.close();
    }
}
