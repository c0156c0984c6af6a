package org.postern.it.refusal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A small heap, and limits that it does not bear. */
class TellsWhatTheHeapHasNoRoomForIT {
    private static final String TRUSTED = "127.0.1.1";
    private static final int MANY = 140;
    private static final String LONGEST = "> ORCPT=rfc822;" + "y".repeat(480) + "\r\n";
    private static Gateway gateway;
    private static Refused refused;

    @BeforeAll
    static void start() {
        gateway = Gateway.plan("heap").option("--heap", "256m").configuration("""
                [networks]
                trusted = ["127.0.1.0/24"]
                [[route]]
                recipient = ".test.example"
                to = "queue:orders"
                """).start();
        refused = new Refused(Console.withFirstAdministrator(gateway, "admin", "correct horse battery"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static void close(List<SmtpDialogue> sessions) throws IOException {
        for (SmtpDialogue session : sessions) {
            session.close();
        }
    }

    @Test
    @Told(what = "a session more than the heap has room for, of all listeners", reply = "421 4.7.0", trace = "`connect; the heap has room for …`")
    void allSessionsOfAllListeners() throws IOException {
        assertThat(gateway.log()).contains("POSTERN1022", "Give the server a heap of");
        List<SmtpDialogue> sessions = new ArrayList<>();
        String reply = "220";
        while (reply.startsWith("220") && sessions.size() < 2000) {
            SmtpDialogue session = SmtpDialogue.connectFrom("127.0.8." + (1 + sessions.size() / 300), gateway.smtp());
            sessions.add(session);
            reply = session.hear();
        }
        close(sessions);
        assertThat(reply).startsWith("421 4.7.0");
        refused.isTold(reply, "connect; the heap has room for");
    }

    @Test
    @Told(what = "a recipient for whom there is no memory beside those of other sessions", reply = "452 4.3.1", trace = "the command; `memory of all envelopes`")
    void recipientsOfManySessions() throws IOException {
        List<SmtpDialogue> sessions = new ArrayList<>();
        String reply = "250";
        while (reply.startsWith("250") && sessions.size() < 200) {
            SmtpDialogue session = SmtpDialogue.connectFrom(TRUSTED, gateway.smtp());
            sessions.add(session);
            session.hear();
            session.say("EHLO client.example");
            session.say("MAIL FROM:<a@client.example>");
            reply = recipients(session);
        }
        assertThat(reply).startsWith("452 4.3.1");
        refused.isTold(reply, "memory of all envelopes");
        assertThat(sessions.getFirst().say("DATA")).startsWith("354");
        close(sessions);
    }

    /** {@return the last reply to many recipients, sent at once} */
    private static String recipients(SmtpDialogue session) throws IOException {
        String domain = ("d".repeat(60) + ".").repeat(3) + "test.example";
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            group.append("RCPT TO:<").append(i).append("x".repeat(50)).append('@').append(domain).append(LONGEST);
        }
        session.send(group.toString().getBytes(US_ASCII));
        String reply = "";
        for (int i = 0; i < MANY; i++) {
            reply = session.hear();
        }
        return reply;
    }
}
