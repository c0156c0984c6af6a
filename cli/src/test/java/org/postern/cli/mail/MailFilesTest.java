package org.postern.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What people have kept is taken message by message, and what is no message is left. */
class MailFilesTest {
    @TempDir
    private Path folder;

    private List<String> taken(Path path) {
        List<String> all = new ArrayList<>();
        MailFiles.each(path, (message, file) -> all.add(new String(message, StandardCharsets.UTF_8)));
        return all;
    }

    @Test
    void anMboxHasManyMessagesAndOneQuotedLineIsUnquoted() throws IOException {
        Path mbox = Files.writeString(folder.resolve("mbox"),
                "From a Mon\nSubject: 1\n\none\n>From me\nFrom here on\n\nFrom b Tue\nSubject: 2\n\ntwo\n");
        assertThat(taken(mbox)).containsExactly("Subject: 1\n\none\nFrom me\nFrom here on\n\n", "Subject: 2\n\ntwo\n");
    }

    @Test
    void ofAMaildirMailAloneIsTaken() throws IOException {
        Files.createDirectories(folder.resolve("box/cur"));
        Files.createDirectories(folder.resolve("box/tmp"));
        Files.writeString(folder.resolve("box/cur/1:2,S"), "Subject: in cur\n");
        Files.writeString(folder.resolve("box/tmp/2"), "Subject: half\n");
        Files.writeString(folder.resolve("box/dovecot.index"), "no mail");
        Files.writeString(folder.resolve("box/cur/.hidden"), "no mail");
        assertThat(taken(folder)).containsExactly("Subject: in cur\n");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> taken(folder.resolve("nothing"))).hasMessageContaining("there is no ");
    }
}
