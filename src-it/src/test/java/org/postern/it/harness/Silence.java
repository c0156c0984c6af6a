package org.postern.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where the sessions of a {@link RecordingServer} wait that are to say nothing. */
final class Silence {
    private final List<CompletableFuture<String>> held = new ArrayList<>();

    /** Waits until the silence ends; {@return what is to be said then} */
    String hold() {
        CompletableFuture<String> reply = new CompletableFuture<>();
        synchronized (held) {
            held.add(reply);
        }
        return reply.join();
    }

    /** {@return how many sessions wait} */
    int sessions() {
        synchronized (held) {
            return held.size();
        }
    }

    /** Lets all that wait say this. */
    void end(String reply) {
        synchronized (held) {
            held.forEach(session -> session.complete(reply));
            held.clear();
        }
    }
}
