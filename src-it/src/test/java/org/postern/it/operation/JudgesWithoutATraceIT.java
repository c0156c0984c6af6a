package org.postern.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Commands;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.World;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line tells what would become of a message, and nothing is known of it afterwards. */
@World.Shared
class JudgesWithoutATraceIT {
    private static final String MESSAGE = """
            From: <a@rehearsed.example>
            Subject: never sent
            Content-Type: text/html

            <a href='http://www.bad.rehearsed.example/'>x</a>
            """;

    private static Commands.Outcome judge(World world, String message, String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("postern.root"), "postern").toString(), "judge"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", world.gateway().data().toString()));
        return Commands.attempt(command, Map.of(), message);
    }

    private static String judged(World world, String client) {
        Commands.Outcome outcome = judge(world, MESSAGE, "-", "--client", client, "--helo", "mx.rehearsed.example",
                "--from", "a@rehearsed.example", "--to", "bob@test.example");
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return outcome.output();
    }

    @Test
    void eachCheckSaysItsWordAndNothingIsKept(World world) {
        world.dns()
                .txt("rehearsed.example", "v=spf1 ip4:203.0.113.201 -all")
                .a("202.113.0.203.listed.world.example", "127.0.0.5")
                .a("bad.rehearsed.example.links.world.example", "127.0.0.2");
        assertThat(judged(world, "203.0.113.201")).contains("verdict\t", "score\t", "symbol\tSPF_PASS\t-0.2\t",
                "symbol\tURI_LISTED\t3\tlinks.world.example 127.0.0.2 bad.rehearsed.example", "result\tspf=pass",
                "note\tscanners were not asked");
        String listed = judged(world, "203.0.113.202");
        assertThat(listed).contains("verdict\tquarantine\t", "symbol\tSPF_FAIL\t3\t",
                "symbol\tLISTED\t7\tlisted.world.example 127.0.0.5 203.0.113.202",
                "note\twho is not known would have to come again");
        assertThat(judged(world, "203.0.113.202")).isEqualTo(listed);
        assertThat(LocalQueue.ofLists(world.gateway()).ask("show", "list", "grey").toString())
                .doesNotContain("rehearsed.example");
        assertThat(new LocalQueue(world.gateway()).ask("list", "text", "rehearsed.example")).isEmpty();
        assertThat(world.console().read("messages?q=rehearsed.example")).doesNotContain("a@rehearsed.example");
    }

    @Test
    void whatIsWrongIsTold(World world) {
        assertThat(
                judge(world, MESSAGE, "-", "--client", "nobody", "--helo", "x", "--from", "", "--to", "b@test.example")
                        .status())
                .isEqualTo(1);
        assertThat(
                judge(world, MESSAGE, "-", "--client", "192.0.2.1", "--helo", "x", "--from", "", "--to", "b").output())
                .contains("Not an address: b");
        assertThat(judge(world, "", "--key", "0", "--client", "203.0.113.9", "--helo", "x").output())
                .contains("No such message waits.");
        assertThat(judge(world, "", "--client", "203.0.113.9").status()).isEqualTo(2);
        assertThat(judge(world, MESSAGE, "-", "--client", World.TRUSTED, "--helo", "x", "--from", "", "--to",
                "b@test.example").output())
                .contains("networks.trusted");
    }
}
