package org.postern.it.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of 127.0.0.1, below those the kernel gives to clients, so that nobody else takes one between the choice and the use. */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private static final AtomicInteger NEXT = new AtomicInteger(
            FIRST + (int) (ProcessHandle.current().pid() * 37 % (LAST - FIRST)));

    private Ports() {}

    /** {@return a port that nobody listens on, each time another} */
    public static int free() {
        for (int attempt = FIRST; attempt <= LAST; attempt++) {
            int port = NEXT.updateAndGet(last -> last >= LAST ? FIRST : last + 1);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // the next one, then
            }
        }
        throw new IllegalStateException("no port is free between " + FIRST + " and " + LAST);
    }

    /** {@return whether somebody listens there} */
    public static boolean isListening(int port) {
        try (Socket probe = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Waits at most 15 s until the process listens on the port, or ends. */
    public static void awaitListening(int port, ProcessHandle process) {
        Await.until("port " + port + " of process " + process.pid(), Duration.ofSeconds(15), () -> {
            if (!process.isAlive()) {
                throw new IOException("process " + process.pid() + " has ended");
            }
            return isListening(port);
        });
    }
}
