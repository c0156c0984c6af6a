package org.postern.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands.Outcome;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An operator teaches a gateway from a maildir of ham and an mbox of spam, and takes some of it back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearnsWhatSpamIsIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int MANY = 110;
    private static final List<String> HAM = List.of("meeting", "agenda", "minutes", "report", "invoice", "project");
    private static final List<String> SPAM = List.of("pills", "winner", "casino", "lottery", "credit", "offer");

    @TempDir
    private static Path folder;
    private static RecordingServer nextHop;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        nextHop = RecordingServer.start();
        gateway = Gateway.plan("learning").configuration("""
                [networks]
                trusted = ["127.0.1.0/24"]
                [[route]]
                recipient = "test.example"
                to = "%s"
                [settings]
                "trust.mark" = 1
                "trust.learning-interval" = "1s"
                """.formatted(nextHop.destination())).start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        nextHop.close();
    }

    private static String mail(List<String> vocabulary, String subject, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("From: a@b.example\nSubject: " + subject + "\n\n");
        for (int i = 0; i < 60; i++) {
            text.append(random.nextInt(3) == 0
                    ? vocabulary.get(random.nextInt(vocabulary.size()))
                    : Integer.toString(random.nextInt(100_000), 36)).append(i % 10 == 9 ? "\n" : " ");
        }
        return text.toString();
    }

    private static Outcome learn(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "learn";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--data";
        all[words.length + 2] = gateway.data().toString();
        return Operator.says(all);
    }

    private static void awaitActive(int version) {
        Await.until("version " + version + " counts", LIMIT,
                () -> learn("status").output().contains("here\t" + version));
    }

    @Test
    @Order(1)
    void nothingIsSaidOfContentBeforeAnythingWasTaught() throws IOException {
        assertThat(tests("before", SPAM)).doesNotContain("SPAM_CONTENT", "HAM_CONTENT");
        assertThat(learn("status").output()).contains("ham 0", "spam 0", "too little was taught");
    }

    @Test
    @Order(2)
    void aMaildirAndAnMboxAreTaughtAndCount() throws IOException {
        Path ham = Files.createDirectories(folder.resolve("ham/cur"));
        Files.createDirectories(folder.resolve("ham/tmp"));
        Files.writeString(folder.resolve("ham/dovecot.index"), "not a message");
        Files.writeString(folder.resolve("ham/tmp/1"), "Subject: half a mess");
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            Files.writeString(ham.resolve(i + ".host:2,S"), mail(HAM, "x", i));
            mbox.append("From spammer@b.example Mon Mar  2 12:00:00 2026\n")
                    .append(mail(SPAM, "x", 10_000 + i))
                    .append(">From the bottom of my heart\n\n");
        }
        Path spam = Files.writeString(folder.resolve("spam.mbox"), mbox);
        assertThat(learn("ham", folder.resolve("ham").toString()))
                .isEqualTo(new Outcome(0, MANY + " messages, 0 left out\n"));
        assertThat(learn("spam", spam.toString())).isEqualTo(new Outcome(0, MANY + " messages, 0 left out\n"));
        awaitActive(version());
        assertThat(learn("status").output()).contains("ham " + MANY, "spam " + MANY, "active");
    }

    /** The last of them: samples may have been learnt from while more came. */
    private static int version() {
        return Await.value("all is learnt", LIMIT, () -> {
            String status = learn("status").output();
            return status.contains("learnt\tall") && status.contains("version\t")
                    ? Optional.of(Integer.valueOf(status.replaceFirst("(?s).*?version\t(\\d+).*", "$1")))
                    : Optional.empty();
        });
    }

    @Test
    @Order(3)
    void strangersMailIsJudgedByItAndTheNextHopReadsSo() throws IOException {
        assertThat(tests("after", SPAM)).contains("SPAM_CONTENT");
        assertThat(tests("honest", HAM)).doesNotContain("SPAM_CONTENT");
    }

    @Test
    @Order(4)
    void whatIsForgottenIsUnlearnt() throws IOException {
        int before = version();
        Path one = Files.writeString(folder.resolve("one"), mail(HAM, "x", 0));
        assertThat(learn("forget", one.toString()).status()).isZero();
        assertThat(learn("forget", one.toString()).output()).contains("was not taught");
        awaitActive(before + 1);
        assertThat(learn("status").output()).contains("ham " + (MANY - 1));
        assertThat(learn("use", Integer.toString(before)).status()).isZero();
        awaitActive(before);
        assertThat(learn("use", "999").status()).isEqualTo(1);
    }

    private static String tests(String subject, List<String> vocabulary) throws IOException {
        assertThat(SmtpDialogue.hand(gateway.smtp(), "a@sender.example", "judge@test.example",
                mail(vocabulary, subject, 77_777).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)))
                .startsWith("250");
        String text = nextHop.awaitText("Subject: " + subject, LIMIT).text();
        return text.substring(0, text.indexOf("Subject: "));
    }
}
