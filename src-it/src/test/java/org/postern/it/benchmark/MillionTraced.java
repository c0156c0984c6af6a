package org.postern.it.benchmark;

import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.PostgresServer;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What it costs to search a million stories, and to look at any page beside them and a tenth as much parked mail, of which a tenth is in quarantine: fills
 * the database of a gateway, the embedded one or PostgreSQL, starts the gateway, and asks the messages page in many ways, each time for something else, and
 * then all others. Arguments: how many, and {@code postgresql}.
 */
public final class MillionTraced {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int PARKED_IN_ALL = 10;

    private final PageTimes times;
    private final int count;
    private final Instant begin;

    private MillionTraced(PageTimes times, int count, Instant begin) {
        this.times = times;
        this.count = count;
        this.begin = begin;
    }

    public static void main(String... arguments) throws Exception {
        MillionRows traced = MillionTraced::measure;
        traced.on("traced", arguments);
    }

    private static void measure(Gateway gateway, Optional<PostgresServer> server, int count) throws Exception {
        gateway.start();
        gateway.stop();
        Instant begin = Instant.now().minus(TraceRows.MONTH).truncatedTo(ChronoUnit.SECONDS);
        long start = System.nanoTime();
        String place = server.map(PostgresServer::url).orElse("jdbc:h2:file:" + gateway.data() + "/db/postern");
        String user = server.map(PostgresServer::user).orElse("postern");
        TraceRows.write(place, user, "postern", count, begin);
        Instant firstDue = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        ParkedRows.write(place, user, "postern", count / PARKED_IN_ALL, firstDue, "QUARANTINED");
        OUT.printf("to write %d stories, and %d parked: %.1f s%n", count, count / PARKED_IN_ALL,
                (System.nanoTime() - start) / 1e9);
        gateway.start();
        PageTimes times = new PageTimes(Console.withFirstAdministrator(gateway, "admin", "correct horse battery"), OUT);
        new MillionTraced(times, count, begin).measure();
        new EveryPage(times, count / PARKED_IN_ALL, firstDue).measure();
    }

    private void measure() {
        times.head("page of messages");
        pages();
        names();
        words();
    }

    private void pages() {
        timed("the first page", i -> "");
        timed("of the last 24 hours", i -> "hours=24");
        timed("behind a place in the middle", i -> "after=" + place(i));
        timed("before a place in the middle", i -> "before=" + place(i));
        timed("before the earliest", i -> "before=" + place(0));
        timed("250 lines before a place in the middle", i -> "lines=250&before=" + place(i));
        timed("failed", i -> "progress=FAILED");
        timed("failed, before a place in the middle", i -> "progress=FAILED&before=" + place(i));
        timed("refused, which none is", i -> "progress=REFUSED");
        timed("refused, which none is, before a place in the middle", i -> "progress=REFUSED&before=" + place(i));
    }

    private void names() {
        sought("a recipient", i -> "r%d@d%d.example".formatted(i, i % 1000));
        sought("a sender, of 200 messages", i -> "s%d@client.example".formatted(i % 5000));
        sought("a domain, of 1000 messages", i -> "@d%d.example".formatted(i % 1000));
        sought("a domain, of all messages", i -> "@client.example");
        timed("a domain, of all messages, before a place", i -> "q=%40client.example&before=" + place(i));
        timed("a domain, failed", i -> "progress=FAILED&q=%40d" + i % 1000 + ".example");
        sought("an address that is not there", i -> "nobody%d@d7.example".formatted(i));
        sought("a queue id", TraceRows::key);
        sought("the beginning of a queue id", i -> TraceRows.key(i).substring(0, 13));
        sought("a client's address, of 4000 messages", i -> "192.0.2." + i % 250);
        timed("a client's address, before a place",
                i -> "q=192.0.2." + i % 250 + "&before=" + place(i));
        timed("a client's address, failed", i -> "progress=FAILED&q=192.0.2." + i % 250);
        sought("a client's name, of 4000 messages", i -> "EHLO mail%d.client.example".formatted(i % 250));
        sought("a Message-ID", i -> "Message-ID: <m%d@client.example>".formatted(i));
        sought("a queue id of the next server", i -> "4X" + i);
    }

    private void words() {
        sought("a local part, of one message", i -> "r%d@".formatted(i));
        sought("a word that begins a local part", i -> "r" + i);
        sought("words in every Subject", i -> "your order");
        sought("a word in one Subject", i -> "Subject: needle");
        timed("a word in one Subject, before a place", i -> "q=Subject:+needle&before=" + place(i));
        sought("the null reverse-path, which none has", i -> "<>");
    }

    private String place(int i) {
        Instant arrived = TraceRows.arrived(i, count, begin);
        return ChronoUnit.MICROS.between(Instant.EPOCH, arrived) + "." + TraceRows.key(i);
    }

    private void sought(String what, IntFunction<String> text) {
        timed(what, i -> "q=" + URLEncoder.encode(text.apply(i), StandardCharsets.UTF_8));
    }

    /** Each time for another message of the middle. */
    private void timed(String what, IntFunction<String> query) {
        times.of(what, turn -> "messages?" + query.apply(
                count / 4 + (turn + PageTimes.WARMING) * (count / 2 / (PageTimes.TURNS + PageTimes.WARMING)) + turn));
    }
}
