package org.postern.scan;

import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.ScannerRule.Kind;
import org.postern.config.rule.ScannerRule.Limits;
import org.postern.config.rule.ScannerRule.Options;
import org.postern.config.rule.ScannerRule.WhenAbsent;
import org.postern.config.rule.ScannerRule.WhenLarger;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Mail and rules for tests of scanners. */
public final class SampleScan {
    private static final Mailbox ALICE = new Mailbox("alice", new Domain("home.example"));
    private static final Mailbox ORDERS = new Mailbox("orders", new Domain("app.example"));

    private SampleScan() {}

    /** {@return a message of this content} */
    public static ScannedMail mail(Content content) {
        return new ScannedMail(new QueueId("0123456789ABCDEF"), "mx.example.net",
                new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 40_025), Optional.empty(),
                Optional.of("client.example"), Optional.empty(),
                new Envelope(ReversePath.of(ALICE), Parameters.NONE, List.of(Recipient.of(ORDERS))), content);
    }

    /** {@return a message of this content} */
    public static ScannedMail mail(String content) {
        return mail(Content.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return a scanner's rule, with room for one message of at most 100 octets at a time} */
    public static ScannerRule rule(String name, Duration time, WhenLarger whenLarger) {
        return new ScannerRule(name, Kind.CLAMD, ScannerAddress.parse("127.0.0.1:1"),
                new Limits(time, 100, 1, WhenAbsent.DEFER, whenLarger), Options.USUAL);
    }
}
