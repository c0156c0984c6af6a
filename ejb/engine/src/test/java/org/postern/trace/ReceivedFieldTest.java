package org.postern.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

class ReceivedFieldTest {
    private static final QueueId ID = new QueueId("0123456789ABCDEF");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:05.123Z");

    private static Envelope to(String... localParts) {
        return new Envelope(ReversePath.NULL, Parameters.NONE, Arrays.stream(localParts)
                .map(local -> Recipient.of(new Mailbox(local, new Domain("b.example"))))
                .toList());
    }

    private static String field(String helo, Optional<String> name, String client, Envelope envelope) {
        return new String(ReceivedField.bySmtp(helo, name, InetAddress.ofLiteral(client), "ESMTP", "gw.example", ID,
                envelope, AT), StandardCharsets.US_ASCII);
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    @Test
    void tellsWhoByWhatIdAndWhen() {
        assertThat(field("mail.a.example", Optional.of("a.example"), "192.0.2.1", to("alice"))).isEqualTo(lines("""
                Received: from mail.a.example (a.example [192.0.2.1])
                	by gw.example (Postern) with ESMTP id 0123456789ABCDEF
                	for <alice@b.example>;
                	Sun, 1 Mar 2026 12:00:05 +0000
                """));
    }

    @Test
    void tellsNoRecipientOfAnother() {
        assertThat(field("a", Optional.empty(), "192.0.2.1", to("alice", "bob"))).isEqualTo(lines("""
                Received: from a ([192.0.2.1])
                	by gw.example (Postern) with ESMTP id 0123456789ABCDEF;
                	Sun, 1 Mar 2026 12:00:05 +0000
                """));
    }

    @Test
    void writesIpv6AsAnAddressLiteral() {
        assertThat(field("a", Optional.empty(), "2001:db8::1", to("x"))).contains("([IPv6:2001:db8:0:0:0:0:0:1])");
        assertThat(field("[IPv6:2001:db8::1]", Optional.empty(), "2001:db8::1", to("x"))).startsWith(
                "Received: from [IPv6:2001:db8::1] (");
    }

    @Test
    void isNotBrokenByWhatTheClientSays() {
        String hostile = "a\r\nBcc: x@y (\\\"; id\t\u00e9\u0000" + "z".repeat(1000);
        String field = field(hostile, Optional.of("b)\n(c"), "192.0.2.1", to("x"));
        assertThat(field).startsWith("Received: from a??Bcc:?x?y????").contains("(b???c [192.0.2.1])");
        assertThat(field.split("\r\n")).hasSize(4).allMatch(line -> line.length() < 400);
        assertThat(field("", Optional.empty(), "192.0.2.1", to("x"))).startsWith("Received: from unknown (");
    }

    @Test
    void tellsOfWhatAnApplicationHandedIn() {
        assertThat(new String(ReceivedField.local("gw.example", ID, to("alice"), AT), StandardCharsets.US_ASCII))
                .isEqualTo(lines("""
                        Received: by gw.example (Postern) id 0123456789ABCDEF
                        	for <alice@b.example>;
                        	Sun, 1 Mar 2026 12:00:05 +0000
                        """));
    }
}
