package org.postern.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.DkimSigner;
import org.postern.mail.Content;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whose mail is signed. That signatures are good is for {@code DkimSignerTest}. */
class MailSignerTest {
    private final KeysInForce keys = new KeysInForce();
    private final List<RuntimeException> told = new ArrayList<>();
    private final MailSigner signer = new MailSigner(new DkimSigner(() -> SomeKeys.NOW), keys, told::add);

    @BeforeEach
    void signForOneDomain() {
        keys.now(List.of(SomeKeys.active("a.example", "1", Algorithm.ED25519_SHA256),
                SomeKeys.active("a.example", "1", Algorithm.RSA_SHA256)), Optional.of(SomeKeys.SEAL));
    }

    private Signatures sign(String header, Predicate<Mailbox> may) throws IOException {
        Content content = Content.of((header.replace("\n", "\r\n") + "\r\n\r\nx\r\n").getBytes(ISO_8859_1));
        return signer.sign(HeaderSection.of(content), content, may);
    }

    private static String text(Signatures signatures) {
        return new String(signatures.fields(), ISO_8859_1);
    }

    @Test
    void theAuthorsDomainSignsWithEachOfItsKeys() throws IOException {
        Signatures signatures = sign("From: Ann <ann@A.example>\nSubject: x", any -> true);
        assertThat(text(signatures)).containsSubsequence("a=rsa-sha256;", "a=ed25519-sha256;");
        assertThat(text(signatures).split("DKIM-Signature:", -1)).hasSize(3);
        assertThat(text(signatures)).contains("d=a.example;", "s=1-rsa;").endsWith("\r\n");
        assertThat(signatures.remark()).contains("signed by a.example");
    }

    @Test
    void severalAuthorsOfOneDomainAreAsGoodAsOne() throws IOException {
        assertThat(sign("From: a@a.example, b@a.example", any -> true).fields()).isNotEmpty();
    }

    @Test
    void nobodyElsesMailIsSigned() throws IOException {
        for (String header : List.of("From: a@b.example", "From: a@sub.a.example", "From: a@example",
                "From: a@a.example, b@b.example", "From: b@b.example, a@a.example",
                "From: a@a.example\nFrom: a@a.example",
                "Subject: none", "From: a@a.example\nnot a field", "From: <a@a.example", "From:",
                "Sender: a@a.example\nFrom: b@b.example", "From: \"a@a.example\" <b@b.example>",
                "From: a@[127.0.0.1]")) {
            assertThat(sign(header, any -> true)).as(header).isEqualTo(Signatures.NONE);
        }
    }

    @Test
    void whoMayNotWriteAsTheAuthorGetsNoSignatureAndTheReason() throws IOException {
        Predicate<Mailbox> ann = author -> author.localPart().equals("ann");
        assertThat(sign("From: ann@a.example", ann).fields()).isNotEmpty();
        Signatures none = sign("From: ann@a.example, bob@a.example", ann);
        assertThat(none.fields()).isEmpty();
        assertThat(none.remark().orElseThrow()).startsWith("not signed").contains("a.example");
    }

    @Test
    void aKeyThatCannotBeOpenedCostsTheSignatureAndNothingElse() throws IOException {
        keys.now(List.of(SomeKeys.active("c.example", "1", Algorithm.RSA_SHA256)), Optional.empty());
        assertThat(sign("From: a@c.example", any -> true).fields()).isEmpty();
        assertThat(sign("From: a@c.example", any -> true).remark().orElseThrow()).contains("cannot be opened");
        assertThat(told).isEmpty();
    }

    @Test
    void aSignatureThatFailsIsToldOnceAndTheMailGoesOn() throws IOException {
        DkimSigner broken = new DkimSigner(() -> {
            throw new IllegalStateException("no time");
        });
        MailSigner failing = new MailSigner(broken, keys, told::add);
        Content content = Content.of("From: a@a.example\r\n\r\n".getBytes(ISO_8859_1));
        for (int n = 0; n < 3; n++) {
            Signatures none = failing.sign(HeaderSection.of(content), content, any -> true);
            assertThat(none.fields()).isEmpty();
            assertThat(none.remark()).isPresent();
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void theGatewaysOwnLetterIsTheSameBelowItsSignatures() throws IOException {
        byte[] letter = "From: Mail Delivery <postmaster@a.example>\r\n\r\nx\r\n".getBytes(ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        signer.signed(Content.of(letter)).writeTo(out);
        assertThat(out.toString(ISO_8859_1)).startsWith("DKIM-Signature:").endsWith(new String(letter, ISO_8859_1));
        Content other = Content.of("From: postmaster@b.example\r\n\r\n".getBytes(ISO_8859_1));
        assertThat(signer.signed(other)).isSameAs(other);
    }
}
