package org.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.cli.PlayedGateway.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** What strangers wrote reaches the terminal of a person without anything that it would obey, and a program as it is. */
class ObeysNoStrangerTest {
    private static final String ODD = "Subject: a\u001b]0;x\u0007\u009b2J\u007f\r\n\rb\u202ec \uD83D\uDE00\r\n";
    private static final String SOURCE = "queue source k";
    @TempDir
    private Path folder;
    private PlayedGateway gateway;

    @BeforeEach
    void start() {
        gateway = new PlayedGateway(folder);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Outcome says(boolean people, String words) {
        return gateway.says(people, Map.of("POSTERN_DATA", gateway.data().toString()), words.split(" ", -1));
    }

    @Test
    void octetsAreVisibleToAPersonAndAsTheyAreToAProgram() {
        gateway.refuses(200, ODD);
        for (String command : List.of(SOURCE, "queue part k 1", "configuration export",
                "api get /queue/k/content/source")) {
            assertThat(says(true, command).out().stripTrailing()).as(command)
                    .isEqualTo("Subject: a\uFFFD]0;x\uFFFD\uFFFD2J\uFFFD\n\uFFFDb\uFFFDc \uD83D\uDE00");
            assertThat(says(false, command).out()).as(command).startsWith(ODD);
        }
    }

    @Test
    void jsonMeansTheSameWithoutThem() {
        gateway.refuses(200, "{\"items\":[],\"words\":\"\u009b2J\u007f\u202e\\u001b\"}");
        for (boolean people : new boolean[]{true, false}) {
            assertThat(says(people, "queue show k --json").out())
                    .isEqualTo("{\"items\":[],\"words\":\"\\u009b2J\\u007f\\u202e\\u001b\"}\n");
        }
    }

    @Test
    void whatIsWrongIsToldWithoutThem() {
        gateway.refuses(409, "{\"title\":\"no\",\"status\":409,\"detail\":\"It hears \\u001b]0;x\\u0007 \\u009b2J.\"}");
        assertThat(says(true, "queue retry k").err()).isEqualTo("postern: It hears \uFFFD]0;x\uFFFD \uFFFD2J.\n");
    }

    @Test
    void aFileIsNewAndForNobodyElse() throws IOException {
        gateway.refuses(200, ODD);
        Path file = folder.resolve("mail.eml");
        assertThat(says(true, SOURCE + " -o " + file).status()).isZero();
        assertThat(Files.readString(file)).isEqualTo(ODD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(says(true, SOURCE + " -o " + file).status()).as("there is one").isEqualTo(1);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        gateway.refuses(200, ODD);
        Path other = Files.writeString(folder.resolve("other"), "kept");
        for (Path target : List.of(other, folder.resolve("not-there"))) {
            Path link = Files.createSymbolicLink(folder.resolve("link-" + target.getFileName()), target);
            assertThat(says(true, SOURCE + " -o " + link).status()).isEqualTo(1);
        }
        assertThat(other).hasContent("kept");
        assertThat(folder.resolve("not-there")).doesNotExist();
    }
}
