package org.postern.it.refusal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Strangers behind the proxy, what lists in the DNS say of them, and whom people allow and block. */
@World.Shared
class KnowsWhomToLetInIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static SmtpDialogue from(World world, String client) throws IOException {
        SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal());
        dialogue.send(("PROXY TCP4 " + client + " 198.51.100.1 40000 25\r\n").getBytes(US_ASCII));
        dialogue.hear();
        dialogue.say("EHLO client.example");
        return dialogue;
    }

    private static String hand(World world, String client, String domain, String subject) throws IOException {
        try (SmtpDialogue dialogue = from(world, client)) {
            return dialogue.mail("a@" + domain, "judge@test.example",
                    ("From: <a@" + domain + ">\r\nSubject: " + subject + "\r\n\r\nx\r\n").getBytes(US_ASCII));
        }
    }

    private static String rcpt(World world, String client, String sender, String recipient) throws IOException {
        try (SmtpDialogue dialogue = from(world, client)) {
            dialogue.say("MAIL FROM:<" + sender + ">");
            return dialogue.say("RCPT TO:<" + recipient + ">");
        }
    }

    private static String story(World world, String reply, String words) {
        assertThat(reply).startsWith("250");
        return world.console().awaitStory(reply.substring(reply.lastIndexOf(' ') + 1).strip(), words);
    }

    private static void listed(World world, String client, String answer) {
        List<String> octets = List.of(client.split("\\.")).reversed();
        world.dns().a(String.join(".", octets) + ".listed.world.example", answer);
    }

    private static void people(World world, String list, String who) {
        LocalQueue.ofLists(world.gateway())
                .ask("add", "list", list, "who", who, "comment", "a test", "by", "alice", "expires", "1d");
    }

    @Test
    void aListedClientIsMarkedAndTheStoryNamesTheList(World world) throws IOException {
        listed(world, "203.0.113.101", "127.0.0.2");
        String story = story(world, hand(world, "203.0.113.101", "a.reputed.example", "listed"), "LISTED");
        assertThat(story).contains("listed.world.example 127.0.0.2 203.0.113.101");
        assertThat(world.nextHop().awaitText("Subject: listed", LIMIT).text()).contains("X-Spam-Flag: YES");
    }

    @Test
    void whoDoesNotWaitForTheGreetingIsSeen(World world) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal())) {
            dialogue.send(
                    "PROXY TCP4 203.0.113.120 198.51.100.1 40000 25\r\nEHLO early.example\r\n".getBytes(US_ASCII));
            assertThat(dialogue.hear()).startsWith("220");
            assertThat(dialogue.hear()).startsWith("250");
            String reply = dialogue.mail("a@early.reputed.example", "judge@test.example",
                    "From: <a@early.reputed.example>\r\nSubject: early\r\n\r\nx\r\n".getBytes(US_ASCII));
            story(world, reply, "EARLY_TALKER 3.0");
        }
    }

    @Test
    void aListThatKeepsToNoRulesIsToldAndHeldAgainstNobody(World world) throws IOException {
        world.dns().a("102.113.0.203.gone.world.example", "127.0.0.2");
        assertThat(story(world, hand(world, "203.0.113.102", "b.reputed.example", "not listed"), "LIST_BROKEN"))
                .contains("gone.world.example: it does not list 2.0.0.127")
                .doesNotContain("X-Spam-Flag");
        assertThat(world.console().read("queues"))
                .contains("Nothing that the list gone.world.example says is believed");
    }

    @Test
    void aDomainThatIsListedCountsWhereverItIsNamed(World world) throws IOException {
        world.dns().a("spam.reputed.example.domains.world.example", "127.0.0.2");
        assertThat(story(world, hand(world, "203.0.113.103", "mail.spam.reputed.example", "listed domain"),
                "DOMAIN_LISTED")).contains("domains.world.example 127.0.0.2 mail.spam.reputed.example");
    }

    @Test
    void aHostThatIsListedCountsWhereALinkLeadsToIt(World world) throws IOException {
        world.dns().a("shop.linked.example.links.world.example", "127.0.0.2");
        try (SmtpDialogue dialogue = from(world, "203.0.113.121")) {
            String reply = dialogue.mail("a@l.reputed.example", "judge@test.example", """
                    From: <a@l.reputed.example>
                    Subject: linked
                    Content-Type: text/html
                    Content-Transfer-Encoding: quoted-printable

                    <a href=3D"https://www.shop.link=
                    ed.example/buy">buy</a>
                    """.replace("\n", "\r\n").getBytes(US_ASCII));
            assertThat(story(world, reply, "URI_LISTED")).contains("links.world.example 127.0.0.2 shop.linked.example");
        }
    }

    @Test
    @Told(what = "a recipient, of a client that lists in the DNS name", setting = "trust.refuse-listed", reply = "550 5.7.1", trace = "the command; the lists and their answers; `rule dns-list`")
    void whoIsListedMayAskThePostmasterWhyAndNobodyElse(World world) throws IOException {
        listed(world, "203.0.113.104", "127.0.0.9");
        String reply = rcpt(world, "203.0.113.104", "a@c.reputed.example", "judge@test.example");
        assertThat(reply).startsWith("550 5.7.1 The address you connect from is on lists");
        new Refused(world.console()).isTold(reply, "listed.world.example 127.0.0.9 203.0.113.104", "rule dns-list");
        assertThat(rcpt(world, "203.0.113.104", "a@c.reputed.example", "postmaster@app.example")).startsWith("250");
    }

    @Test
    void anAllowedDomainThatAuthenticatesPassesInSpiteOfAListingAndAForgeryOfItDoesNot(World world)
            throws IOException {
        String domain = "partner.reputed.example";
        world.dns().txt(domain, "v=spf1 ip4:203.0.113.105 -all").txt("_dmarc." + domain, "v=DMARC1; p=reject");
        listed(world, "203.0.113.105", "127.0.0.9");
        listed(world, "203.0.113.106", "127.0.0.9");
        assertThat(hand(world, "203.0.113.105", domain, "too early")).startsWith("550 5.7.1");
        people(world, "allow", domain);
        Await.until("the entry counts", LIMIT,
                () -> rcpt(world, "203.0.113.105", "a@" + domain, "judge@test.example").startsWith("250"));
        assertThat(story(world, hand(world, "203.0.113.105", domain, "from a partner"), "ALLOWED"))
                .contains(domain + ": a test");
        assertThat(hand(world, "203.0.113.106", domain, "forged")).startsWith("550 5.7.1");
        assertThat(hand(world, "203.0.113.107", domain, "forged")).startsWith("550 5.7.26");
    }

    @Test
    @Told(what = "a client or sender whom people block", reply = "550 5.7.1", trace = "the command or `content`; the entry; `rule block`")
    void aBlockedSenderIsRefusedAtMailUntilTheEntryIsRemoved(World world) throws IOException {
        people(world, "block", ".blocked.reputed.example");
        try (SmtpDialogue dialogue = from(world, "203.0.113.108")) {
            Await.until("the entry counts", LIMIT, () -> {
                String reply = dialogue.say("MAIL FROM:<a@mail.blocked.reputed.example>");
                dialogue.say("RSET");
                return reply.startsWith("550 5.7.1 Message refused");
            });
            String reply = dialogue.say("MAIL FROM:<a@mail.blocked.reputed.example>");
            new Refused(world.console()).isTold(reply, ".blocked.reputed.example: a test", "rule block");
        }
        LocalQueue lists = LocalQueue.ofLists(world.gateway());
        List<String> line = lists.ask("show", "list", "block")
                .stream()
                .filter(one -> one.get(1).equals(".blocked.reputed.example"))
                .findFirst()
                .orElseThrow();
        assertThat(line.get(6)).isEqualTo("local/alice");
        lists.ask("remove", "list", "block", "id", line.getFirst());
        Await.until("the entry counts no more", LIMIT,
                () -> rcpt(world, "203.0.113.108", "a@mail.blocked.reputed.example", "judge@test.example")
                        .startsWith("250"));
    }

    @Test
    @Told(what = "suspicious mail, until it comes again", setting = "trust.greylist", reply = "451 4.7.1", trace = "`content`; the score, who writes to whom; `rule greylist`")
    void aSuspiciousClientIsGreylistedAndComesBack(World world) throws IOException {
        listed(world, "203.0.114.109", "127.0.0.5");
        String reply = hand(world, "203.0.114.109", "grey.reputed.example", "suspicious");
        assertThat(reply).startsWith("451 4.7.1 Greylisted");
        new Refused(world.console()).isTold(reply, "of 203.0.114.0/24 is not known to judge@test.example",
                "rule greylist");
        Await.until("it is taken", LIMIT,
                () -> hand(world, "203.0.114.109", "grey.reputed.example", "suspicious").startsWith("250"));
        assertThat(hand(world, "203.0.114.109", "grey.reputed.example", "known")).startsWith("250");
    }

    @Test
    void aPersonLetsInWhoIsGreylisted(World world) throws IOException {
        listed(world, "203.0.115.110", "127.0.0.5");
        LocalQueue lists = LocalQueue.ofLists(world.gateway());
        lists.ask("release", "list", "grey", "client", "203.0.115.7", "from", "b@other.reputed.example", "to",
                "judge@test.example");
        assertThat(hand(world, "203.0.115.110", "other.reputed.example", "released")).startsWith("250");
        assertThat(hand(world, "203.0.115.110", "third.reputed.example", "not released")).startsWith("451 4.7.1");
        assertThat(lists.ask("show", "list", "grey")).anySatisfy(line -> assertThat(line)
                .startsWith("203.0.115.0/24", "third.reputed.example", "judge@test.example"));
    }
}
