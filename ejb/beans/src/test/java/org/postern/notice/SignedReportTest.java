package org.postern.notice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.DkimKeyPair;
import org.postern.auth.dkim.DkimSigner;
import org.postern.delivery.outcome.Action;
import org.postern.delivery.outcome.DeliveryStatusNotice;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.ReportedRecipient;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.signing.KeyLife;
import org.postern.signing.KeySeal;
import org.postern.signing.KeysInForce;
import org.postern.signing.MailSigner;
import org.postern.signing.StoredKey;
import org.postern.smtp.Reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Reports of a gateway whose domain has a key. */
class SignedReportTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final KeySeal SEAL = new KeySeal(new byte[KeySeal.SECRET_OCTETS]);

    private static KeysInForce keysOf(Domain domain) {
        Domain selector = new Domain("s");
        DkimKeyPair pair = DkimKeyPair.generate(Algorithm.ED25519_SHA256);
        StoredKey key = new StoredKey(domain, selector, pair.algorithm(), pair.published(),
                Optional.of(SEAL.seal(pair.privateKey().getEncoded(), StoredKey.name(domain, selector), new Random(1))),
                KeyLife.of(NOW).next(NOW).next(NOW), "ann");
        KeysInForce keys = new KeysInForce();
        assertThat(keys.now(List.of(key), Optional.of(SEAL))).isEmpty();
        return keys;
    }

    private static String report(KeysInForce keys) throws IOException {
        MailSigner signer = new MailSigner(new DkimSigner(() -> NOW), keys, failure -> {
            throw failure;
        });
        Mailbox sender = new Mailbox("ann", new Domain("a.example"));
        Recipient recipient = Recipient.of(new Mailbox("bob", new Domain("b.example")));
        Message message = new Message(new QueueId("0123456789ABCDEF"),
                new Envelope(ReversePath.of(sender), Parameters.NONE, List.of(recipient)),
                Content.of("Subject: x\r\n\r\nx\r\n".getBytes(ISO_8859_1)));
        DeliveryStatusNotice notice = new DeliveryStatusNotice(new QueueId("0123456789ABCDEF"), sender, message, NOW,
                NOW,
                List.of(new ReportedRecipient(recipient, new Action.Failed(false),
                        new Diagnosis.Local(Optional.empty(), Reply.of(550, "5.1.1", "nobody")), NOW)));
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new NoticeComposer(new Domain("gw.example"), 1000, signer).compose(notice)
                .message()
                .content()
                .writeTo(octets);
        return octets.toString(ISO_8859_1);
    }

    @Test
    void areSignedInItsName() throws IOException {
        assertThat(report(keysOf(new Domain("gw.example")))).startsWith("DKIM-Signature: v=1; a=ed25519-sha256;")
                .contains("d=gw.example;", "From: Mail Delivery <postmaster@gw.example>");
        assertThat(report(keysOf(new Domain("a.example")))).doesNotContain("DKIM-Signature");
    }
}
