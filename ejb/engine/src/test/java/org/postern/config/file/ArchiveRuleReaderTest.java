package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.config.rule.ArchiveRule;

import java.time.Duration;
import java.util.List;

class ArchiveRuleReaderTest {
    private static Reading read(String text) {
        return new ConfigurationReader(Overrides.none()).read("postern.toml",
                text);
    }

    @Test
    void saysHowLongAndHowMuch() {
        Reading reading = read("""
                [[archive]]
                to = "queue:orders"
                time = "90d"
                octets = "5G"
                [[archive]]
                to = "topic:news"
                """);
        assertThat(((Reading.Valid) reading).configuration().archives()).isEqualTo(List.of(
                new ArchiveRule("queue:orders", Duration.ofDays(90), 5L << 30),
                new ArchiveRule("topic:news", Duration.ofDays(30), 1L << 30)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "to = \"sink\" | what is handed over to queue:… or topic:… is archived, not what goes to sink",
            "to = \"host:a.example\" | what is handed over to queue:… or topic:… is archived",
            "time = \"30d\" | to", "to = \"queue:a\"\\ntime = \"1m\" | 1m",
            "to = \"queue:a\"\\noctets = \"many\" | many",
            "to = \"queue:postern.dead\" | the gateway's own",
            "to = \"queue:a\"\\n[[archive]]\\nto = \"queue:a\" | there is an earlier table for queue:a"})
    void whatIsWrongIsSaid(String table, String problem) {
        Reading reading = read("[[archive]]\n" + table.replace("\\n", "\n") + "\n");
        assertThat(((Reading.Invalid) reading).problems().toString()).contains(problem);
    }
}
