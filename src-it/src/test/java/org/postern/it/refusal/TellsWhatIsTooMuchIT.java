package org.postern.it.refusal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Numbers, rates and sizes: limits that are low here. Each test is a client of its own, since networks are counted. */
class TellsWhatIsTooMuchIT {
    private static final String TRUSTED = "127.0.1.1";
    private static Gateway gateway;
    private static Refused refused;

    @BeforeAll
    static void start() {
        gateway = Gateway.plan("too-much").configuration("""
                [networks]
                trusted = ["127.0.1.0/24"]
                [[route]]
                recipient = "test.example"
                to = "queue:orders"
                [smtp]
                session-limit = 12
                client-session-limit = 3
                error-limit = 3
                refusal-limit = 3
                idle-command-limit = 5
                recipient-limit = 100
                message-size-limit = 65536
                header-size-limit = 1000
                text-line-limit = 1000
                command-line-limit = 512
                [rate]
                connections = 8
                commands = 12
                messages = 3
                recipients = 6
                """).start();
        refused = new Refused(Console.withFirstAdministrator(gateway, "admin", "correct horse battery"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static SmtpDialogue greeted(String client) throws IOException {
        SmtpDialogue dialogue = SmtpDialogue.connectFrom(client, gateway.smtp());
        dialogue.hear();
        dialogue.say("EHLO client.example");
        return dialogue;
    }

    private static SmtpDialogue inTransaction(String client) throws IOException {
        SmtpDialogue dialogue = greeted(client);
        dialogue.say("MAIL FROM:<a@client.example>");
        dialogue.say("RCPT TO:<b@test.example>");
        return dialogue;
    }

    /** {@return the last reply to this line, said so often} */
    private static String often(SmtpDialogue dialogue, int times, String line) throws IOException {
        String reply = "";
        for (int i = 0; i < times; i++) {
            reply = dialogue.say(line);
        }
        return reply;
    }

    private static String content(String client, String content) throws IOException {
        try (SmtpDialogue dialogue = inTransaction(client)) {
            dialogue.say("DATA");
            return dialogue.content(content.getBytes(US_ASCII));
        }
    }

    private static List<SmtpDialogue> open(int count, String network) throws IOException {
        List<SmtpDialogue> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SmtpDialogue session = SmtpDialogue.connectFrom(network + (network.endsWith(".") ? i + 1 : ""),
                    gateway.smtp());
            assertThat(session.hear()).startsWith("220");
            sessions.add(session);
        }
        return sessions;
    }

    private static void close(List<SmtpDialogue> sessions) throws IOException {
        for (SmtpDialogue session : sessions) {
            session.say("QUIT");
            session.close();
        }
    }

    @Test
    @Told(what = "a session more than one client network may have", setting = "smtp.client-session-limit", reply = "421 4.7.0", trace = "`connect; maxSessionsPerClient is …`")
    void aClientsSessions() throws IOException {
        List<SmtpDialogue> sessions = open(3, "127.0.2.1");
        try (SmtpDialogue client = SmtpDialogue.connectFrom("127.0.2.1", gateway.smtp())) {
            String reply = client.hear();
            assertThat(reply).startsWith("421 4.7.0");
            refused.isTold(reply, "connect; maxSessionsPerClient is 3", "[127.0.2.1]");
        }
        close(sessions);
    }

    @Test
    @Told(what = "a session more than a listener takes", setting = "smtp.session-limit", reply = "421 4.7.0", trace = "`connect; maxSessions is …`")
    void allSessions() throws IOException {
        List<SmtpDialogue> sessions = open(12, "127.0.3.");
        try (SmtpDialogue client = SmtpDialogue.connectFrom("127.0.2.2", gateway.smtp())) {
            String reply = client.hear();
            assertThat(reply).startsWith("421 4.7.0");
            refused.isTold(reply, "connect; maxSessions is 12");
        }
        close(sessions);
    }

    @Test
    @Told(what = "a connection too soon after others of the network", setting = "rate.connections", reply = "421 4.7.0", trace = "`connect; by the setting rate.connections`")
    void connectionsOfAMinute() throws IOException {
        String reply = "";
        for (int i = 0; i < 9; i++) {
            try (SmtpDialogue client = SmtpDialogue.connectFrom("127.0.2.3", gateway.smtp())) {
                reply = client.hear();
            }
        }
        assertThat(reply).startsWith("421 4.7.0");
        refused.isTold(reply, "by the setting rate.connections");
    }

    @Test
    @Told(what = "a command too soon after others of the network", setting = "rate.commands", reply = "421 4.7.0", trace = "the command; `by the setting rate.commands`")
    void commandsOfAMinute() throws IOException {
        String reply = "";
        for (int i = 0; i < 7; i++) {
            try (SmtpDialogue client = SmtpDialogue.connectFrom("127.0.2.4", gateway.smtp())) {
                client.hear();
                reply = client.say("EHLO client.example");
                reply = reply.startsWith("421") ? reply : client.say("MAIL FROM:<a@client.example>");
            }
        }
        assertThat(reply).startsWith("421 4.7.0");
        refused.isTold(reply, "by the setting rate.commands");
    }

    @Test
    @Told(what = "a message too soon after others of the network", setting = "rate.messages", reply = "450 4.7.1", trace = "the command; `by the setting rate.messages`")
    void messagesOfAMinute() throws IOException {
        try (SmtpDialogue client = greeted("127.0.2.5")) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.say("MAIL FROM:<a@client.example>")).startsWith("250");
                client.say("RSET");
            }
            String reply = client.say("MAIL FROM:<a@client.example>");
            assertThat(reply).startsWith("450 4.7.1");
            refused.isTold(reply, "MAIL FROM:<a@client.example>; by the setting rate.messages");
        }
    }

    @Test
    @Told(what = "a recipient too soon after others of the network", setting = "rate.recipients", reply = "452 4.5.3", trace = "the command; `by the setting rate.recipients`")
    void recipientsOfAnHour() throws IOException {
        try (SmtpDialogue client = greeted("127.0.2.6")) {
            client.say("MAIL FROM:<a@client.example>");
            String reply = often(client, 7, "RCPT TO:<b@test.example>");
            assertThat(reply).startsWith("452 4.5.3");
            refused.isTold(reply, "by the setting rate.recipients");
        }
    }

    @Test
    @Told(what = "a faulty command after many", setting = "smtp.error-limit", reply = "421 4.7.0", trace = "the command; `maxErrors is …`, and the last reply")
    void errorsOfASession() throws IOException {
        try (SmtpDialogue client = greeted("127.0.2.7")) {
            String reply = often(client, 4, "FOO");
            assertThat(reply).startsWith("421 4.7.0");
            refused.isTold(reply, "FOO; maxErrors is 3, the last was 500 5.5.2");
        }
    }

    @Test
    @Told(what = "a refused command after many", setting = "smtp.refusal-limit", reply = "421 4.7.0", trace = "the command; `maxRefusals is …`, and the last reply")
    @Told(what = "a recipient elsewhere, of a client that may not relay", setting = "networks.trusted", reply = "550 5.7.1", trace = "the command")
    void refusalsOfASession() throws IOException {
        try (SmtpDialogue client = greeted("127.0.2.8")) {
            client.say("MAIL FROM:<a@client.example>");
            String relaying = client.say("RCPT TO:<b@elsewhere.example>");
            assertThat(relaying).startsWith("550 5.7.1");
            refused.isTold(relaying, "b@elsewhere.example");
            String reply = often(client, 3, "RCPT TO:<b@elsewhere.example>");
            assertThat(reply).startsWith("421 4.7.0");
            refused.isTold(reply, "maxRefusals is 3, the last was 550 5.7.1");
        }
    }

    @Test
    @Told(what = "a command without mail after many", setting = "smtp.idle-command-limit", reply = "421 4.7.0", trace = "the command; `maxIdleCommands is …`")
    void idleCommandsOfASession() throws IOException {
        try (SmtpDialogue client = greeted("127.0.2.9")) {
            String reply = often(client, 5, "NOOP");
            assertThat(reply).startsWith("421 4.7.0");
            refused.isTold(reply, "NOOP; maxIdleCommands is 5");
        }
    }

    @Test
    @Told(what = "a recipient more than a message may have", setting = "smtp.recipient-limit", reply = "452 4.5.3", trace = "the command; `by the setting smtp.recipient-limit`")
    void recipientsOfAMessage() throws IOException {
        try (SmtpDialogue client = greeted(TRUSTED)) {
            client.say("MAIL FROM:<a@client.example>");
            String reply = often(client, 101, "RCPT TO:<b@test.example>");
            assertThat(reply).startsWith("452 4.5.3");
            refused.isTold(reply, "by the setting smtp.recipient-limit");
        }
    }

    @Test
    @Told(what = "a message that is too large", setting = "smtp.message-size-limit", reply = "552 5.3.4", trace = "the command or `content`; `by the setting smtp.message-size-limit`")
    void theSizeOfAMessage() throws IOException {
        try (SmtpDialogue client = greeted("127.0.2.10")) {
            String declared = client.say("MAIL FROM:<a@client.example> SIZE=99999999");
            assertThat(declared).startsWith("552 5.3.4");
            refused.isTold(declared, "by the setting smtp.message-size-limit");
        }
        String sent = content("127.0.2.10", new String(SampleMail.about("large", 70_000), US_ASCII));
        assertThat(sent).startsWith("552 5.3.4");
        refused.isTold(sent, "content; by the setting smtp.message-size-limit");
    }

    @Test
    @Told(what = "a header section that is too large", setting = "smtp.header-size-limit", reply = "552 5.3.4", trace = "`content; by the setting smtp.header-size-limit`")
    void theSizeOfAHeaderSection() throws IOException {
        String reply = content("127.0.2.11", "X-Many: 1\r\n".repeat(200) + "\r\ntext\r\n");
        assertThat(reply).startsWith("552 5.3.4");
        refused.isTold(reply, "content; by the setting smtp.header-size-limit");
    }

    @Test
    @Told(what = "a line of content that is too long", setting = "smtp.text-line-limit", reply = "554 5.6.0", trace = "`content; by the setting smtp.text-line-limit`")
    void aLineOfContent() throws IOException {
        String reply = content("127.0.2.12", "Subject: long\r\n\r\n" + "x".repeat(2_000) + "\r\n");
        assertThat(reply).startsWith("554 5.6.0");
        refused.isTold(reply, "content; by the setting smtp.text-line-limit");
    }

    @Test
    @Told(what = "a command line that is too long", setting = "smtp.command-line-limit", reply = "500 5.5.2", trace = "the command; `by the setting smtp.command-line-limit`")
    void aCommandLine() throws IOException {
        try (SmtpDialogue client = greeted("127.0.2.13")) {
            String reply = client.say("NOOP " + "x".repeat(600));
            assertThat(reply).startsWith("500 5.5.2");
            refused.isTold(reply, "by the setting smtp.command-line-limit");
        }
    }

    @Test
    @Told(what = "content that breaks the grammar, such as a bare LF", reply = "554 5.6.0", trace = "`content; by RFC …`, the section")
    void aBareLfInContent() throws IOException {
        String reply = content("127.0.2.14", "Subject: smuggled\r\n\r\ntext\n.\r\nMAIL FROM:<x@y.example>\r\n");
        assertThat(reply).startsWith("554 5.6.0");
        refused.isTold(reply, "content; by RFC 5321, 2.3.8");
    }

    @Test
    @Told(what = "a command that breaks the grammar", reply = "500 5.5.2, 501 5.5.2, 553 5.6.7; some end the session", trace = "the command; `by RFC …`, the section")
    void aBareLfInACommand() throws IOException {
        try (SmtpDialogue client = greeted("127.0.2.15")) {
            client.send("NOOP\nNOOP\r\n".getBytes(US_ASCII));
            String reply = client.hear();
            assertThat(reply).startsWith("500 5.5.2");
            refused.isTold(reply, "by RFC 5321, 2.3.8");
        }
    }

    @Test
    @Told(what = "a client that goes on where it had to wait", reply = "554 5.5.0", trace = "the command")
    void aClientThatDoesNotWait() throws IOException {
        try (SmtpDialogue client = inTransaction("127.0.2.16")) {
            client.send("DATA\r\nSubject: too early\r\n".getBytes(US_ASCII));
            String reply = client.hear();
            assertThat(reply).startsWith("554 5.5.0");
            refused.isTold(reply, "DATA");
        }
    }
}
