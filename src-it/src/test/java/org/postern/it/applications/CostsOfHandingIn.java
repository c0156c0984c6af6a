package org.postern.it.applications;

import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What it costs a bean beside the gateway to hand mail of 1 KB in: by JMS and by Jakarta Mail without a transaction, and in a transaction each by JMS, by Jakarta Mail and by a connection of the
 * adapter. Arguments: how many each time, and how many turns ({@code 2000 5}). Processor time is that of the whole server, until the mail is routed to nowhere and it is quiet again.
 */
public final class CostsOfHandingIn {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final List<String> WAYS = List.of("bare", "alone", "xa", "mail", "connector");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Gateway gateway;
    private final int count;

    private CostsOfHandingIn(Gateway gateway, int count) {
        this.gateway = gateway;
        this.count = count;
    }

    public static void main(String... arguments) throws Exception {
        int turns = Integer.parseInt(arguments[1]);
        Gateway gateway = Gateway.plan("costs").configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "costs.example"
                to = "queue:costs"
                [[route]]
                recipient = "*"
                to = "discard"
                """).start();
        try (gateway; Desk desk = new Desk(gateway)) {
            try (InputStream source = CostsOfHandingIn.class.getResourceAsStream("HandsIn.java")) {
                desk.put("HandsIn.java", new String(source.readAllBytes(), StandardCharsets.UTF_8));
            }
            desk.type("""
                    APIS=$(find ear/target/server/modules/system/layers/base/jakarta -name '*.jar' | paste -sd: -)
                    javac -cp "$(ls ejb/client/target/postern-client-*-SNAPSHOT.jar):$APIS" -d costs HandsIn.java
                    echo "Dependencies: deployment.postern.ear" > costs.manifest
                    jar --create --file costs.jar --manifest costs.manifest -C costs .
                    cp costs.jar .data/deployments/
                    """);
            Await.until("it is deployed", LIMIT,
                    () -> desk.type("./postern status").contains("application costs.jar: deployed"));
            CostsOfHandingIn costs = new CostsOfHandingIn(gateway, Integer.parseInt(arguments[0]));
            OUT.println(
                    "| turn | way | a second | ms of the bean's thread, each | ms of processor, each |\n|---|---|---|---|---|");
            for (int turn = 1; turn <= turns; turn++) {
                for (String way : WAYS) {
                    costs.measure(turn, way);
                }
            }
        }
    }

    private void measure(int turn, String way) throws IOException {
        awaitQuiet();
        Pattern end = Pattern.compile("Handed in " + way + " " + count + " (\\d+) (\\d+)\\.");
        long before = said(end).size();
        Duration cpu = cpu();
        SmtpDialogue.hand(gateway.smtp(), "a@client.example", way + "-" + count + "@costs.example",
                SampleMail.about("hand in"));
        Await.until("all is handed in", LIMIT, () -> said(end).size() > before);
        awaitQuiet();
        MatchResult said = said(end).getLast();
        double seconds = Long.parseLong(said.group(1)) / 1e9;
        OUT.printf("| %d | %s | %.0f | %.3f | %.3f |%n", turn, way, count / seconds,
                Long.parseLong(said.group(2)) / 1e6 / count, cpu().minus(cpu).toNanos() / 1e6 / count);
    }

    private List<MatchResult> said(Pattern end) {
        return end.matcher(gateway.log()).results().toList();
    }

    /** Less than a twentieth of a core is what a server takes that has nothing to do. */
    private void awaitQuiet() {
        Duration before;
        Duration now = cpu();
        do {
            before = now;
            LockSupport.parkNanos(LOOK.toNanos());
            now = cpu();
        } while (now.minus(before).toMillis() > LOOK.toMillis() / 20);
    }

    private Duration cpu() {
        return gateway.server().info().totalCpuDuration().orElseThrow();
    }
}
