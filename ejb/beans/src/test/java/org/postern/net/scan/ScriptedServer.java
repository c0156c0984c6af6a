package org.postern.net.scan;

import org.postern.config.rule.ScannerAddress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A scanner on loopback that does with each connection what a script says, and closes it then. */
final class ScriptedServer implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final ServerSocket listening;

    /** What is done with a connection. */
    interface Script {
        void play(InputStream in, OutputStream out) throws IOException;
    }

    ScriptedServer(Script script) throws IOException {
        listening = new ServerSocket(0, 50, LOOPBACK);
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket client = listening.accept();
                    Thread.ofVirtual().start(() -> play(script, client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void play(Script script, Socket client) {
        try (client) {
            script.play(client.getInputStream(), client.getOutputStream());
        } catch (IOException gone) {
            // The other side has had enough: what it makes of that is what is tested.
            Thread.onSpinWait();
        }
    }

    ScannerAddress address() {
        return ScannerAddress.parse("127.0.0.1:" + listening.getLocalPort());
    }

    /** {@return where nobody listens} */
    static ScannerAddress nobody() throws IOException {
        try (ServerSocket unused = new ServerSocket(0, 1, LOOPBACK)) {
            return ScannerAddress.parse("127.0.0.1:" + unused.getLocalPort());
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
