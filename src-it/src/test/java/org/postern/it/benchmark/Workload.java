package org.postern.it.benchmark;

/**
 * What a subject is given to relay.
 *
 * @param octets of each message's content
 * @param sessions connections at the same time
 * @param reused whether a session takes many messages; otherwise one connection is made for each
 * @param tls whether the client says STARTTLS
 * @param messages how many altogether
 */
record Workload(int octets, int sessions, boolean reused, boolean tls, int messages) {
    private static final int MEBI = 1024 * 1024;

    /** {@return so many messages of this size as the time a run may take allows; never fewer than the sessions} */
    static Workload of(int octets, int sessions, boolean reused, boolean tls, int messagesOf4Ki) {
        int bySize = (int) (messagesOf4Ki * 4096L / Math.max(4096, octets / 5));
        int bySessions = sessions >= 50 ? bySize : bySize * (sessions + 10) / 60;
        return new Workload(octets, sessions, reused, tls, Math.max(sessions, bySessions));
    }

    /** {@return what makes a server ready for messages of this size; {@code messages} counts those of 4 KB} */
    Workload warmup(int messagesOf4Ki) {
        return of(octets, 50, true, tls, messagesOf4Ki);
    }

    String size() {
        return octets < MEBI ? octets / 1024 + " KB" : octets / MEBI + " MB";
    }

    String connections() {
        return (reused ? "reused" : "one a message") + (tls ? ", TLS" : "");
    }

    @Override
    public String toString() {
        return messages + " messages of " + size() + ", " + sessions + " sessions, connections " + connections();
    }
}
