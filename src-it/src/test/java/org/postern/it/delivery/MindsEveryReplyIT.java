package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Yes, no and later, to each recipient by itself; and what is none of them. */
@Outside.Shared
class MindsEveryReplyIT {
    @Test
    @Scenario(when = "of four recipients one is taken, one put off, one refused, one put off and then refused", then = "each by itself: delivered once, or later, or not", sender = "one report of each refusal, and of nobody else", trace = "each reply with its recipient")
    void eachRecipientHasItsOwnWay(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("mixed.example")
                .says("RCPT TO:<later@", "451 4.3.0 later")
                .alwaysSays("RCPT TO:<no@", "550 5.1.1 nobody")
                .says("RCPT TO:<turned@", "450 4.2.1 busy", "550 5.2.1 closed down");
        Sent sent = outside.hand("mixed", "yes@mixed.example", "later@mixed.example", "no@mixed.example",
                "turned@mixed.example");
        assertThat(server.await(m -> true, 2, Outside.LIMIT)).extracting(ReceivedMessage::recipients)
                .containsExactly(List.of("RCPT TO:<yes@mixed.example>"),
                        List.of("RCPT TO:<later@mixed.example>"));
        assertThat(sent.trace("550 5.2.1 closed down")).contains("550 5.1.1 nobody", "451 4.3.0 later",
                "450 4.2.1 busy");
        assertThat(sent.reports(2)).extracting(ReceivedMessage::text)
                .anyMatch(text -> text.contains("no@mixed.example") && text.contains("Status: 5.1.1"))
                .anyMatch(text -> text.contains("turned@mixed.example") && text.contains("Status: 5.2.1"))
                .noneMatch(text -> text.contains("Final-Recipient: rfc822; yes@mixed.example"))
                .noneMatch(text -> text.contains("Final-Recipient: rfc822; later@mixed.example"));
        assertThat(server.heard("RCPT TO:<yes@")).isEqualTo(1);
        assertThat(server.heard("RCPT TO:<no@")).isEqualTo(1);
    }

    @Test
    @Scenario(when = "greylisting: 4xx to the first contact, then 2xx", then = "tried again; arrives once", trace = "the 450, then the 250")
    void greylistingIsPassed(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("greylisting.example")
                .says("RCPT", "450 4.7.1 greylisted, come back", "451 4.7.1 too soon");
        assertThat(outside.hand("greylisting", "b@greylisting.example").delivered()).containsSubsequence(
                "450 4.7.1 greylisted, come back", "451 4.7.1 too soon", "250 2.0.0 taken");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @Scenario(when = "each reply has several lines", then = "delivered", trace = "the reply, its lines in one")
    void repliesOfManyLinesAreUnderstood(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("lines.example")
                .says(RecordingServer.CONNECT, "220-next.example\r\n220-is glad\r\n220 to meet you")
                .says("MAIL", "250-2.1.0 one\r\n250-2.1.0 two\r\n250 2.1.0 three")
                .says("RCPT", "250-2.1.5 one\r\n250")
                .says(RecordingServer.CONTENT, "250-2.0.0 taken\r\n250 2.0.0 with pleasure");
        assertThat(outside.hand("lines", "b@lines.example").delivered()).contains("taken", "with pleasure")
                .doesNotContain("Deferred");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @Scenario(when = "a refusal has several lines", then = "fails", sender = "failed, with all the lines", trace = "the reply, its lines in one")
    void aRefusalOfManyLinesIsTold(Outside outside) throws IOException {
        outside.exchanger("long-no.example").says("RCPT", "550-5.7.1 we do not want you\r\n550 5.7.1 see our page");
        Sent sent = outside.hand("long no", "b@long-no.example");
        assertThat(sent.report().text()).contains("Status: 5.7.1", "we do not want you", "see our page");
        assertThat(sent.trace("Failed")).contains("we do not want you", "see our page");
    }

    @Test
    @Scenario(when = "a reply that is none: no digits, codes that differ, a bare LF, a line of 5000 octets, 200 lines, 1xx or 3xx", then = "the session is left, and it is tried again", trace = "451 4.4.2, and what came")
    void whatIsNoReplyMeansLater(Outside outside) throws IOException {
        Map<String, String> replies = new LinkedHashMap<>();
        replies.put("word", "hello");
        replies.put("letters", "2x0 ok");
        replies.put("differ", "250-one\r\n251 two");
        replies.put("bare-lf", "250-one\n250 two");
        replies.put("long", "250 " + "x".repeat(5000));
        replies.put("many", "250-and so on\r\n".repeat(200) + "250 end");
        replies.put("early", "354 go ahead");
        replies.put("first", "150 hm");
        replies.put("empty", "\r\n250 ok");
        Map<String, Sent> sent = new LinkedHashMap<>();
        Map<String, RecordingServer> servers = new LinkedHashMap<>();
        for (Map.Entry<String, String> reply : replies.entrySet()) {
            String domain = "malformed-" + reply.getKey() + ".example";
            servers.put(reply.getKey(), outside.exchanger(domain).says("MAIL", reply.getValue()));
            sent.put(reply.getKey(), outside.hand("malformed " + reply.getKey(), "b@" + domain));
        }
        sent.forEach((kind, one) -> assertThat(one.delivered()).as(kind).contains("451 4.4.2", "attempt 2"));
        servers.forEach((kind, server) -> assertThat(server.received()).as(kind).hasSize(1));
    }
}
