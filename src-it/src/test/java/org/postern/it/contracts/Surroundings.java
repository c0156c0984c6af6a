package org.postern.it.contracts;

import org.postern.it.harness.Gateway;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway for tests that are deployed beside it, and the server that all its mail goes to but what is for their queues. */
final class Surroundings {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*?)\r?$");

    private static RecordingServer next;
    private static Gateway gateway;

    private Surroundings() {}

    /** {@return the port of the management of a gateway that has started} */
    static int begin() {
        next = RecordingServer.start();
        gateway = Gateway.plan("contracts").configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "kept.example"
                to = "queue:contracts.kept"
                [[route]]
                recipient = "again.example"
                to = "queue:contracts.again"
                [[route]]
                recipient = "work.example"
                to = "queue:contracts.work"
                [[route]]
                recipient = "*"
                to = "%s"
                """.formatted(next.destination())).start();
        return gateway.management();
    }

    static void end() {
        gateway.close();
        next.close();
    }

    /** Hands in mail for the bean that works, with these numbers as subjects. */
    static void handIn(int first, int last) {
        try {
            for (int i = first; i <= last; i++) {
                String reply = SmtpDialogue.hand(gateway.smtp(), "a@client.example", "work@work.example",
                        SampleMail.about("work " + i + "."));
                if (!reply.startsWith("250")) {
                    throw new IllegalStateException(reply);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the subjects of what the bean has sent, once there are so many at least} */
    static List<String> awaitDone(int count) {
        return next.await(mail -> mail.text().contains("Subject: done "), count, LIMIT)
                .stream()
                .map(mail -> subject(mail.text()))
                .toList();
    }

    /** {@return all subjects of what the bean has sent by now} */
    static List<String> done() {
        return next.received()
                .stream()
                .map(mail -> subject(mail.text()))
                .filter(one -> one.startsWith("done "))
                .toList();
    }

    private static String subject(String mail) {
        Matcher subject = SUBJECT.matcher(mail);
        return subject.find() ? subject.group(1) : "";
    }

    static void suspend() {
        gateway.manage(":suspend(suspend-timeout=20)");
    }

    static void resume() {
        gateway.manage(":resume");
    }
}
