package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Who waits for the greeting, and who does not. */
class EarlyTalkerTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path spool;

    /** Has clients wait, and looks who does. */
    private static final class Watcher extends Inbox {
        private final Duration pause;
        private final AtCommand verdict;
        private final CountDownLatch connected = new CountDownLatch(1);
        private volatile boolean early;

        private Watcher(Duration pause, AtCommand verdict) {
            this.pause = pause;
            this.verdict = verdict;
        }

        @Override
        public Duration pause(SessionFacts session) {
            connected.countDown();
            return pause;
        }

        @Override
        public AtCommand early(SessionFacts session) {
            return verdict;
        }

        @Override
        public AtCommand helo(SessionFacts session) {
            early = session.early();
            return AtCommand.ACCEPT;
        }
    }

    private ListenerRig rig(Watcher watcher) {
        return new ListenerRig(spool, watcher, spec -> {
        });
    }

    @Test
    void whoSpeaksFirstIsSeenAndGreetedAtOnceAndWhatItSaidIsAnswered() throws IOException {
        Watcher watcher = new Watcher(LONG, AtCommand.ACCEPT);
        try (ListenerRig rig = rig(watcher); Client client = rig.connect()) {
            client.send("EHLO early.example\r\n");
            assertThat(client.reply()).startsWith("220");
            assertThat(client.reply()).startsWith("250");
            assertThat(watcher.early).isTrue();
            assertThat(client.ask("NOOP")).startsWith("250");
        }
    }

    @Test
    void whoWaitsIsGreetedAfterThePause() throws IOException {
        Watcher watcher = new Watcher(Duration.ofMillis(20), AtCommand.ACCEPT);
        try (ListenerRig rig = rig(watcher); Client client = rig.connect()) {
            assertThat(client.reply()).startsWith("220");
            assertThat(client.ask("EHLO patient.example")).startsWith("250");
            assertThat(watcher.early).isFalse();
        }
    }

    @Test
    void whoSpeaksFirstMayBeRefused() throws IOException {
        Watcher watcher = new Watcher(LONG,
                new AtCommand.Reject(Reply.of(554, "5.5.1", "You spoke before you were greeted")));
        try (ListenerRig rig = rig(watcher); Client client = rig.connect()) {
            client.send("EHLO early.example\r\nQUIT\r\n");
            assertThat(client.reply()).startsWith("554 5.5.1");
            assertThat(client.reply()).isEqualTo("EOF");
        }
    }

    @Test
    void whoWaitsHoldsUpNoEnd() throws Exception {
        Watcher watcher = new Watcher(LONG, AtCommand.ACCEPT);
        try (ListenerRig rig = rig(watcher); Client client = rig.connect()) {
            watcher.connected.await();
            rig.listener.close();
            assertThat(client.reply()).startsWith("220");
            assertThat(client.reply()).startsWith("421 4.3.2");
        }
    }
}
