package org.postern.it.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Looks at all pages of a console beside much mail.
 *
 * @param parked how many messages are parked, see {@link ParkedRows}
 * @param firstDue when the first of them is due
 */
record EveryPage(PageTimes times, int parked, Instant firstDue) {
    private static final List<String> PAGES = List.of("dashboard", "dashboard?range=day", "dashboard?range=month",
            "queues", "quarantine", "destinations", "destination?name=mx:d7.example", "domains",
            "domain?name=d7.example", "applications", "dead-letters", "sink", "routes", "aliases", "rules", "lists",
            "users",
            "greylist", "classifier", "simulator", "reports", "sent-reports", "tls-sessions", "sessions", "server",
            "settings", "configuration", "header", "audit", "people", "tokens", "account", "start");

    void measure() {
        times.head("any page");
        PAGES.forEach(page -> times.of(page, turn -> page));
        times.of("one message", turn -> "message?id=" + TraceRows.key(parked + turn));
        queues();
        quarantine();
    }

    private void queues() {
        times.of("queues, a recipient",
                turn -> "queues?q=" + coded("r%d@d%d.example".formatted(i(turn), i(turn) % 1000)));
        times.of("queues, a domain", turn -> "queues?q=" + coded("@d%d.example".formatted(i(turn) % 1000)));
        times.of("queues, a domain of all messages", turn -> "queues?q=%40client.example");
        times.of("queues, the beginning of a local part", turn -> "queues?q=r" + i(turn));
        times.of("queues, a sender", turn -> "queues?q=" + coded("s%d@client.example".formatted(i(turn) % 5000)));
        times.of("queues, behind nine of ten", turn -> "queues?after=" + place(turn));
    }

    private String place(int turn) {
        int last = ParkedRows.deferred(parked / 100 * 81 + turn);
        return coded(ParkedRows.due(last, firstDue) + "~" + ParkedRows.key(last));
    }

    private void quarantine() {
        times.of("quarantine, a recipient",
                turn -> "quarantine?q="
                        + coded("r%d@d%d.example".formatted(i(turn) / 10 * 10, i(turn) / 10 * 10 % 1000)));
        times.of("quarantine, a domain",
                turn -> "quarantine?q=" + coded("@d%d.example".formatted(i(turn) / 10 * 10 % 1000)));
        times.of("quarantine, a domain of all messages", turn -> "quarantine?q=%40client.example");
        times.of("quarantine, words in every Subject", turn -> "quarantine?words=parked");
        times.of("quarantine, words in none", turn -> "quarantine?words=needle" + i(turn));
        times.of("quarantine, spam", turn -> "quarantine?kind=spam");
    }

    private int i(int turn) {
        return parked / 2 + 97 * turn;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
