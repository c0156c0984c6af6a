package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** An application that does not read fills its queue; then its mail is refused for now, and taken again when it has read. */
class AnswersLaterWhenTheBrokerIsFullIT {
    private static final int OCTETS = 50_000;
    private static final int MORE_THAN_FITS = 60;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(strings = {"FAIL", "BLOCK"})
    void aFullQueueMeansLaterUntilTheApplicationHasRead(String whenFull) throws IOException {
        try (Gateway gateway = Gateway.plan("full")
                .set("queue.memory", "1048576")
                .set("queue.full", whenFull)
                .configuration("""
                        [[route]]
                        recipient = "app.example"
                        to = "queue:orders"
                        """)
                .start()) {
            Application application = Application.at(gateway, "reader");
            int accepted = fill(gateway);
            assertThat(accepted).isBetween(1, MORE_THAN_FITS - 1);

            List<Application.Mail> read = application.read("orders");
            assertThat(read).hasSize(accepted);
            Await.until("mail is taken again", LIMIT, () -> hand(gateway, "again").startsWith("250"));
            assertThat(application.read("orders")).extracting(Application.Mail::text)
                    .allMatch(text -> text.contains("Subject: again"))
                    .isNotEmpty();
        }
    }

    /** {@return how many messages got a 250 before one heard "later"} */
    private static int fill(Gateway gateway) throws IOException {
        for (int i = 0; i < MORE_THAN_FITS; i++) {
            String reply = hand(gateway, "number " + i);
            if (!reply.startsWith("250")) {
                assertThat(reply).startsWith("452 4.3.1");
                return i;
            }
        }
        return MORE_THAN_FITS;
    }

    private static String hand(Gateway gateway, String subject) throws IOException {
        return SmtpDialogue.hand(gateway.smtp(), "a@client.example", "orders@app.example",
                SampleMail.about(subject, OCTETS));
    }
}
