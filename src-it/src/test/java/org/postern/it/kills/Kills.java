package org.postern.it.kills;

import org.postern.it.harness.Arguments;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kills the gateway, and a Postfix beside it, again and again while a load goes through, and prints of each kill what was lost and what
 * arrived twice. Ends with status 1 where something was lost. Needs root, as Postfix does.
 *
 * <p>Options, each with its default: {@code --subjects postern,postfix}, {@code --kills 10}, {@code --messages 2000} between two kills,
 * {@code --sessions 20} of the client, {@code --thought 5}, milliseconds the next hop takes over each message, 1 at least.
 */
public final class Kills {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int kills;
    private final int messages;
    private final int sessions;
    private final Duration thought;
    private final Path folder;
    private final Map<String, List<KillCount>> counts = new LinkedHashMap<>();

    private Kills(Arguments given, Path folder) {
        kills = given.number("--kills", 10);
        messages = given.number("--messages", 2000);
        sessions = given.number("--sessions", 20);
        thought = Duration.ofMillis(Math.max(1, given.number("--thought", 5)));
        this.folder = folder;
    }

    public static void main(String... words) throws Exception {
        Arguments given = new Arguments(words);
        List<String> subjects = List.of(given.text("--subjects", "postern,postfix").split(",", -1));
        Path parent = Path.of(System.getProperty("postern.benchmark.folder", "/var/tmp"));
        boolean lost;
        try (WorkFolder folder = WorkFolder.in(parent, "postern-kills")) {
            Kills program = new Kills(given, folder.path());
            given.end();
            for (String subject : subjects) {
                program.kill(subject);
            }
            program.print();
            lost = program.isLost();
        }
        System.exit(lost ? 1 : 0);
    }

    private void kill(String subject) throws Exception {
        try (TakingSink sink = new TakingSink(thought); Victim victim = victim(subject, sink.port())) {
            Ordeal ordeal = new Ordeal(victim, sink, kills, messages, sessions);
            counts.put(victim.name(), ordeal.undergo());
            OUT.printf(
                    "%s: takes mail again %d ms after a kill (median); %d messages came twice by their client's doing%n",
                    victim.name(), ordeal.start(), ordeal.handedInTwice());
        }
    }

    private Victim victim(String subject, int nextHop) throws IOException {
        return switch (subject) {
            case "postern" -> KilledGateway.start(folder, nextHop);
            case "postfix" -> KilledPostfix.start(folder, nextHop);
            default -> throw new IllegalArgumentException("unknown subject " + subject);
        };
    }

    private boolean isLost() {
        return counts.values().stream().flatMap(List::stream).anyMatch(count -> count.lost() > 0);
    }

    private void print() {
        StringBuilder head = new StringBuilder("| kill |");
        StringBuilder rule = new StringBuilder("|---|");
        for (String name : counts.keySet()) {
            head.append(" 250s ").append(name).append(" | lost | unread | doubled, unread | doubled, read |");
            rule.append("---|---|---|---|---|");
        }
        OUT.printf("%n%s%n%s%n", head, rule);
        for (int life = 0; life <= kills; life++) {
            List<KillCount> row = new ArrayList<>();
            for (List<KillCount> one : counts.values()) {
                row.add(one.get(life));
            }
            OUT.println(row(life < kills ? Integer.toString(life + 1) : "none", row));
        }
        OUT.println(row("all",
                counts.values().stream().map(one -> one.stream().reduce(KillCount::plus).orElseThrow()).toList()));
    }

    private static String row(String name, List<KillCount> counts) {
        StringBuilder row = new StringBuilder("| " + name + " |");
        for (KillCount count : counts) {
            row.append(" %d | %d | %d | %d | %d |".formatted(count.acknowledged(), count.lost(), count.inTheAir(),
                    count.doubledInTheAir(), count.doubledThoughRead()));
        }
        return row.toString();
    }
}
