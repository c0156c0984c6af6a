package org.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each command has an example that works, and whatever the API can do has a command. */
class EveryCommandTest {
    /** What asks no gateway, or not by the API. */
    private static final Set<String> APART = Set.of("run", "stop", "status", "await", "check", "account", "cli",
            "build", "package",
            "completion", "version");
    /** What the API has and no command needs, and why. */
    private static final Map<String, String> NO_COMMAND = Map.of();

    @TempDir
    private static Path folder;

    @Test
    void helpHasAnExampleWhichIsOfThisCommand() {
        for (CommandLine one : Leaves.all()) {
            List<String> names = List.of(one.getCommandSpec().qualifiedName().split(" ", -1));
            assertThat(Leaves.words(Leaves.example(one))).as(names.toString())
                    .startsWith(names.get(1))
                    .contains(names.getLast());
            assertThat(one.getCommandSpec().usageMessage().description()).as(names.toString()).isNotEmpty();
        }
    }

    @Test
    void eachExampleWorksAndTogetherTheyUseAllThatTheApiHas() throws IOException {
        Files.writeString(folder.resolve("mail.eml"), "Subject: x\n\ny\n");
        try (PlayedGateway gateway = new PlayedGateway(folder)) {
            int count = 0;
            for (CommandLine one : Leaves.all()) {
                if (!APART.contains(one.getCommandSpec().qualifiedName().split(" ", -1)[1])) {
                    List<String> words = inFolder(Leaves.words(Leaves.example(one)), count++);
                    PlayedGateway.Outcome outcome = gateway.says(words.toArray(String[]::new));
                    assertThat(outcome.status()).as(words + " " + outcome).isZero();
                    assertThat(outcome.out()).as(words.toString()).doesNotContain("\u001b");
                }
            }
            for (String more : List.of("judge --key k --client 192.0.2.1 --helo h", "learn forget --teacher ann",
                    "alias set @b.example --members-from " + folder.resolve("mail.eml"),
                    "queue hold k", "list allow show 7", "dkim list", "dead replay --from orders", "archive replay 17",
                    "take-back 7 --compare")) {
                assertThat(gateway.says(more.split(" ", -1)).status()).as(more).isZero();
            }
            assertThat(gateway.faults()).isEmpty();
            Set<String> missing = Described.asItIs()
                    .operations()
                    .stream()
                    .map(Described.Operation::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            missing.removeAll(gateway.asked());
            assertThat(missing).isEqualTo(NO_COMMAND.keySet());
        }
    }

    private static List<String> inFolder(List<String> words, int count) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            boolean output = !all.isEmpty() && all.getLast().equals("-o");
            boolean file = word.endsWith(".eml") || word.endsWith(".pdf") || word.equals("kept.toml");
            all.add(output
                    ? folder.resolve("out" + count).toString()
                    : file ? folder.resolve("mail.eml").toString() : word);
        }
        return all;
    }
}
