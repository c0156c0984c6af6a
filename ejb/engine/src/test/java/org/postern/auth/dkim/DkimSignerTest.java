package org.postern.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;

import java.io.IOException;
import java.security.spec.InvalidKeySpecException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DkimSignerTest {
    private static final Instant NOW = Instant.ofEpochSecond(Draft.NOW);
    private static final DkimKeyPair RSA = DkimKeyPair.generate(Algorithm.RSA_SHA256);
    private static final DkimKeyPair ED25519 = DkimKeyPair.generate(Algorithm.ED25519_SHA256);
    private static final Domain DOMAIN = new Domain("example.com");
    private static final Zone ZONE = new Zone().put("r._domainkey.example.com", RSA.published().text())
            .put("e._domainkey.example.com", ED25519.published().text());

    private static List<SigningKey> both() {
        return List.of(new SigningKey(DOMAIN, new Domain("r"), Algorithm.RSA_SHA256, RSA.privateKey()),
                new SigningKey(DOMAIN, new Domain("e"), Algorithm.ED25519_SHA256, ED25519.privateKey()));
    }

    private static Optional<String> sign(String text, List<SigningKey> keys) throws IOException {
        byte[] content = Reference.octets(text);
        HeaderSection header = HeaderSection.of(Content.of(content));
        BodyHasher hasher = BodyHasher.of(header, List.of(DkimSigner.NEED));
        hasher.update(content, 0, content.length);
        return new DkimSigner(() -> NOW).sign(header, hasher.end(), keys).map(Reference::text);
    }

    private static DkimResults results(String text) throws IOException, InterruptedException {
        return Scene.results(text, ZONE, NOW);
    }

    @Test
    void whatIsSignedWithBothKeysVerifiesTwice() throws IOException, InterruptedException {
        String text = new Draft().unsigned();
        DkimResults results = results(sign(text, both()).orElseThrow() + text);
        assertThat(results.signatures()).extracting(SignatureResult::word)
                .containsExactly(ResultWord.PASS, ResultWord.PASS);
        assertThat(results.signatures()).extracting(SignatureResult::algorithm)
                .containsExactly("rsa-sha256", "ed25519-sha256");
    }

    @Test
    void aFieldIsFoldedAndSaysWhatItCovers() throws IOException {
        String text = "Message-ID: <1@example.com>\r\n" + new Draft().unsigned();
        String signature = sign(text, both().subList(0, 1)).orElseThrow();
        assertThat(signature.split("\r\n", -1)).allMatch(line -> line.length() <= 78);
        assertThat(signature).endsWith("\r\n").doesNotContain("l=");
        String dense = signature.replaceAll("\\s", "");
        assertThat(dense)
                .startsWith("DKIM-Signature:v=1;a=rsa-sha256;c=relaxed/relaxed;d=example.com;s=r;t=" + Draft.NOW
                        + ";h=From:To:Subject:Date:Message-ID:From;bh=");
    }

    @Test
    void nobodyCanAddAnotherFrom() throws IOException, InterruptedException {
        String text = new Draft().unsigned();
        DkimResults results = results("From: eve@evil.example\r\n" + sign(text, both()).orElseThrow() + text);
        assertThat(results.signatures()).extracting(SignatureResult::word).containsOnly(ResultWord.FAIL);
    }

    @Test
    void fieldsOfTheWayAndNewFoldingChangeNothing() throws IOException, InterruptedException {
        String text = "Received: from a\r\nReturn-Path: <ann@example.com>\r\n" + new Draft().unsigned();
        String way = "Received: from b\r\n" + sign(text, both()).orElseThrow()
                + text.replace("Dinner  at\r\n\t", "Dinner at ").replaceAll("Return.*\r\n", "");
        assertThat(results(way).passed()).containsExactly(DOMAIN);
        assertThat(results(way).signatures()).allMatch(SignatureResult::passes);
    }

    @Test
    void whatListsAndReadersActUponIsCovered() throws IOException, InterruptedException {
        for (String field : List.of("Reply-To: a@b.example", "List-Unsubscribe: <https://a.example/>",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                "Content-Type: text/html", "Resent-From: c@d.example", "References: <1@a>")) {
            String text = field + "\r\n" + new Draft().unsigned();
            String signed = sign(text, both()).orElseThrow() + text;
            assertThat(results(signed.replace(field, field + "x")).word()).as(field).isEqualTo(ResultWord.FAIL);
        }
    }

    @Test
    void messagesOfAnyKindVerifyAfterwards() throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>(
                List.of("From: a@example.com\r\n\r\n", "From: a@example.com\r\n", "From:\r\n\r\nx",
                        "From: a@example.com\r\nFrom: b@example.com\r\n\r\n\r\n\r\n",
                        "From: gr\u00fc\u00df\r\n\r\n \t\r\n", "From: a\rb\r\n\r\na\rb\nc"));
        texts.add("To: x\r\n".repeat(300) + "From: a@example.com\r\n\r\nHi\r\n");
        for (String text : texts) {
            assertThat(results(sign(text, both()).orElseThrow() + text).signatures()).as(text)
                    .hasSize(2)
                    .allMatch(SignatureResult::passes);
        }
    }

    @Test
    void whatNoSignatureCouldHelpIsNotSigned() throws IOException {
        assertThat(sign("To: a@example.com\r\n\r\nHi\r\n", both())).isEmpty();
        assertThat(sign("From: a@example.com\r\nno field\r\n\r\nHi\r\n", both())).isEmpty();
        assertThat(sign("\r\nHi\r\n", both())).isEmpty();
        assertThat(sign(new Draft().unsigned(), List.of())).contains("");
    }

    @Test
    void aKeyOfAnotherAlgorithmIsAFaultOfTheCaller() {
        List<SigningKey> wrong = List
                .of(new SigningKey(DOMAIN, new Domain("r"), Algorithm.RSA_SHA256, ED25519.privateKey()));
        assertThatThrownBy(() -> sign(new Draft().unsigned(), wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDomainBeyondAsciiIsWrittenAsTheDnsKnowsIt() throws IOException {
        SigningKey key = new SigningKey(new Domain("b\u00fccher.example"), new Domain("gr\u00fcn"),
                Algorithm.ED25519_SHA256, ED25519.privateKey());
        assertThat(sign(new Draft().unsigned(), List.of(key)).orElseThrow()).contains("d=xn--bcher-kva.example;")
                .contains("s=xn--grn-ioa;");
    }

    @Test
    void aKeyIsPublishedInStringsThatTheDnsCanCarry() {
        KeyText text = RSA.published();
        assertThat(text.text()).startsWith("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A");
        assertThat(text.strings()).hasSize(2).allMatch(one -> one.length() <= 255);
        assertThat(String.join("", text.strings())).isEqualTo(text.text());
        assertThat(text.zoneText())
                .isEqualTo('"' + text.strings().getFirst() + "\" \"" + text.strings().getLast() + '"');
        assertThat(ED25519.published().text()).startsWith("v=DKIM1; k=ed25519; p=").hasSize(66);
        assertThat(ED25519.published().strings()).hasSize(1);
    }

    @Test
    void aKeyThatWasKeptSignsAsBefore() throws IOException, InterruptedException, InvalidKeySpecException {
        for (DkimKeyPair pair : List.of(RSA, ED25519)) {
            DkimKeyPair kept = DkimKeyPair.of(pair.algorithm(), pair.privateKey().getEncoded(),
                    pair.publicKey().getEncoded());
            assertThat(kept.published()).isEqualTo(pair.published());
            String selector = pair.algorithm() == Algorithm.RSA_SHA256 ? "r" : "e";
            String text = new Draft().unsigned();
            String signature = sign(text,
                    List.of(new SigningKey(DOMAIN, new Domain(selector), kept.algorithm(), kept.privateKey())))
                    .orElseThrow();
            assertThat(results(signature + text).passed()).containsExactly(DOMAIN);
        }
    }

    @Test
    void aRecordSaysOurKeyHoweverItIsWritten() {
        for (KeyText ours : List.of(RSA.published(), ED25519.published())) {
            String text = ours.text();
            assertThat(ours.isSaidBy(text)).isTrue();
            assertThat(ours.isSaidBy(text.replace("v=DKIM1; ", "").replace(";", " ; ") + "; t=s; n=x; s=email"))
                    .isTrue();
            for (String other : List.of("", "v=DKIM1; p=", text + "A", text + "; s=tlsrpt", text + "; h=sha1", "k=rsa",
                    text.replace("k=", "k=x"), "v=spf1 -all")) {
                assertThat(ours.isSaidBy(other)).as(other).isFalse();
            }
        }
        assertThat(RSA.published().isSaidBy(ED25519.published().text())).isFalse();
    }
}
