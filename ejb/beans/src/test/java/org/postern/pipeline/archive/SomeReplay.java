package org.postern.pipeline.archive;

import org.postern.event.EventSource;
import org.postern.mail.QueueIds;
import org.postern.queue.MailQueue;

import java.time.InstantSource;
import java.util.Random;

/** Replays to queues of a test. */
public final class SomeReplay {
    private SomeReplay() {}

    public static Replay by(MailQueue queue, InstantSource clock) {
        return new Replay(queue, new EventSource(clock, new QueueIds(clock, new Random(1))));
    }
}
