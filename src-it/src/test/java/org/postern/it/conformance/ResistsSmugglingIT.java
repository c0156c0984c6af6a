package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.it.conformance.Octets.lines;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;
import java.util.List;

/** Look-alikes of the end of content: none ends it, and none is passed on (RFC 5321, 4.1.1.4 and 2.3.8). */
@World.Shared
class ResistsSmugglingIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "X01", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "LF . LF does not end the content, and is refused")
    @Demand(id = "X02", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "LF . CR LF does not end the content, and is refused")
    @Demand(id = "X03", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "CR LF . LF does not end the content, and is refused")
    @Demand(id = "X04", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "CR . CR does not end the content, and is refused")
    @Demand(id = "X05", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "CR . CR LF does not end the content, and is refused")
    @Demand(id = "X06", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "CR LF . CR does not end the content, and is refused")
    @Demand(id = "X07", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "CR . LF does not end the content, and is refused")
    @Demand(id = "X08", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "LF . CR does not end the content, and is refused")
    @Demand(id = "X09", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "LF CR . CR LF does not end the content, and is refused")
    @Demand(id = "X10", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "CR LF . CR CR LF does not end the content, and is refused")
    @Demand(id = "X11", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "CR LF NUL . CR LF does not end the content, and is refused")
    @Demand(id = "X12", rfc = "5321 4.1.1.4, 2.3.8", level = "SEC", holds = "CR LF . NUL CR LF does not end the content, and is refused")
    void noLookAlikeEndsTheContent(World world) throws Exception {
        for (String end : List.of("\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r.\r\n", "\r\n.\r", "\r.\n", "\n.\r",
                "\n\r.\r\n", "\r\n.\r\r\n", "\r\n\u0000.\r\n", "\r\n.\u0000\r\n")) {
            try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
                client.say("MAIL FROM:<a@client.example>");
                client.say("RCPT TO:<smuggling@test.example>");
                client.say("DATA");
                client.send(lines("Subject: outer", "", "text" + end + "MAIL FROM:<smuggled@client.example>",
                        "RCPT TO:<b@test.example>", "DATA", "Subject: inner", "", "text", "."));
                assertThat(client.hear()).startsWith("554 5.6.0");
                assertThat(client.say("RSET")).startsWith("250 2.0.0");
            }
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
        world.nextHop().awaitText("Subject: still alive", LIMIT);
        assertThat(world.nextHop().received()).noneMatch(message -> message.mail().contains("smuggled@client.example"))
                .noneMatch(message -> message.text().contains("Subject: outer"));
    }
}
