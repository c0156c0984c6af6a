package org.postern.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class ManyRecipientsTest {
    @Test
    void sendsMoreThanAHundredInSeveralTransactions() {
        List<Recipient> recipients = IntStream.range(0, 201)
                .mapToObj(i -> Recipient.of(new Mailbox("r" + i, new Domain("example.net"))))
                .toList();
        String transactions = "250 ok\r\n".repeat(101) + "354 go\r\n250 taken\r\n";
        RecordingTransport transport = new RecordingTransport("220 hi\r\n250-hi\r\n250 PIPELINING\r\n"
                + transactions.repeat(2) + "250 ok\r\n250 ok\r\n354 go\r\n250 taken\r\n", 4096);
        SmtpClient client = new SmtpClient(transport, "gateway.example.org", Timeouts.RFC5321);

        assertThat(client.open()).isInstanceOf(Opening.Ready.class);
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE, recipients);
        assertThat(client.send(envelope, Content.of(new byte[0]))).hasSize(201)
                .allMatch(outcome -> outcome instanceof Outcome.Accepted);
        assertThat(client.isUsable()).isTrue();
        assertThat(transport.text().split("MAIL FROM", -1)).hasSize(4);
    }
}
