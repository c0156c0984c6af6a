package org.postern.it.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Daemon;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.Wish;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rspamd's normal worker with two rules of our own, and without the DNS. */
class HearsWhatRspamdSaysIT {
    private static final String PROGRAM = "/usr/bin/rspamd";
    private static final String USER = "_rspamd";
    private static final String GTUBE = String.join("GTUBE-STANDARD-", "XJS*C4JDBQADN1.NSBN3*2IDNEN*",
            "ANTI-UBE-TEST-EMAIL*C.34X");

    private static final Daemon RSPAMD = new Daemon();
    private static Asked asked;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(PROGRAM)), "rspamd is not installed");
        RSPAMD.write("own.lua",
                """
                        config['regexp'] = { OWN_SUBJECT = { re = 'Subject=/own rule/Hi', score = 7.5, group = 'own' } }
                        rspamd_config:register_symbol({ name = 'OWN_LATER', type = 'prefilter', priority = 10,
                          callback = function(task)
                            if task:get_header('X-Later') then task:set_pre_result('soft reject', 'Come later') end
                          end })
                        rspamd_config:register_symbol({ name = 'OWN_FACTS', type = 'normal', score = 1, group = 'own',
                          callback = function(task)
                            local to = task:get_recipients('smtp')
                            return true, 1.0, tostring(task:get_from_ip()), task:get_helo(),
                              task:get_from('smtp')[1].addr, to[1].addr, task:get_queue_id(), tostring(task:get_size())
                          end })
                        """);
        RSPAMD.write("domains", "example\ncom\n"); // with all there are it takes a quarter of a minute to start
        String configuration = RSPAMD.write("rspamd.conf", """
                options {
                  pidfile = "$FOLDER/rspamd.pid"; tempdir = "$FOLDER"; cache_file = "$FOLDER/symbols.cache";
                  hs_cache_dir = "$FOLDER"; url_tld = "$FOLDER/domains"; filters = "regexp"; disable_hyperscan = true;
                  dns { nameserver = ["127.0.0.1:1"]; timeout = 0.05s; retransmits = 1; }
                }
                logging { type = "console"; level = "notice"; }
                actions { reject = 15; add_header = 6; greylist = 4; }
                worker "normal" { bind_socket = "127.0.0.1:$PORT"; count = 1; }
                lua = "$FOLDER/own.lua";
                """);
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-f", "-c", configuration));
        if (Daemon.isRoot()) {
            RSPAMD.giveTo(USER);
            command.addAll(List.of("-u", USER, "-g", USER));
        }
        RSPAMD.start(command);
        asked = new Asked(RSPAMD.folder(), """
                [[scanner]]
                name = "rspamd"
                kind = "rspamd"
                address = "127.0.0.1:%d"
                """.formatted(RSPAMD.port()));
    }

    @AfterAll
    static void stop() {
        RSPAMD.close();
    }

    private static ScanResult.Found found(String message) throws IOException, InterruptedException {
        return (ScanResult.Found) asked.of(message);
    }

    @Test
    void itKnowsWhoseMessageItIs() throws IOException, InterruptedException {
        ScanResult.Found found = found(Asked.HEADER + "\nTwo chairs, please.\n");
        assertThat(found.wishes()).isEmpty();
        assertThat(found.findings()).singleElement()
                .extracting(Finding::evidence)
                .asString()
                .startsWith("192.0.2.7, client.example, alice@home.example, orders@app.example, 0123456789ABCDEF, ");
    }

    @Test
    void theTestThatAllKnowIsToBeRejected() throws IOException, InterruptedException {
        ScanResult.Found found = found(Asked.HEADER + "\n" + GTUBE + "\n");
        assertThat(found.wishes()).singleElement().isInstanceOf(Wish.Reject.class);
        assertThat(found.findings()).extracting(Finding::name).contains("GTUBE");
        assertThat(found.findings().stream().mapToDouble(Finding::weight).sum()).isEqualTo(15);
    }

    @Test
    void itsSymbolsAddUpToItsAction() throws IOException, InterruptedException {
        ScanResult.Found found = found(Asked.HEADER.replace("An order", "own rule") + "\nTwo chairs, please.\n");
        assertThat(found.wishes()).containsExactly(new Wish.Mark());
        assertThat(found.findings()).extracting(Finding::name, Finding::weight)
                .contains(tuple("OWN_SUBJECT", 7.5));
    }

    @Test
    void whatItRejectsSoftlyIsToComeAgain() throws IOException, InterruptedException {
        assertThat(found("X-Later: yes\n" + Asked.HEADER + "\nTwo chairs, please.\n").wishes())
                .containsExactly(new Wish.Defer(Optional.of(Reply.of(451, "4.7.1", "Come later"))));
    }

    @Test
    void aLongMessageComesWhole() throws IOException, InterruptedException {
        String message = Asked.HEADER + "\n" + "Two chairs, please.\n".repeat(100_000);
        int octets = message.replace("\n", "\r\n").length();
        assertThat(found(message).findings()).filteredOn(finding -> finding.name().equals("OWN_FACTS"))
                .singleElement()
                .extracting(Finding::evidence)
                .asString()
                .endsWith(", " + octets);
    }
}
