package org.postern.it.applications;

import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.RecordingServer;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an application is told of numbered submissions while gateway and application are killed in turns. As a program: how many, kills of the gateway, kills of the application
 * ({@code 100000 3 2}); it prints the counts.
 *
 * @param messages handed in, each tenth to a second recipient whom nobody knows
 * @param kills of the gateway, evenly spread
 * @param leaps of the application: each is killed while it hands in, and begins its slice anew
 * @param slice how many one run of the application hands in
 * @param part events that one program hears, so that none takes longer than a command may
 */
record ToldOutcomes(int messages, int kills, int leaps, int slice, int part) {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Set<String> ENDS = Set.of("delivered", "failed", "expired");
    private static final String QUEUE = "shop.told";

    public static void main(String... arguments) {
        int messages = Integer.parseInt(arguments[0]);
        ToldOutcomes outcomes = new ToldOutcomes(messages, Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]), 1_000, 10_000);
        List<String> faults = outcomes.faults();
        OUT.println(faults.isEmpty() ? "each once" : String.join("\n", faults));
    }

    /** {@return what is not as it has to be: each taken once, each recipient with one end, and nothing of what was rolled back} */
    List<String> faults() {
        try (RecordingServer nextHop = RecordingServer.start();
                Gateway gateway = Gateway.plan("told").configuration("""
                        [[route]]
                        recipient = "test.example"
                        to = "%s"
                        [settings]
                        "retry.schedule" = "1s,2s,2s,2s,2s,5s,5s,5s,5s,5s,5s,10s,10s,10s,10s,10s,10s"
                        "delivery.back-off" = "1s"
                        "delivery.longest-back-off" = "1s"
                        """.formatted(nextHop.destination())).start()) {
            for (int i = 10; i <= messages; i += 10) {
                nextHop.alwaysSays("RCPT TO:<gone" + i + "@test.example>", "550 5.1.1 no such user");
            }
            Application shop = Application.at(gateway, "shop");
            CompletableFuture<Void> handingIn = CompletableFuture.runAsync(() -> handIn(shop),
                    Thread::startVirtualThread);
            for (int kill = 1; kill <= kills; kill++) {
                int so = (int) ((long) kill * messages / (kills + 1));
                awaitArrived(nextHop, so);
                gateway.kill();
                gateway.start();
            }
            handingIn.join();
            return judged(told(shop));
        }
    }

    /** As long as more come, it goes on. */
    private static void awaitArrived(RecordingServer nextHop, int count) {
        while (nextHop.received().size() < count) {
            int already = nextHop.received().size();
            Await.until("more than " + already + " have arrived", LIMIT, () -> nextHop.received().size() > already);
        }
    }

    /** A slice that takes too long, since the gateway has to start meanwhile, is handed in again: what is taken already is not taken twice. */
    private void handIn(Application shop) {
        int slices = (messages + slice - 1) / slice;
        for (int number = 0; number < slices; number++) {
            int first = number * slice + 1;
            int last = Math.min(messages, first + slice - 1);
            if (isLeap(number, slices)) {
                shop.dieSubmitting(QUEUE, first, last);
            }
            Await.until("mail from " + first + " on is taken", LIMIT, () -> isTaken(shop, first, last));
        }
    }

    private boolean isLeap(int number, int slices) {
        return IntStream.rangeClosed(1, leaps).anyMatch(leap -> number == leap * slices / (leaps + 1));
    }

    private static boolean isTaken(Application shop, int first, int last) {
        try {
            shop.submitNumbered(QUEUE, first, last);
            return true;
        } catch (AssertionError tooLong) {
            return false;
        }
    }

    private Set<String> expectedEnds() {
        return IntStream.rangeClosed(1, messages)
                .boxed()
                .flatMap(i -> i % 10 == 0
                        ? List.of("n" + i + "@test.example", "gone" + i + "@test.example").stream()
                        : List.of("n" + i + "@test.example").stream())
                .collect(Collectors.toSet());
    }

    private List<HeardEvent> told(Application shop) {
        List<HeardEvent> all = new ArrayList<>();
        Set<String> awaited = expectedEnds();
        Await.until("all have their end", LIMIT.multipliedBy(1 + messages / part), () -> {
            List<HeardEvent> heard = HeardEvent.of(shop.hear("reply=" + QUEUE, "count=" + part, "patience=2000"));
            all.addAll(heard);
            heard.stream()
                    .filter(event -> ENDS.contains(event.kind()))
                    .map(HeardEvent::recipient)
                    .forEach(awaited::remove);
            return awaited.isEmpty() && heard.size() < part;
        });
        return all;
    }

    private List<String> judged(List<HeardEvent> told) {
        Map<String, List<HeardEvent>> byKey = told.stream().collect(Collectors.groupingBy(HeardEvent::key));
        Map<String, Long> kinds = byKey.values()
                .stream()
                .map(List::getFirst)
                .collect(Collectors.groupingBy(HeardEvent::kind, TreeMap::new, Collectors.counting()));
        OUT.printf(
                "%d submissions, %d kills of the gateway, %d of the application: %d events by key %s, %d of them told more than once%n",
                messages, kills, leaps, byKey.size(), kinds,
                byKey.values().stream().filter(same -> same.size() > 1).count());
        List<HeardEvent> once = byKey.values().stream().map(List::getFirst).toList();
        List<String> faults = new ArrayList<>();
        once.stream()
                .filter(event -> event.correlation().startsWith("back"))
                .forEach(event -> faults.add("rolled back, and told: " + event));
        List<String> accepted = once.stream()
                .filter(event -> event.kind().equals("accepted"))
                .map(HeardEvent::correlation)
                .toList();
        if (accepted.size() != messages || new HashSet<>(accepted).size() != messages) {
            faults.add(
                    accepted.size() + " were told to be taken, " + new HashSet<>(accepted).size() + " different ones");
        }
        List<String> ends = once.stream()
                .filter(event -> ENDS.contains(event.kind()))
                .map(HeardEvent::recipient)
                .toList();
        if (new HashSet<>(ends).size() != ends.size() || !new HashSet<>(ends).equals(expectedEnds())) {
            faults.add(ends.size() + " ends, of " + new HashSet<>(ends).size() + " recipients of "
                    + expectedEnds().size());
        }
        return faults;
    }
}
