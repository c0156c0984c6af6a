package org.postern.it.strangers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All strangers of one kind, from when they come until they leave. */
final class Crowd {
    /** So many connect at once, for a crowd at the door is another thing than a crowd inside. */
    private static final int AT_THE_DOOR = 50;
    private static final Duration STEP = Duration.ofMillis(100);

    private final Stranger kind;
    private final Heard heard = new Heard();
    private final Semaphore door = new Semaphore(AT_THE_DOOR);
    private final Set<StrangerSession> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> members = new ArrayList<>();

    Crowd(Stranger kind) {
        this.kind = kind;
    }

    String name() {
        return kind.name();
    }

    Heard heard() {
        return heard;
    }

    /** {@return how many sessions were opened so far} */
    int sessions() {
        return sessions.get();
    }

    /** {@return the most that were open at a time} */
    int most() {
        return most.get();
    }

    void come() {
        for (int i = 0; i < kind.size(); i++) {
            int number = i;
            members.add(Thread.ofVirtual().name(kind.name() + "-" + number).start(() -> live(number)));
        }
    }

    private void live(int number) {
        try {
            for (int visit = 0; visit < kind.visits() && end.getCount() > 0; visit++) {
                visit(number);
                if (end.await(kind.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit(int number) throws InterruptedException {
        try (StrangerSession session = arrive(number)) {
            open.add(session);
            most.accumulateAndGet(open.size(), Math::max);
            try {
                if (end.getCount() > 0) {
                    kind.talk(session, number);
                }
            } finally {
                open.remove(session);
            }
        } catch (IOException gone) {
            if (end.getCount() > 0) {
                heard.count("(" + gone.getMessage() + ")");
            }
        }
    }

    private StrangerSession arrive(int number) throws IOException, InterruptedException {
        door.acquire();
        try {
            StrangerSession session = kind.arrive(number, heard);
            sessions.incrementAndGet();
            return session;
        } finally {
            door.release();
        }
    }

    /** Sends all of them away; returns when they are gone. */
    void leave() throws InterruptedException {
        end.countDown();
        while (members.stream().anyMatch(Thread::isAlive)) {
            for (StrangerSession session : open) {
                try {
                    session.close();
                } catch (IOException e) {
                    heard.count("(" + e.getMessage() + ")");
                }
            }
            members.removeIf(member -> !member.isAlive());
            if (!members.isEmpty()) {
                members.getFirst().join(STEP);
            }
        }
    }
}
