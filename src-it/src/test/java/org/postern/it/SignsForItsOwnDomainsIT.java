package org.postern.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Login;
import org.postern.it.harness.MailUsers;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys are made, published, switched to and retired by the command line, and what is signed with them is good to dkimpy. */
@World.Shared
class SignsForItsOwnDomainsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String OWN = "own.signed.example";
    private static final String PYTHON = "/usr/bin/python3";
    private static final String[] BOTH_GOOD = {OWN + " rsa-sha256 good", OWN + " ed25519-sha256 good"};
    private static final String[] BOTH_BAD = {OWN + " rsa-sha256 bad", OWN + " ed25519-sha256 bad"};

    @BeforeAll
    static void signForOneDomain(World world) {
        make(world, OWN);
        assertThat(postern(world, "dkim", "switch", OWN).status()).isZero();
        awaitSignature(world, "d=" + OWN + ";");
    }

    private static Commands.Outcome postern(World world, String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("postern.root"), "postern").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", world.gateway().data().toString()));
        return Commands.attempt(command, Map.of(), "");
    }

    /** {@return the lines of the answer, each as its words} */
    private static List<List<String>> lines(World world, String... words) {
        Commands.Outcome outcome = postern(world, words);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return outcome.output()
                .lines()
                .filter(line -> line.contains("\t"))
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
    }

    /** Makes keys and publishes them, as the answer says. */
    private static void make(World world, String domain) {
        for (List<String> key : lines(world, "dkim", "make", domain)) {
            if (key.get(3).equals("made")) {
                world.dns().txt(key.get(6), key.get(8).replace("\" \"", "").replace("\"", ""));
            }
        }
    }

    private static List<String> words(World world, int word, String... command) {
        return lines(world, command).stream().map(line -> line.get(word)).toList();
    }

    private static String letter(String from, String subject) {
        return ("From: Ann <" + from + ">\nTo: <bob@test.example>\nSubject:   " + subject + "\n  and  more\n"
                + "X-Odd:   stays \t\n\nGr\u00fc\u00dfe  \n.\n..two dots\n\n\n").replace("\n", "\r\n");
    }

    private static String trusted(World world, String from, String letter) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom(World.TRUSTED, world.gateway().smtp())) {
            dialogue.hear();
            dialogue.say("EHLO inside.example");
            return dialogue.mail(from, "bob@test.example", letter.getBytes(ISO_8859_1));
        }
    }

    private static ReceivedMessage arrived(World world, String subject) {
        return world.nextHop().awaitText("Subject:   " + subject + "\r\n", LIMIT);
    }

    private static ReceivedMessage sent(World world, String from, String subject) throws IOException {
        assertThat(trusted(world, from, letter(from, subject))).startsWith("250");
        return arrived(world, subject);
    }

    private static void awaitSignature(World world, String text) {
        AtomicInteger probes = new AtomicInteger();
        Await.until("mail is signed with " + text, LIMIT, () -> signatures(
                sent(world, "probe@" + OWN, text.replace(';', ' ') + "probe " + probes.incrementAndGet()))
                .contains(text));
    }

    private static String signatures(ReceivedMessage message) {
        return message.text().substring(0, message.text().indexOf("Received:"));
    }

    private static List<String> verified(World world, String text) {
        Assumptions
                .assumeTrue(Commands.attempt(List.of(PYTHON, "-c", "import dkim, nacl"), Map.of(), "").status() == 0);
        String script = Path.of(System.getProperty("postern.root"),
                "src-it/src/test/resources/org/postern/it/verify_dkim.py").toString();
        String port = world.dns().address().replaceFirst(".*:", "");
        return Commands.run(List.of(PYTHON, script, port), Map.of(), text).lines().toList();
    }

    @Test
    void mailOfATrustedClientIsSignedTwiceAndOtherwiseUnchanged(World world) throws IOException {
        ReceivedMessage message = sent(world, "ann@" + OWN, "of a trusted client");
        assertThat(message.text()).startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + OWN + ";");
        assertThat(message.belowTraceField()).isEqualTo(letter("ann@" + OWN, "of a trusted client"));
        assertThat(verified(world, message.text())).containsExactly(BOTH_GOOD);
    }

    @Test
    void largeMailIsSignedLikewise(World world) throws IOException {
        String large = letter("ann@" + OWN, "large") + "Many  lines of this kind. \r\n".repeat(40_000);
        assertThat(trusted(world, "ann@" + OWN, large)).startsWith("250");
        ReceivedMessage message = arrived(world, "large");
        assertThat(message.belowTraceField()).isEqualTo(large);
        assertThat(verified(world, message.text())).containsExactly(BOTH_GOOD);
    }

    @Test
    void mailOfAnApplicationIsSignedAndItsStorySaysSo(World world) {
        world.application()
                .submit("app@" + OWN, "bob@test.example",
                        letter("app@" + OWN, "of an application").getBytes(ISO_8859_1));
        ReceivedMessage message = arrived(world, "of an application");
        assertThat(verified(world, message.text())).containsExactly(BOTH_GOOD);
        String id = message.text().replaceFirst("(?s).*\\bid ([0-9A-Z]{10,}).*", "$1");
        assertThat(world.console().awaitStory(id, "Delivered")).contains("signed by " + OWN);
    }

    @Test
    void mailOfAUserIsSigned(World world) throws IOException {
        String ann = "ann@" + OWN;
        new MailUsers(world.gateway()).add(ann, "correct horse");
        try (SmtpDialogue session = Login.secured("127.0.5.1", world.submission())) {
            assertThat(session.say("AUTH PLAIN " + Login.base64("\0" + ann + "\0correct horse"))).startsWith("235");
            assertThat(session.mail(ann, "bob@test.example", letter(ann, "of a user").getBytes(ISO_8859_1)))
                    .startsWith("250");
        }
        assertThat(verified(world, arrived(world, "of a user").text())).containsExactly(BOTH_GOOD);
    }

    @Test
    void mailOfAStrangerIsNotSignedWhateverItSays(World world) throws IOException {
        String reply = SmtpDialogue.hand(world.gateway().smtp(), "ann@" + OWN, "bob@test.example",
                letter("ann@" + OWN, "of a stranger").getBytes(ISO_8859_1));
        assertThat(reply).startsWith("250");
        assertThat(arrived(world, "of a stranger").text()).doesNotContain("DKIM-Signature");
    }

    @Test
    void mailOfOtherDomainsIsNotSigned(World world) throws IOException {
        for (String from : List.of("ann@other.example", "ann@below." + OWN, "ann@signed.example")) {
            assertThat(sent(world, from, "from " + from).text()).doesNotContain("DKIM-Signature");
        }
    }

    @Test
    void whatWasTamperedWithIsFoundOut(World world) throws IOException {
        String text = sent(world, "ann@" + OWN, "to be tampered with").text();
        for (String tampered : List.of(text.replace("..two dots", "..three dots"),
                text.replace("and  more", "and less"),
                text.replace("From: Ann", "From: Eve <eve@evil.example>\r\nFrom: Ann"), text + "more\r\n")) {
            assertThat(verified(world, tampered)).containsExactly(BOTH_BAD);
        }
        assertThat(verified(world, text.replace("and  more", "and more") + "\r\n\r\n")).containsExactly(BOTH_GOOD);
    }

    @Test
    void theNextKeysTakeOverWhenTheDnsShowsThemAndTheOldOnesStayGoodUntilTheyAreRetired(World world)
            throws IOException {
        String before = sent(world, "ann@" + OWN, "with the first keys").text();
        List<List<String>> keys = lines(world, "dkim", "make", OWN);
        assertThat(keys).extracting(key -> key.get(3)).containsExactly("active", "active", "made", "made");
        Commands.Outcome refused = postern(world, "dkim", "switch", OWN);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains(keys.get(2).get(6), "missing", "nothing was changed");

        keys.subList(2, 4)
                .forEach(key -> world.dns().txt(key.get(6), key.get(8).replace("\" \"", "").replace("\"", "")));
        assertThat(words(world, 3, "dkim", "list", OWN)).endsWith("published", "published");
        assertThat(postern(world, "dkim", "switch", OWN).status()).isZero();
        awaitSignature(world, "s=" + keys.get(2).get(1) + ";");
        assertThat(words(world, 3, "dkim", "list", OWN)).containsExactly("retiring", "retiring", "active", "active");
        assertThat(verified(world, sent(world, "ann@" + OWN, "with the next keys").text())).containsExactly(BOTH_GOOD);
        assertThat(verified(world, before)).containsExactly(BOTH_GOOD);

        String old = keys.getFirst().get(1);
        assertThat(postern(world, "dkim", "retire", OWN, old).output()).contains("may be on its way until");
        assertThat(postern(world, "dkim", "retire", OWN, old, "--now").status()).isZero();
        assertThat(postern(world, "dkim", "forget", OWN, old).status()).isZero();
        assertThat(words(world, 3, "dkim", "list", OWN)).containsExactly("retiring", "active", "active");
    }

    @Test
    void whatADomainHasToPublishIsListedWithWhatTheDnsSaysNow(World world) {
        String domain = "listed.signed.example";
        world.dns()
                .mx(domain, 10, "mx.elsewhere.example")
                .txt("_dmarc." + domain, "v=DMARC1; p=reject")
                .txt(domain, "v=spf1 a:gateway.example -all");
        List<List<String>> records = lines(world, "dns", domain);
        assertThat(records).extracting(line -> line.get(0) + " " + line.get(1) + " " + line.get(3))
                .containsExactly(domain + " MX differs", domain + " TXT unknown", "_dmarc." + domain + " TXT there",
                        "_mta-sts." + domain + " TXT missing", "_smtp._tls." + domain + " TXT missing");
        assertThat(records.getFirst()).contains("10 gateway.example.", "10 mx.elsewhere.example");
        assertThat(words(world, 3, "dns", OWN)).contains("there");
        assertThat(postern(world, "dns", "not..a.domain").status()).isEqualTo(1);
        assertThat(postern(world, "dkim", "make").status()).isEqualTo(2);
    }

    @Test
    void privateKeysAreForNobodyWhoHasTheDatabaseAlone(World world) {
        assertThat(world.gateway().data().resolve("dkim.seal")).exists();
        assertThat(postern(world, "dkim", "list").output()).contains(OWN).doesNotContain("PRIVATE");
        assertThat(world.gateway().log()).doesNotContain("POSTERN2034", "POSTERN2035");
    }
}
