package org.postern.it.refusal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What an operator wants done with which mail, by the file and at once. */
@World.Shared
class DoesWhatRulesSayIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static String hand(World world, String client, String domain, String header) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal())) {
            dialogue.send(("PROXY TCP4 " + client + " 198.51.100.1 40000 25\r\n").getBytes(US_ASCII));
            dialogue.hear();
            dialogue.say("EHLO client.example");
            return dialogue.mail("a@" + domain, "judge@test.example",
                    ("From: <a@" + domain + ">\r\n" + header + "\r\n\r\nx\r\n").getBytes(US_ASCII));
        }
    }

    private static String id(String reply) {
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1).strip();
    }

    private static List<String> line(World world, String name) {
        return LocalQueue.ofRules(world.gateway())
                .ask("list")
                .stream()
                .filter(one -> one.get(2).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void rule(World world, String name, String action, String... more) {
        LocalQueue.ofRules(world.gateway()).ask("add", with(more, "name", name, "action", action, "by", "alice"));
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static void delete(World world, String name) {
        LocalQueue.ofRules(world.gateway()).ask("delete", "id", line(world, name).getFirst());
    }

    @Test
    void aRuleOfTheFileQuarantinesByAFieldAndTheStoryNamesIt(World world) throws IOException {
        String id = id(hand(world, "203.0.113.150", "file.ruled.example", "X-Spam-Flag: it says yes"));
        assertThat(world.console().awaitStory(id, "Waiting")).contains("RULE_CALLED_SPAM", "rule called-spam");
        new LocalQueue(world.gateway()).operate("release", "expect", "1", "text", id, "by", "alice");
        assertThat(world.nextHop().awaitText("X-Spam-Flag: it says yes", LIMIT).text())
                .doesNotContain("X-Spam-Flag: YES");
        assertThat(line(world, "called-spam")).startsWith("file", "on");
    }

    @Test
    void itConcernsWhoHasOurConfidenceToo(World world) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom(World.TRUSTED, world.gateway().smtp())) {
            dialogue.hear();
            dialogue.say("EHLO inside.example");
            String id = id(dialogue.mail("a@inside.ruled.example", "judge@test.example",
                    "Subject: from inside\r\nX-Spam-Flag: YES\r\n\r\nx\r\n".getBytes(US_ASCII)));
            assertThat(world.console().awaitStory(id, "Waiting")).contains("rule called-spam");
        }
    }

    @Test
    @Told(what = "a message that a rule refuses", reply = "550 5.7.1, and what the rule says", trace = "`content`; what the rule says; its name")
    void aRuleThatIsAddedRefusesASenderUntilItIsSwitchedOff(World world) throws IOException {
        rule(world, "no-spam-inc", "refuse", "sender", "refused.ruled.example", "text", "We do not want your mail");
        Await.until("the rule counts", LIMIT, () -> hand(world, "203.0.113.151", "refused.ruled.example",
                "Subject: refused").startsWith("550 5.7.1 We do not want your mail"));
        new Refused(world.console()).isTold(
                hand(world, "203.0.113.151", "refused.ruled.example", "Subject: refused"), "rule no-spam-inc");
        assertThat(hand(world, "203.0.113.151", "other.ruled.example", "Subject: not refused")).startsWith("250");
        LocalQueue.ofRules(world.gateway()).ask("off", "id", line(world, "no-spam-inc").getFirst());
        Await.until("the rule counts no more", LIMIT, () -> hand(world, "203.0.113.151", "refused.ruled.example",
                "Subject: refused no more").startsWith("250"));
        assertThat(line(world, "no-spam-inc").subList(1, 3)).containsExactly("off", "no-spam-inc");
        delete(world, "no-spam-inc");
    }

    @Test
    void aSenderThatAuthenticatesPassesWhateverTheScoreAndAForgeryOfItDoesNot(World world) throws IOException {
        String domain = "partner.ruled.example";
        world.dns()
                .txt(domain, "v=spf1 ip4:203.0.113.152 ip4:203.0.113.154 -all")
                .txt("_dmarc." + domain, "v=DMARC1; p=none");
        rule(world, "heavy", "score", "score", "50", "header", "Subject: heavy*");
        Await.until("the weight counts", LIMIT,
                () -> hand(world, "203.0.113.152", domain, "Subject: heavy").startsWith("550 5.7.1"));
        rule(world, "partner", "accept", "author", domain, "comment", "our partner");
        Await.until("the rule counts", LIMIT,
                () -> hand(world, "203.0.113.152", domain, "Subject: heavy, and taken").startsWith("250"));
        String id = id(hand(world, "203.0.113.154", domain, "Subject: heavy, and told"));
        assertThat(world.console().awaitStory(id, "RULE_PARTNER")).contains("our partner", "RULE_HEAVY");
        assertThat(hand(world, "203.0.113.153", domain, "Subject: heavy, and forged")).startsWith("550 5.7.1");
        delete(world, "heavy");
        delete(world, "partner");
    }

    @Test
    @Told(what = "a message that a rule puts off", reply = "451 4.7.1, and what the rule says", trace = "`content`; what the rule says; its name")
    void aRulePutsOff(World world) throws IOException {
        rule(world, "not-now", "defer", "sender", "later.ruled.example", "text", "Not today");
        Await.until("the rule counts", LIMIT, () -> hand(world, "203.0.113.156", "later.ruled.example",
                "Subject: later").startsWith("451 4.7.1 Not today"));
        new Refused(world.console()).isTold(hand(world, "203.0.113.156", "later.ruled.example", "Subject: later"),
                "rule not-now");
        delete(world, "not-now");
    }

    @Test
    void aRuleMarksAndCopiesMailOfStrangersAndOfApplications(World world) throws IOException {
        rule(world, "team", "mark", "field", "X-Team: sales", "header", "Subject: for the team");
        rule(world, "archive", "copy", "to", "archive@test.example", "header", "Subject: for the team");
        Await.until("the rules count", LIMIT, () -> {
            hand(world, "203.0.113.155", "team.ruled.example", "Subject: for the team");
            return world.nextHop()
                    .received()
                    .stream()
                    .anyMatch(one -> one.text().contains("X-Team: sales")
                            && one.recipients().toString().contains("<archive@test.example>"));
        });
        world.application()
                .submit("app@app.example", "judge@test.example",
                        "Subject: for the team\r\nX-Origin: an application\r\n\r\nx\r\n".getBytes(US_ASCII));
        assertThat(world.nextHop().awaitText("X-Origin: an application", LIMIT).text()).contains("X-Team: sales");
        delete(world, "team");
        delete(world, "archive");
    }

    @Test
    void whatIsWrongWithARuleIsTold(World world) {
        assertThatThrownBy(() -> rule(world, "wrong", "refuse", "colour", "red"))
                .hasMessageContaining("a rule knows nothing that is called colour");
    }
}
