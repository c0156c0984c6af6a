package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** "Where is my mail?": whatever one knows of a message finds it, and the row itself has the answer. */
@World.Shared
class AnswersWhereMyMailIsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("<a class=\"button\" rel=\"(prev|next)\" href=\"([^\"]*)\"");

    private static String hand(World world, String from, List<String> to, byte[] content) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.77", world.gateway().smtp())) {
            dialogue.hear();
            dialogue.say("EHLO where.client.example");
            dialogue.say("MAIL FROM:<" + from + ">");
            for (String one : to) {
                assertThat(dialogue.say("RCPT TO:<" + one + ">")).startsWith("250");
            }
            dialogue.say("DATA");
            String reply = dialogue.content(content);
            assertThat(reply).startsWith("250");
            return reply.substring(reply.lastIndexOf(' ') + 1);
        }
    }

    private static String search(String text) {
        return "messages?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String awaitRow(World world, String page, String text) {
        return Await.value(page + " shows " + text, LIMIT,
                () -> Optional.of(world.console().read(page)).filter(shown -> shown.contains(text)));
    }

    @Test
    void theRowTellsTheFateOfTheRecipientWhoIsSoughtAndWhatWasSaidLast(World world) throws IOException {
        world.nextHop().alwaysSays("RCPT TO:<mixed3@test.example>", "550 5.1.1 nobody of this name");
        hand(world, "mixed@client.example",
                List.of("mixed1@test.example", "mixed2@test.example", "mixed3@test.example"),
                SampleMail.about("of mixed fate"));

        String sought = awaitRow(world, search("mixed3@test.example"), "550 5.1.1 nobody of this name");
        assertThat(sought).containsSubsequence("mixed@client.example", "of mixed fate",
                "mixed3@test.example", "of 3 recipients");
        assertThat(world.console().get(search("mixed3@test.example")).body())
                .contains("<span class=\"pill bad\">Failed</span>");
        assertThat(awaitRow(world, search("mixed@client.example"), "1 failed")).contains("2 delivered");
        assertThat(world.console().read(search("mixed@client.example") + "&progress=FAILED"))
                .contains("mixed@client.example");
        assertThat(world.console().read(search("mixed1@test.example") + "&progress=FAILED"))
                .contains("Nothing matches");
    }

    @Test
    void whereNoSenderWasGivenNoneIsShown(World world) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.78", world.gateway().smtp())) {
            dialogue.hear();
            dialogue.say("EHLO client.example");
            assertThat(dialogue.say("MAIL FROM:<refused@client.example> UNKNOWN=1")).startsWith("555");
            assertThat(dialogue.say("EHLO")).startsWith("501");
        }
        assertThat(awaitRow(world, search("127.0.0.78"), "not given")).doesNotContain("a report");

        hand(world, "", List.of("null@test.example"), SampleMail.about("a report"));
        awaitRow(world, search("null@test.example"), "<> (a report)");
    }

    @Test
    void whateverIsKnownOfAMessageFindsIt(World world) throws IOException {
        byte[] content = "Message-ID: <Where.1@client.example>\r\nSubject: =?utf-8?Q?=C3=9Cber_<b>uns</b>_4711?=\r\n\r\nx\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        String id = hand(world, "where1@client.example", List.of("where2@test.example"), content);
        world.console().awaitStory(id, "Delivered");
        for (String known : List.of("where1@", "where.client.example", "EHLO where.client.example",
                "<Where.1@client.example>", "Message-ID: Where.1@client.example", "\u00fcber <b>UNS", "Subject: 4711",
                id.substring(0, 15), "250 2.6.0 Message accepted, queued as " + id, "RCPT TO:<where2@test.example>")) {
            assertThat(world.console().read(search(known))).as(known).contains(id);
        }
        assertThat(world.console().read(search("127.0.0.77"))).contains(id);
        assertThat(world.console().get(search("where1@")).body()).contains("&lt;b&gt;uns").doesNotContain("<b>uns");
        assertThat(world.console().read("message?id=" + id)).contains("\u00dcber <b>uns</b> 4711");
    }

    @Test
    void aReferenceIsFoundAsItStandsInTheReply(World world) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.greeted(world.gateway().smtp())) {
            dialogue.say("MAIL FROM:<referred@client.example>");
            String reply = dialogue.say("RCPT TO:<nobody@elsewhere.example>");
            assertThat(reply).contains("[ref ");
            awaitRow(world, search(reply), "referred@client.example");
        }
    }

    @Test
    void whereNothingMatchesThePageSaysWhatItUnderstands(World world) {
        assertThat(world.console().read(search("nobody-at-all@nowhere.example"))).contains("Nothing matches",
                "xn--bcher-kva.example", "Message-ID", "null reverse-path");
    }

    @Test
    void pagesAreTurnedByTheirAddressAndKeepWhatWasAskedFor(World world) throws IOException {
        for (int i = 0; i < 27; i++) {
            SmtpDialogue.hand(world.gateway().smtp(), "many@pages.example", "p" + i + "@test.example",
                    SampleMail.about("page"));
        }
        String first = search("@pages.example");
        awaitRow(world, first, "27 found");
        String second = link(world, first, "next");
        assertThat(second).contains("q=%40pages.example", "after=");
        assertThat(world.console().read(second)).contains("p1@test.example", "p0@test.example")
                .doesNotContain("p2@test.example");
        assertThat(world.console().read(link(world, second, "prev"))).contains("p26@test.example")
                .doesNotContain("p1@test.example");
    }

    private static String link(World world, String page, String rel) {
        Matcher links = LINK.matcher(world.console().get(page).body());
        while (links.find()) {
            if (links.group(1).equals(rel)) {
                return links.group(2).replace("&amp;", "&");
            }
        }
        throw new AssertionError(page + " has no link " + rel);
    }

    @Test
    void aStoryOfManyRecipientsHasItsTimelineFirstAndFoldsThem(World world) throws IOException {
        String id = hand(world, "folded@client.example",
                IntStream.range(0, 70).mapToObj(i -> "f" + i + "@test.example").toList(), SampleMail.about("to many"));
        String story = world.console().awaitStory(id, "70 delivered");
        assertThat(story).containsSubsequence("From the first octet", "Recipients", "The first 50 of 70");
        assertThat(world.console().get("message?id=" + id).body()).contains("<details class=\"group\"")
                .doesNotContain("<details class=\"group\" open");
        assertThat(world.console().read("message?id=" + id + "&to=F69%40").replaceAll(".* Recipients ", ""))
                .contains("f69@test.example", "1 delivered")
                .doesNotContain("f68@test.example");
    }

    @Test
    void eachHalfOfAnAddressStandsByItself(World world) throws IOException {
        hand(world, "halves@client.example", List.of("one.half.of-a-long-address@test.example"),
                SampleMail.about("halves"));
        awaitRow(world, search("halves@client.example"), "one.half.of-a-long-address@test.example");
        assertThat(world.console().get(search("halves@client.example")).body())
                .contains("<bdi dir=\"ltr\" class=\"mailbox\"><bdi>one.<wbr");
    }
}
