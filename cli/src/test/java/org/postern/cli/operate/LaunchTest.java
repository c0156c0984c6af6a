package org.postern.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The server is started as it was asked for, whatever stands in the words. */
class LaunchTest {
    private static List<String> words(String heap, String... options) {
        return new Launch(Path.of("/d"), heap, List.of(options), 20, List.of()).words();
    }

    @ParameterizedTest
    @CsvSource({"1g, 134217728", "512m, 67108864", "500000k, 64000000", "2G, 268435456"})
    void theBrokerHasAnEighthOfTheHeap(String heap, long octets) {
        assertThat(words(heap)).contains("-Xmx" + heap, "-Dbroker.memory=" + octets);
    }

    @Test
    void aCollectorOfOnesOwnTakesThePlaceOfOurs() {
        assertThat(words("1g")).contains("-XX:+UseSerialGC").doesNotContain("-XX:NewRatio=3");
        assertThat(words("300m", "-XX:+UseZGC")).contains("-XX:+UseZGC", "-XX:NewRatio=3")
                .doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void aShellReadsThePlanAsItIsMeant() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Plan plan = new Plan(new PrintStream(out, true, StandardCharsets.UTF_8));
        plan.export(Map.of("POSTERN_X", "a 'b' $HOME `id` \\ \"c\"\nd"));
        plan.set("data", "/tmp/B\u00fcro; exit 9");
        plan.arguments(List.of("-Dx=$(id)", "it's", "*"));
        String script = out.toString(StandardCharsets.UTF_8)
                + "printf '%s|' \"$data\" \"$@\"; sh -c 'printf %s \"$POSTERN_X\"'";
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        shell.environment().put("LC_ALL", "C.UTF-8");
        String said = new String(shell.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).endsWith("exit 9|-Dx=$(id)|it's|*|a 'b' $HOME `id` \\ \"c\"\nd");
    }

    @Test
    void theCommandLineOfTheServerSpeaksHttpToAnyPort() {
        assertThat(Server.commandLine("9999", List.of()).command())
                .contains("--controller=remote+http://127.0.0.1:9999");
    }
}
