package org.postern.it.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Daemon;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.Scanned;
import org.postern.scan.Wish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** SpamAssassin's daemon with the rules it comes with, and without the DNS. */
class HearsWhatSpamdSaysIT {
    private static final String PROGRAM = "/usr/sbin/spamd";
    private static final String GTUBE = String.join("GTUBE-STANDARD-", "XJS*C4JDBQADN1.NSBN3*2IDNEN*",
            "ANTI-UBE-TEST-EMAIL*C.34X");

    private static final Daemon SPAMD = new Daemon();
    private static Asked asked;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(PROGRAM)), "spamd is not installed");
        List<String> command = new ArrayList<>(List.of(PROGRAM, "--local", "--nouser-config", "--max-children=1",
                "--listen=127.0.0.1:$PORT", "--syslog=stderr", "--pidfile=$FOLDER/spamd.pid",
                "--helper-home-dir=$FOLDER"));
        if (Daemon.isRoot()) {
            SPAMD.giveTo("nobody");
            command.add("--username=nobody");
        }
        SPAMD.start(command);
        asked = new Asked(SPAMD.folder(), """
                [[scanner]]
                name = "spamassassin"
                kind = "spamd"
                address = "127.0.0.1:%d"
                user = "nobody"
                factor = "0.5"
                """.formatted(SPAMD.port()));
    }

    @AfterAll
    static void stop() {
        SPAMD.close();
    }

    @Test
    void theTestThatAllKnowIsSpam() throws IOException, InterruptedException {
        ScanResult.Found found = (ScanResult.Found) asked.of(Asked.HEADER + "\n" + GTUBE + "\n");
        assertThat(found.wishes()).containsExactly(new Wish.Mark());
        assertThat(found.findings()).extracting(Finding::name).startsWith("SCORE").contains("GTUBE");
        assertThat(found.findings().getFirst().weight()).isBetween(490.0, 510.0);
    }

    @Test
    void anOrderIsNot() throws IOException, InterruptedException {
        Scanned order = asked.all(Asked.HEADER + "\nTwo chairs, please.\n").getFirst();
        assertThat(order.isMissed()).isFalse();
        if (order.result() instanceof ScanResult.Found found) {
            assertThat(found.wishes()).isEmpty();
            assertThat(found.findings().getFirst().weight()).isLessThan(2.5);
        }
    }

    @Test
    void mailDoesNotWaitForIt() throws IOException, InterruptedException {
        Asked nowhere = new Asked(SPAMD.folder(), """
                [[scanner]]
                name = "spamassassin"
                kind = "spamd"
                address = "unix:%s"
                """.formatted(SPAMD.folder().resolve("none")));
        Scanned absent = nowhere.all(Asked.HEADER + "\n" + GTUBE + "\n").getFirst();
        assertThat(absent.result()).isInstanceOf(ScanResult.Unavailable.class);
        assertThat(absent.isAwaited()).isFalse();
    }
}
