package org.postern.it.strangers;

import org.postern.it.harness.SampleMail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Send almost as much as a message may have, do not end it, and add a line now and then, so that it is kept. */
record UnfinishedMessages(int port, int size, int megabytes) implements Stranger {
    private static final Duration DRIBBLE = Duration.ofSeconds(5);
    private static final int A_NETWORK = 20;
    private static final byte[] MEGABYTE = SampleMail.about("unfinished", 1024 * 1024);
    private static final byte[] LINE = "and another line, so that nobody thinks that this was all\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "unfinished";
    }

    /** What each has sent is bounded, too. */
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
        return StrangerSession.connect("127.0.12." + (number / A_NETWORK + 1), port, heard);
    }

    @Override
    public void talk(StrangerSession session, int number) throws IOException {
        if (!session.isWelcome("unfinished.example") || !session.say("MAIL FROM:<never@unfinished.example>",
                "RCPT TO:<somebody@" + Scene.APPLICATION + ">", "DATA").startsWith("354")) {
            return;
        }
        for (int sent = 0; sent < megabytes && !session.isAnswered(); sent++) {
            session.send(MEGABYTE);
        }
        while (!session.isAnswered()) {
            session.send(LINE);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(DRIBBLE.toSeconds()));
        }
        session.hear();
    }
}
