package org.postern.it.refusal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Console;
import org.postern.it.harness.DatabaseServer;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Ports;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may not come in, who is too slow, and whom the gateway cannot serve now. */
class TellsWhoCannotComeInIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String TRUSTED = "127.0.1.1";
    private static final String PASSWORD = "correct horse";
    private static final int SUBMISSION = Ports.free();
    private static final int LMTP = Ports.free();
    private static DatabaseServer database;
    private static Gateway gateway;
    private static Refused refused;

    @BeforeAll
    static void start() throws Exception {
        database = DatabaseServer.start();
        gateway = Gateway.plan("cannot-come-in")
                .set("db.url", database.url())
                .option("--submission-port", Integer.toString(SUBMISSION))
                .set("listener.lmtp.port", Integer.toString(LMTP))
                .set("trust.refuse-early", "true")
                .configuration("""
                        [listener.internal]
                        proxy = true
                        [networks]
                        trusted = ["127.0.1.0/24"]
                        proxies = ["127.0.0.2"]
                        [[route]]
                        recipient = "test.example"
                        to = "queue:orders"
                        [auth]
                        attempts = 2
                        [rate]
                        user-messages = 1
                        user-recipients = 2
                        [smtp]
                        idle-command-limit = 1000000
                        command-timeout = 3
                        data-timeout = 3
                        minimum-rate = 100
                        transaction-timeout = 5
                        message-timeout = 5
                        session-timeout = 8
                        reply-timeout = 2
                        """)
                .start();
        refused = new Refused(Console.withFirstAdministrator(gateway, "admin", "correct horse battery"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        database.close();
    }

    @Test
    @Told(what = "a client of a listener for other servers that speaks before it is greeted", setting = "trust.refuse-early", reply = "554 5.5.1", trace = "`connect; by the setting trust.refuse-early; rule early-talker`")
    void whoDoesNotWaitForTheGreeting() throws IOException {
        try (SmtpDialogue stranger = SmtpDialogue.connectFrom("127.0.0.2", gateway.internal())) {
            stranger.send("PROXY UNKNOWN\r\nEHLO early.example\r\n".getBytes(US_ASCII));
            refused.isTold(stranger.hear(), "554 5.5.1", "trust.refuse-early", "rule early-talker");
        }
    }

    private static SmtpDialogue greeted(String client, int port) throws IOException {
        SmtpDialogue dialogue = SmtpDialogue.connectFrom(client, port);
        dialogue.hear();
        dialogue.say("EHLO client.example");
        return dialogue;
    }

    private static SmtpDialogue inContent(String client) throws IOException {
        SmtpDialogue dialogue = greeted(client, gateway.smtp());
        dialogue.say("MAIL FROM:<a@client.example>");
        dialogue.say("RCPT TO:<b@test.example>");
        assertThat(dialogue.say("DATA")).startsWith("354");
        return dialogue;
    }

    private static SmtpDialogue inTls(String client) throws IOException {
        SmtpDialogue clear = greeted(client, SUBMISSION);
        assertThat(clear.say("STARTTLS")).startsWith("220");
        SmtpDialogue tls = clear.inTls("TLSv1.3");
        tls.say("EHLO client.example");
        return tls;
    }

    private static String login(String user, String password) {
        return "AUTH PLAIN " + Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(US_ASCII));
    }

    @Test
    @Told(what = "a client of a listener for LMTP that is not trusted", setting = "networks.trusted", reply = "554 5.7.1", trace = "`connect; rule lmtp`")
    @Told(what = "a recipient by LMTP for whom there is no route", reply = "550 5.1.1", trace = "the command; `rule lmtp`")
    void whoIsNotOfTheSite() throws IOException {
        try (SmtpDialogue stranger = SmtpDialogue.connectFrom("127.0.4.20", LMTP)) {
            String reply = stranger.hear();
            assertThat(reply).startsWith("554 5.7.1 Not for this client");
            refused.isTold(reply, "connect; rule lmtp");
        }
        try (SmtpDialogue friend = SmtpDialogue.connectFrom("127.0.1.1", LMTP)) {
            assertThat(friend.hear()).startsWith("220");
            friend.say("LHLO client.example");
            friend.say("MAIL FROM:<a@client.example>");
            String reply = friend.say("RCPT TO:<b@elsewhere.example>");
            assertThat(reply).startsWith("550 5.1.1");
            refused.isTold(reply, "b@elsewhere.example", "rule lmtp");
        }
    }

    /** Does it again and again for so many seconds. */
    private static void forSeconds(int seconds, Await.Look<?> step) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        Await.until(seconds + " s are over", LIMIT, () -> {
            step.look();
            return System.nanoTime() >= end;
        });
    }

    private static String heard(SmtpDialogue client) throws IOException {
        String reply = client.hear();
        assertThat(reply).startsWith("421 4.4.2");
        return reply;
    }

    @Test
    @Told(what = "a client that waits too long with a command", setting = "smtp.command-timeout", reply = "421 4.4.2", trace = "`waiting; commandTimeout is …`")
    void aSlowCommand() throws IOException {
        try (SmtpDialogue client = greeted("127.0.4.1", gateway.smtp())) {
            refused.isTold(heard(client), "waiting; commandTimeout is 3 s");
        }
    }

    @Test
    @Told(what = "a client that stops within its content", setting = "smtp.data-timeout", reply = "421 4.4.2", trace = "`content; dataTimeout is …`")
    void contentThatStops() throws IOException {
        try (SmtpDialogue client = inContent("127.0.4.2")) {
            refused.isTold(heard(client), "content; dataTimeout is 3 s");
        }
    }

    @Test
    @Told(what = "content that comes too slowly", setting = "smtp.minimum-rate", reply = "421 4.4.2", trace = "`content; minimumRate is …`")
    void contentThatTrickles() throws IOException {
        try (SmtpDialogue client = inContent("127.0.4.3")) {
            forSeconds(1, () -> {
                client.send(new byte[]{'x'});
                return true;
            });
            refused.isTold(heard(client), "content; minimumRate is 100");
        }
    }

    @Test
    @Told(what = "content that comes for too long", setting = "smtp.transaction-timeout", reply = "421 4.4.2", trace = "`content; transactionTimeout is …`")
    void contentWithoutAnEnd() throws IOException {
        try (SmtpDialogue client = inContent("127.0.4.4")) {
            byte[] line = ("x".repeat(70) + "\r\n").getBytes(US_ASCII);
            forSeconds(3, () -> {
                client.send(line);
                return true;
            });
            refused.isTold(heard(client), "content; transactionTimeout is 5 s");
        }
    }

    @Test
    @Told(what = "a session that brings no message", setting = "smtp.message-timeout", reply = "421 4.4.2", trace = "`waiting; messageTimeout is …`")
    void aSessionThatChats() throws IOException {
        try (SmtpDialogue client = greeted("127.0.4.5", gateway.smtp())) {
            forSeconds(3, () -> client.say("NOOP"));
            refused.isTold(heard(client), "waiting; messageTimeout is 5 s");
        }
    }

    @Test
    @Told(what = "a session that has gone on for too long", setting = "smtp.session-timeout", reply = "421 4.4.2", trace = "`waiting; sessionTimeout is …`")
    void aSessionWithoutAnEnd() throws IOException {
        try (SmtpDialogue client = greeted(TRUSTED, gateway.smtp())) {
            byte[] content = SampleMail.about("one of many");
            forSeconds(6, () -> client.mail("a@client.example", "b@test.example", content));
            refused.isTold(heard(client), "waiting; sessionTimeout is 8 s");
        }
    }

    @Test
    @Told(what = "a client that does not take its replies", setting = "smtp.reply-timeout", reply = "nothing, it does not listen", trace = "`reply; replyTimeout is …`")
    void aClientThatDoesNotListen() throws Exception {
        try (SmtpDialogue client = greeted(TRUSTED, gateway.smtp())) {
            String first = client.say("FOO");
            Thread talker = Thread.ofVirtual().start(() -> talkWithoutEnd(client));
            refused.isToldOfSession(first, "reply; replyTimeout is 2 s");
            talker.join(LIMIT);
        }
    }

    private static void talkWithoutEnd(SmtpDialogue client) {
        byte[] talk = "EHLO client.example\r\n".repeat(1000).getBytes(US_ASCII);
        try {
            for (int i = 0; i < 1000; i++) {
                client.send(talk);
            }
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotNull();
        }
    }

    @Test
    @Told(what = "a TLS handshake that fails, or takes too long", setting = "smtp.reply-timeout", reply = "nothing but TLS", trace = "`TLS handshake;` and what failed")
    void aHandshakeThatFails() throws IOException {
        try (SmtpDialogue client = greeted("127.0.4.6", gateway.smtp())) {
            String first = client.say("FOO");
            assertThat(client.say("STARTTLS")).startsWith("220");
            client.send("this is no handshake\r\n".getBytes(US_ASCII));
            refused.isToldOfSession(first, "TLS handshake; ");
        }
    }

    @Test
    @Told(what = "a connection that is not a proxy's", setting = "networks.proxies", reply = "nothing", trace = "`connect; not one of the proxies`")
    void whoIsNoProxy() throws IOException {
        try (SmtpDialogue stranger = SmtpDialogue.connectFrom("127.0.4.7", gateway.internal())) {
            assertThat(stranger.rest()).isEmpty();
        }
        refused.isToldInSilence("connect; not one of the proxies");
    }

    @Test
    @Told(what = "a proxy whose header is none", setting = "listener.mx.proxy", reply = "nothing", trace = "`PROXY header;` and what is wrong")
    void aHeaderThatIsNone() throws IOException {
        try (SmtpDialogue proxy = SmtpDialogue.connectFrom("127.0.0.2", gateway.internal())) {
            proxy.send("EHLO client.example\r\n".getBytes(US_ASCII));
            assertThat(proxy.rest()).isEmpty();
        }
        refused.isToldInSilence("PROXY header; no PROXY header");
    }

    @Test
    @Told(what = "mail without the TLS or the login it needs", setting = "auth.roles", reply = "530 5.7.0", trace = "the command")
    @Told(what = "a login outside TLS", reply = "538 5.7.11", trace = "`AUTH` and the mechanism")
    void whoHasNotLoggedIn() throws IOException {
        try (SmtpDialogue client = greeted("127.0.4.8", SUBMISSION)) {
            String mail = client.say("MAIL FROM:<a@client.example>");
            String login = client.say(login("alice", PASSWORD));
            assertThat(mail).startsWith("530 5.7.0");
            assertThat(login).startsWith("538 5.7.11");
            refused.isTold(mail, "MAIL FROM:<a@client.example>");
            refused.isTold(login, "AUTH");
        }
    }

    @Test
    @Told(what = "mail of more than 1 MB for a postmaster that nobody reads, or any when 1000 messages wait for him", setting = "gateway.postmaster", reply = "552 5.2.3, 452 4.2.2", trace = "the command, `content`; `rule unread`")
    void tooMuchForWhomNobodyReads() throws IOException {
        try (SmtpDialogue client = greeted("127.0.4.30", gateway.smtp())) {
            client.say("MAIL FROM:<a@client.example> SIZE=2000000");
            String reply = client.say("RCPT TO:<Postmaster>");
            assertThat(reply).startsWith("552 5.2.3");
            refused.isTold(reply, "RCPT TO:<Postmaster>", "rule unread");
        }
    }

    @Test
    @Told(what = "a login that fails", reply = "535 5.7.8", trace = "`AUTH` and the mechanism")
    @Told(what = "a login after too many that failed", setting = "auth.attempts auth.lock-time", reply = "454 4.7.0", trace = "`locked out: … failed authentications, the last one as …`")
    void whoGuesses() throws IOException {
        try (SmtpDialogue client = inTls("127.0.4.9")) {
            String first = client.say(login("guessed", "wrong"));
            assertThat(first).startsWith("535 5.7.8");
            assertThat(client.say(login("guessed", "wrong"))).startsWith("535 5.7.8");
            String locked = client.say(login("guessed", "wrong"));
            assertThat(locked).startsWith("454 4.7.0");
            refused.isTold(first, "AUTH PLAIN");
            refused.isTold(locked, "AUTH PLAIN");
            refused.isToldOfSession(first, "locked out: 2 failed authentications, the last one as guessed");
        }
    }

    @Test
    @Told(what = "a user's message too soon after others", setting = "rate.user-messages", reply = "450 4.7.1", trace = "the command; `by the setting rate.user-messages`")
    @Told(what = "a user's recipient too soon after others", setting = "rate.user-recipients", reply = "452 4.5.3", trace = "the command; `by the setting rate.user-recipients`")
    void aUserInAHurry() throws IOException {
        Commands.run(List.of(Path.of(System.getProperty("postern.root"), "postern").toString(), "user", "add",
                "alice@home.example", "--data", gateway.data().toString()), Map.of(), PASSWORD + "\n");
        try (SmtpDialogue client = inTls("127.0.4.10")) {
            assertThat(client.say(login("alice@home.example", PASSWORD))).startsWith("235");
            assertThat(client.say("MAIL FROM:<alice@home.example>")).startsWith("250");
            client.say("RCPT TO:<b@test.example>");
            client.say("RCPT TO:<c@test.example>");
            String recipient = client.say("RCPT TO:<d@test.example>");
            assertThat(recipient).startsWith("452 4.5.3");
            client.say("RSET");
            String message = client.say("MAIL FROM:<alice@home.example>");
            assertThat(message).startsWith("450 4.7.1");
            refused.isTold(recipient, "by the setting rate.user-recipients");
            refused.isTold(message, "by the setting rate.user-messages");
        }
    }

    @Test
    @Told(what = "anybody while a store is away: broker, database or room on the disk", setting = "journal.max-disk-usage queue.full", reply = "421 4.3.2; in a session 451 4.3.0 or 452 4.3.1", trace = "`connect; stores:` and which, told when they are back")
    void whileTheDatabaseIsGone() throws Exception {
        database.down();
        String reply = Await.value("clients hear later", LIMIT, () -> {
            try (SmtpDialogue client = SmtpDialogue.connectFrom("127.0.4.11", gateway.smtp())) {
                return Optional.of(client.hear()).filter(heard -> heard.startsWith("421 4.3.2"));
            }
        });
        database.up();
        Await.until("the gateway is ready again", LIMIT, gateway::isReady);
        refused.isTold(reply, "connect; stores: [DATABASE]");
    }

    @Test
    @Told(what = "anybody while the gateway is suspended, or going down", setting = "smtp.drain-timeout", reply = "421 4.3.2", trace = "`connect` or `waiting`, `suspended, or going down`, told after the resume")
    void whileItIsSuspended() throws Exception {
        gateway.manage(":suspend");
        String reply;
        try (SmtpDialogue client = SmtpDialogue.connectFrom("127.0.4.12", gateway.smtp())) {
            reply = client.hear();
        }
        gateway.manage(":resume");
        assertThat(reply).startsWith("421 4.3.2");
        refused.isTold(reply, "connect; suspended, or going down");
    }
}
