package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.RecordingServer;

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

/** However often the process ends in the middle, each submission is told to be taken once, and each recipient has one end; what was rolled back has none. */
@Order(1)
class TellsEachOutcomeOnceIT {
    private static final int MESSAGES = 3_000;
    private static final int KILLS = 2;
    private static final int SLICE = 500;
    /** Events that one program hears, so that none takes longer than a command may, however slow the machine. */
    private static final int PART = 1000;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Set<String> ENDS = Set.of("delivered", "failed", "expired");

    @Test
    void thoughTheGatewayIsKilledTwice() throws InterruptedException {
        try (RecordingServer nextHop = RecordingServer.start();
                Gateway gateway = Gateway.plan("told").configuration("""
                        [[route]]
                        recipient = "test.example"
                        sender = "load@client.example"
                        to = "sink"
                        [[route]]
                        recipient = "test.example"
                        to = "%s"
                        [settings]
                        "retry.schedule" = "1s,2s,2s,2s,2s,5s,5s,5s,5s,5s,5s,10s,10s,10s,10s,10s,10s"
                        "delivery.back-off" = "1s"
                        "delivery.longest-back-off" = "1s"
                        "rate.messages" = 0
                        "rate.connections" = 0
                        "rate.commands" = 0
                        """.formatted(nextHop.destination())).start()) {
            for (int i = 10; i <= MESSAGES; i += 10) {
                nextHop.alwaysSays("RCPT TO:<gone" + i + "@test.example>", "550 5.1.1 no such user");
            }
            Application shop = Application.at(gateway, "shop");
            CompletableFuture<Void> handingIn = CompletableFuture.runAsync(() -> handIn(shop),
                    Thread::startVirtualThread);
            for (int kill = 1; kill <= KILLS; kill++) {
                int so = kill * MESSAGES / (KILLS + 1);
                Await.until(so + " have arrived", LIMIT, () -> nextHop.received().size() >= so);
                gateway.kill();
                gateway.start();
            }
            handingIn.join();
            judge(told(shop));
            new SunkOnce(gateway).thoughTheGatewayIsKilled();
        }
    }

    /** A slice that takes too long, since the gateway has to start meanwhile, is handed in again: what is taken already is not taken twice. */
    private static void handIn(Application shop) {
        for (int first = 1; first <= MESSAGES; first += SLICE) {
            int from = first;
            Await.until("mail from " + from + " on is taken", LIMIT, () -> isTaken(shop, from));
        }
    }

    private static boolean isTaken(Application shop, int first) {
        try {
            shop.submitNumbered("shop.told", first, first + SLICE - 1);
            return true;
        } catch (AssertionError tooLong) {
            return false;
        }
    }

    private static Set<String> expectedEnds() {
        return IntStream.rangeClosed(1, MESSAGES)
                .boxed()
                .flatMap(i -> i % 10 == 0
                        ? List.of("n" + i + "@test.example", "gone" + i + "@test.example").stream()
                        : List.of("n" + i + "@test.example").stream())
                .collect(Collectors.toSet());
    }

    private static List<HeardEvent> told(Application shop) {
        List<HeardEvent> all = new ArrayList<>();
        Set<String> awaited = expectedEnds();
        Await.until("all have their end", LIMIT, () -> {
            List<HeardEvent> heard = HeardEvent.of(shop.hear("reply=shop.told", "count=" + PART, "patience=2000"));
            all.addAll(heard);
            heard.stream()
                    .filter(event -> ENDS.contains(event.kind()))
                    .map(HeardEvent::recipient)
                    .forEach(awaited::remove);
            return awaited.isEmpty() && heard.size() < PART;
        });
        return all;
    }

    private static void judge(List<HeardEvent> told) {
        Map<String, List<HeardEvent>> byKey = told.stream().collect(Collectors.groupingBy(HeardEvent::key));
        Map<String, Long> kinds = byKey.values()
                .stream()
                .map(List::getFirst)
                .collect(Collectors.groupingBy(HeardEvent::kind, TreeMap::new, Collectors.counting()));
        System.out.printf("%d submissions, %d kills: %d events by key %s, %d of them told more than once%n", MESSAGES,
                KILLS, byKey.size(), kinds, byKey.values().stream().filter(same -> same.size() > 1).count());
        List<HeardEvent> once = byKey.values().stream().map(List::getFirst).toList();
        assertThat(once).noneMatch(event -> event.correlation().startsWith("back"));
        assertThat(once).filteredOn(event -> event.kind().equals("accepted"))
                .extracting(HeardEvent::correlation)
                .doesNotHaveDuplicates()
                .hasSize(MESSAGES);
        List<String> ends = once.stream()
                .filter(event -> ENDS.contains(event.kind()))
                .map(HeardEvent::recipient)
                .toList();
        assertThat(ends).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ends)).isEqualTo(expectedEnds());
    }
}
