package org.postern.it.strangers;

import org.postern.it.harness.SampleMail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Say nothing more in the middle of a command, behind MAIL, or within content that is just small enough to be held in memory. */
record StalledClients(List<Integer> ports, int size) implements Stranger {
    private static final int A_NETWORK = 100;
    private static final byte[] HALF = "MAIL FROM:<stalled@sta".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT = SampleMail.about("stalled", 250_000);

    @Override
    public String name() {
        return "stalled";
    }

    @Override
    public int visits() {
        return 20;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public StrangerSession arrive(int number, Heard heard) throws IOException {
        return StrangerSession.connect("127.0.13." + (number / A_NETWORK + 1), ports.get(number % ports.size()), heard);
    }

    @Override
    public void talk(StrangerSession session, int number) throws IOException {
        if (!session.isWelcome("stalled.example")) {
            return;
        }
        switch (number / ports.size() % 3) {
            case 0 -> session.send(HALF);
            case 1 -> session.say("MAIL FROM:<stalled@stalled.example>");
            default -> {
                if (session.say("MAIL FROM:<stalled@stalled.example>", "RCPT TO:<somebody@" + Scene.APPLICATION + ">",
                        "DATA").startsWith("354")) {
                    session.send(CONTENT);
                }
            }
        }
        session.hear();
    }
}
