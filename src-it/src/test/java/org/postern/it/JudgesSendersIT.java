package org.postern.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SigningDomain;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;

/** Strangers behind the proxy, their domains in the DNS, and what the next hop reads about them. */
@World.Shared
class JudgesSendersIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String GATEWAY = "gateway.example";
    private static final String HONEST = "203.0.113.5";
    private static final String FORGER = "203.0.113.66";

    private static String hand(World world, String client, String sender, String message) throws IOException {
        return hand(world, client, sender, message.replace("\n", "\r\n").getBytes(US_ASCII));
    }

    private static String hand(World world, String client, String sender, byte[] content) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal())) {
            dialogue.send(("PROXY TCP4 " + client + " 198.51.100.1 40000 25\r\n").getBytes(US_ASCII));
            dialogue.hear();
            dialogue.say("EHLO client.example");
            return dialogue.mail(sender, "judge@test.example", content);
        }
    }

    private static String domain(World world, String name, String policy) {
        world.dns().txt(name, "v=spf1 ip4:" + HONEST + " -all").txt("_dmarc." + name, "v=DMARC1; p=" + policy);
        return name;
    }

    private static String results(World world, String subject) {
        return world.nextHop().awaitText("Subject: " + subject, LIMIT).authenticationResults();
    }

    @Test
    void theNextHopReadsThatASenderIsWhoHeSaysHeIs(World world) throws IOException {
        String domain = domain(world, "honest.judged.example", "reject");
        assertThat(hand(world, HONEST, "a@" + domain, "From: <a@" + domain + ">\nSubject: honest\n\nx\n"))
                .startsWith("250");
        assertThat(results(world, "honest")).startsWith(GATEWAY + "; ")
                .contains("spf=pass smtp.mailfrom=a@" + domain, "dkim=none", "dmarc=pass header.from=" + domain);
    }

    @Test
    void aForgedAuthorIsRefusedAndTheTraceSaysWhy(World world) throws IOException {
        String domain = domain(world, "forged.judged.example", "reject");
        String reply = hand(world, FORGER, "a@" + domain, "From: <a@" + domain + ">\nSubject: forged\n\nx\n");
        assertThat(reply).startsWith("550 5.7.26");
    }

    @Test
    void whatMayHaveBeenForwardedWaitsForAPersonWhoMayLetItGoOn(World world) throws IOException {
        String domain = domain(world, "forwarded.judged.example", "reject");
        String reply = hand(world, FORGER, "list@nothing.judged.example",
                "From: <a@" + domain + ">\nSubject: forwarded\n\nx\n");
        assertThat(reply).startsWith("250");
        String id = reply.substring(reply.lastIndexOf(' ') + 1).strip();
        assertThat(world.console().awaitStory(id, "Waiting")).contains("DMARC_REJECT");
        new LocalQueue(world.gateway()).operate("release", "expect", "1", "text", id, "by", "alice");
        ReceivedMessage released = world.nextHop().awaitText("Subject: forwarded", LIMIT);
        assertThat(released.authenticationResults()).contains("dmarc=fail header.from=" + domain);
    }

    @Test
    void aSignatureSpeaksForItsDomainWhereverTheMailComesFrom(World world) throws IOException {
        String domain = domain(world, "signed.judged.example", "reject");
        SigningDomain signing = SigningDomain.of(domain, world.dns());
        byte[] signed = signing.sign("From: <a@" + domain + ">", "Subject: signed\r\n", "x\r\n");
        assertThat(hand(world, FORGER, "a@nothing.judged.example", signed)).startsWith("250");
        assertThat(results(world, "signed")).contains("dkim=pass header.d=" + domain, "dmarc=pass");
        byte[] changed = new String(signed, US_ASCII).replace("\r\nx\r\n", "\r\ny\r\n").getBytes(US_ASCII);
        assertThat(hand(world, FORGER, "a@" + domain, changed)).startsWith("550 5.7.26");
    }

    @Test
    void nobodyElseWritesInOurName(World world) throws IOException {
        String ours = "Authentication-Results: " + GATEWAY + "; dmarc=pass header.from=bank.example\n";
        assertThat(hand(world, HONEST, "a@nothing.judged.example",
                "A: 1\n" + ours + "From: <a@nothing.judged.example>\nSubject: in our name\n\n" + ours))
                .startsWith("250");
        ReceivedMessage message = world.nextHop().awaitText("Subject: in our name", LIMIT);
        assertThat(message.belowTraceField()).isEqualTo(
                ("A: 1\nFrom: <a@nothing.judged.example>\nSubject: in our name\n\n" + ours).replace("\n", "\r\n"));
    }

    @Test
    void whoHasOurConfidenceIsNotExamined(World world) throws IOException {
        String domain = domain(world, "trusted.judged.example", "reject");
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom(World.TRUSTED, world.gateway().smtp())) {
            dialogue.hear();
            dialogue.say("EHLO inside.example");
            assertThat(dialogue.mail("a@" + domain, "judge@test.example",
                    ("From: <a@" + domain + ">\r\nSubject: from inside\r\n\r\nx\r\n").getBytes(US_ASCII)))
                    .startsWith("250");
        }
        assertThat(results(world, "from inside")).isEmpty();
    }

    @Test
    void anApplicationReadsVerdictAndResults(World world) throws IOException {
        String domain = domain(world, "told.judged.example", "none");
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal())) {
            dialogue.send(("PROXY TCP4 " + HONEST + " 198.51.100.1 40000 25\r\n").getBytes(US_ASCII));
            dialogue.hear();
            dialogue.say("EHLO client.example");
            assertThat(dialogue.mail("a@" + domain, "orders@app.example",
                    ("From: <a@" + domain + ">\r\nSubject: for a selector\r\n\r\nx\r\n").getBytes(US_ASCII)))
                    .startsWith("250");
        }
        assertThat(world.application()
                .select("orders", "postern_spf = 'pass' AND postern_dmarc = 'pass' AND postern_score < 2"))
                .contains("postern_verdict=accept", "postern_dkim=none");
    }
}
