package org.postern.it.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** More strangers at a time than a server usually has beans, and a name server that does not answer who they are. */
class StrangersWithoutNamesHoldUpNobodyIT {
    private static final int STRANGERS = 1_200;
    private static final int NETWORKS = 200;

    private final List<Socket> strangers = new ArrayList<>();
    private DatagramSocket silent;
    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        silent = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        gateway = Gateway.plan("strangers")
                .set("gateway.dns", "127.0.0.1:" + silent.getLocalPort())
                .set("gateway.dns-timeout", "30s")
                .configuration("""
                        [networks]
                        trusted = ["127.0.1.0/24"]
                        [policy]
                        reverse-lookup = "refuse"
                        """)
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket stranger : strangers) {
            stranger.close();
        }
        gateway.close();
        silent.close();
    }

    private void strangersCome() throws IOException {
        for (int i = 0; i < STRANGERS; i++) {
            strangers.add(new Socket(InetAddress.ofLiteral("127.0.0.1"), gateway.smtp(),
                    InetAddress.ofLiteral("127.0.20." + (1 + i % NETWORKS)), 0));
        }
    }

    private long greeted() {
        return strangers.stream().filter(StrangersWithoutNamesHoldUpNobodyIT::isGreeted).count();
    }

    private static boolean isGreeted(Socket stranger) {
        try {
            return stranger.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFriendIsGreetedBeforeThem() throws IOException {
        strangersCome();
        try (SmtpDialogue friend = SmtpDialogue.connectFrom("127.0.1.1", gateway.smtp())) {
            assertThat(friend.hear()).startsWith("220");
        }
        assertThat(greeted()).isZero();
    }
}
