package org.postern.it.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recipients are told what of theirs waits, and the link in the letter releases it for them: once, for nobody else, and not by being looked at. */
@Order(1)
class AsksRecipientsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Letters tell of nothing younger than a minute. */
    private static final Duration LETTERS = Duration.ofMinutes(3);
    private static final String BASE = "https://quarantine.example/mail";
    private static final Pattern LINK = Pattern.compile(BASE + "/(digest/(?:release|allow)\\?t=[A-Za-z0-9_-]{43})");
    private static final RecordingServer NEXT_HOP = RecordingServer.start();
    private static final Gateway GATEWAY = Gateway.plan("asks").configuration("""
            [[route]]
            recipient = "test.example"
            to = "%s"
            [[route]]
            recipient = "silent.example"
            to = "%s"
            [[rule]]
            name = "suspicious"
            header = "Subject: *suspicious*"
            action = "score"
            score = 5
            [[rule]]
            name = "withheld"
            header = "Subject: *withheld*"
            action = "quarantine"
            [settings]
            "trust.quarantine" = 4
            "trust.refuse" = 100
            "trust.digest-domains" = "test.example"
            "trust.digest-link" = "%s/"
            """.formatted(NEXT_HOP.destination(), NEXT_HOP.destination(), BASE)).start();
    private static final LocalQueue QUEUE = new LocalQueue(GATEWAY);
    private static final Console ANYBODY = Console.anonymous(GATEWAY);

    private static void hand(String subject, String... recipients) throws IOException {
        handWith(subject, "", recipients);
    }

    private static void handWith(String subject, String fields, String... recipients) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.greeted(GATEWAY.smtp())) {
            dialogue.say("MAIL FROM:<ann@sender.example>");
            for (String recipient : recipients) {
                assertThat(dialogue.say("RCPT TO:<" + recipient + ">")).startsWith("250");
            }
            dialogue.say("DATA");
            assertThat(dialogue.content(("From: Ann <ann@sender.example>\r\nSubject: " + subject + "\r\n" + fields
                    + "\r\nx\r\n").getBytes(UTF_8))).startsWith("250");
        }
        for (String recipient : recipients) {
            Await.until(recipient + " has mail in quarantine", LIMIT, () -> waits(recipient));
        }
    }

    private static boolean waits(String recipient) {
        return !QUEUE.ask("list", "text", recipient, "reason", "quarantined").isEmpty();
    }

    @BeforeAll
    static void allHaveTheirLetters() throws IOException {
        hand("suspicious one", "bob@test.example");
        hand("suspicious two", "carol@test.example");
        hand("suspicious three", "dan@test.example", "eve@test.example");
        hand("suspicious four", "fay@test.example");
        handWith("suspicious program", "Content-Type: application/octet-stream; name=a.pdf.exe\r\n",
                "gus@test.example");
        hand("withheld", "jim@test.example");
        hand("suspicious five", "hal@silent.example");
        hand("suspicious six", "ian@test.example");
        hand("suspicious seven", "kim@test.example");
        Await.until("the last one has a letter", LETTERS, () -> {
            QUEUE.ask("digest");
            return !letters("kim@test.example").isEmpty();
        });
    }

    private static String letter(String recipient) {
        return Await.value("a digest for " + recipient, LIMIT, () -> letters(recipient).stream().findFirst())
                .text()
                .replace("=\r\n", "")
                .replace("=3D", "=");
    }

    private static List<ReceivedMessage> letters(String recipient) {
        return NEXT_HOP.received()
                .stream()
                .filter(message -> message.text().contains("Auto-Submitted: auto-generated"))
                .filter(message -> message.recipients().toString().contains("<" + recipient + ">"))
                .toList();
    }

    private static List<String> links(String letter) {
        List<String> links = new ArrayList<>();
        Matcher found = LINK.matcher(letter);
        while (found.find()) {
            links.add(found.group(1));
        }
        return links;
    }

    /** {@return what the message has, and no letter about it} */
    private static String itself(String subject) {
        return "From: Ann <ann@sender.example>\r\nSubject: " + subject + "\r\n";
    }

    private static long delivered(String subject, String recipient) {
        return NEXT_HOP.received()
                .stream()
                .filter(message -> message.text().contains(itself(subject)))
                .filter(message -> message.recipients().toString().contains("<" + recipient + ">"))
                .count();
    }

    @Test
    void aLinkIsLookedAtWithoutHarmActsOnceAndIsUsedUp() throws IOException {
        String letter = letter("bob@test.example");
        assertThat(letter).contains("From: Quarantine <postmaster@", "One message in quarantine", "text/html",
                "suspicious one", "Ann <ann@sender.example>");
        String release = links(letter).getFirst();

        HttpResponse<String> page = ANYBODY.get(release);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("suspicious one", "<form method=\"post\"").doesNotContain("<script");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(waits("bob@test.example")).isTrue();

        assertThat(ANYBODY.post(release, "").body()).contains("It is on its way");
        NEXT_HOP.awaitText(itself("suspicious one"), LIMIT);
        assertThat(ANYBODY.post(release, "").body()).contains("This link was used already");
        assertThat(ANYBODY.get(release).body()).contains("This link was used already");
        assertThat(delivered("suspicious one", "bob@test.example")).isEqualTo(1);
    }

    @Test
    void aForeignOrAlteredTokenDoesNothingAndTellsNothing() throws IOException {
        String link = links(letter("carol@test.example")).getFirst();
        String altered = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
        HttpResponse<String> none = ANYBODY.post("digest/release?t=", "");
        for (String wrong : List.of(altered,
                link.toUpperCase(Locale.ROOT).replaceFirst("^[^?]*", "digest/release"),
                "digest/release", "digest/release?t=" + "x".repeat(5000))) {
            for (HttpResponse<String> answer : List.of(ANYBODY.get(wrong), ANYBODY.post(wrong, ""))) {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(none.body());
            }
        }
        assertThat(waits("carol@test.example")).isTrue();
    }

    @Test
    void eachRecipientReleasesHisOwnCopyAlone() throws IOException {
        String link = links(letter("dan@test.example")).getFirst();
        assertThat(ANYBODY.post(link, "").body()).contains("It is on its way");
        Await.until("dan has it", LIMIT, () -> delivered("suspicious three", "dan@test.example") == 1);
        assertThat(waits("eve@test.example")).isTrue();
        assertThat(waits("dan@test.example")).isFalse();
        assertThat(delivered("suspicious three", "eve@test.example")).isZero();

        assertThat(ANYBODY.post(links(letter("eve@test.example")).getFirst(), "").body()).contains("on its way");
        Await.until("eve has it", LIMIT, () -> delivered("suspicious three", "eve@test.example") == 1);
        assertThat(delivered("suspicious three", "dan@test.example")).isEqualTo(1);
    }

    @Test
    void theOtherLinkAllowsTheSenderForThisRecipientToo() throws IOException {
        String link = links(letter("fay@test.example")).stream()
                .filter(one -> one.startsWith("digest/allow"))
                .findFirst()
                .orElseThrow();
        assertThat(ANYBODY.post(link, "").body()).contains("its sender is allowed");
        NEXT_HOP.awaitText(itself("suspicious four"), LIMIT);
        assertThat(LocalQueue.ofLists(GATEWAY).ask("show", "list", "allow").toString())
                .contains("ann@sender.example", "fay@test.example");
    }

    @Test
    void nobodyIsToldOfMalwareNorOfWhatARuleHoldsNorInADomainThatIsNotNamed() {
        assertThat(links(letter("ian@test.example"))).isNotEmpty();
        assertThat(letters("gus@test.example")).isEmpty();
        assertThat(letters("jim@test.example")).isEmpty();
        assertThat(waits("jim@test.example")).isTrue();
        assertThat(letters("hal@silent.example")).isEmpty();
        assertThat(waits("gus@test.example")).isTrue();
    }

    @Test
    void whoTriesManyTokensHasToWaitAndWhoHasALinkBehindTheSameAddressDoesNot() throws Exception {
        String good = links(letter("kim@test.example")).getFirst();
        try (HttpClient guesser = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral("127.0.0.77")).build()) {
            int status = 0;
            for (int i = 0; i < 300 && status != 429; i++) {
                status = status(guesser, "digest/release?t=guess");
            }
            assertThat(status).isEqualTo(429);
            assertThat(status(guesser, good)).isEqualTo(200);
            assertThat(status(guesser, "digest/page.css")).isEqualTo(200);
        }
        assertThat(ANYBODY.get("digest/release?t=guess").statusCode()).isEqualTo(404);
    }

    private static int status(HttpClient client, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + GATEWAY.http() + "/" + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding()).statusCode();
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        NEXT_HOP.close();
    }
}
