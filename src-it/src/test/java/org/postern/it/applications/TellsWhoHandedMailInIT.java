package org.postern.it.applications;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Login;
import org.postern.it.harness.MailUsers;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.util.List;

/** What comes to an application says who handed it in by SMTP, in the words of the gateway and of nobody else. */
@World.Shared
class TellsWhoHandedMailInIT {
    private static final List<String> WORDS = List.of("postern_clientAddress", "postern_clientName", "postern_helo",
            "postern_tls", "postern_user", "postern_listener");
    private static final String CLIENT = "203.0.113.77";

    /** {@return the words that a message has which was sent by this sender} */
    private static List<String> told(World world, String queue, String sender) {
        List<String> all = world.application().select(queue, "postern_reversePath = '" + sender + "'");
        assertThat(all).contains("postern_reversePath=" + sender);
        return all.stream().filter(line -> WORDS.contains(line.substring(0, line.indexOf('=')))).toList();
    }

    @Test
    void ofAUserItIsTheNameAndTheTls(World world) throws IOException {
        world.route("users.origin.example", "queue:origin.users");
        String user = "clerk@origin.example";
        new MailUsers(world.gateway()).add(user, "correct horse");
        try (SmtpDialogue session = Login.secured("127.0.3.77", world.submission())) {
            assertThat(session.say("AUTH PLAIN " + Login.base64("\0" + user + "\0correct horse"))).startsWith("235");
            assertThat(session.mail(user, "desk@users.origin.example", ("From: <" + user
                    + ">\r\nSubject: a user's\r\n\r\nhello\r\n").getBytes(US_ASCII))).startsWith("250");
        }
        List<String> told = told(world, "origin.users", user);
        assertThat(told).contains("postern_clientAddress=127.0.3.77", "postern_user=" + user,
                "postern_listener=submission").anyMatch(line -> line.startsWith("postern_tls=TLSv1.3 TLS_AES_"));
    }

    @Test
    void ofAStrangerItIsTheNameThatLeadsBack(World world) throws IOException {
        world.route("strangers.origin.example", "queue:origin.strangers");
        world.dns().ptr(CLIENT, "shop.origin.example").a("shop.origin.example", CLIENT);
        try (SmtpDialogue session = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal())) {
            session.send(("PROXY TCP4 " + CLIENT + " 198.51.100.1 40000 25\r\n").getBytes(US_ASCII));
            session.hear();
            session.say("EHLO called.example");
            assertThat(session.mail("shop@origin.example", "desk@strangers.origin.example",
                    SampleMail.about("a stranger's"))).startsWith("250");
        }
        assertThat(told(world, "origin.strangers", "shop@origin.example")).containsExactlyInAnyOrder(
                "postern_clientAddress=" + CLIENT, "postern_clientName=shop.origin.example",
                "postern_helo=called.example", "postern_listener=internal");
    }

    @Test
    void anApplicationSaysItOfNobody(World world) {
        world.route("forged.origin.example", "queue:origin.forged");
        world.application()
                .submitOddly("forger@origin.example", "desk@forged.origin.example", "forged", 100, 1, "forged");
        assertThat(told(world, "origin.forged", "forger@origin.example")).isEmpty();
    }
}
