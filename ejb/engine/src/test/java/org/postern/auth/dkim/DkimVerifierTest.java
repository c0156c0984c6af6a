package org.postern.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.auth.dkim.canonical.BodyHasher;
import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.dns.Temporary;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

class DkimVerifierTest {
    private static final Instant NOW = Instant.ofEpochSecond(Draft.NOW);
    private static final String KEY = "v=DKIM1; p=" + Keys.RSA_2048.published();

    private static Zone zone() {
        return new Zone().put(Draft.KEY_NAME, KEY);
    }

    private static HeaderSection header(String text) throws IOException {
        return HeaderSection.of(Content.of(Reference.octets(text)));
    }

    @Test
    void aMessageWithoutASignatureHasNone() throws IOException, InterruptedException {
        DkimResults results = Scene.results(new Draft().unsigned(), zone(), NOW);
        assertThat(results.word()).isEqualTo(ResultWord.NONE);
        assertThat(results.signatures()).isEmpty();
    }

    @Test
    void aResultSaysAllThatTellsTheSignature() throws IOException, InterruptedException {
        SignatureResult result = new Scene().tag("i", "ann@mail.example.com")
                .tag("b", "?")
                .results()
                .signatures()
                .getFirst();
        assertThat(result.domain()).contains(new Domain("example.com"));
        assertThat(result.selector()).isEqualTo("sel");
        assertThat(result.identity()).isEqualTo("ann@mail.example.com");
        assertThat(result.algorithm()).isEqualTo("rsa-sha256");
        assertThat(result.mark()).hasSize(8);
        assertThat(result.reason()).isEqualTo("2048-bit key");
        assertThat(result.testing()).isFalse();
        assertThat(result.passes()).isTrue();
    }

    @Test
    void whatCannotBePrintedIsNotHandedOn() throws IOException, InterruptedException {
        String identity = new String("a\u0085\ud83d\ude00@example.com".getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
        SignatureResult result = new Scene().tag("i", identity).results().signatures().getFirst();
        assertThat(result.identity()).isEqualTo("a???@example.com");
    }

    @Test
    void whoIsOnlyTestingIsToldAndCountsAllTheSame() throws IOException, InterruptedException {
        DkimResults results = new Scene().key("t=y; p=" + Keys.RSA_2048.published()).results();
        assertThat(results.signatures().getFirst().testing()).isTrue();
        assertThat(results.passed()).containsExactly(new Domain("example.com"));
    }

    @Test
    void eachSignatureHasItsResultFromTheTop() throws IOException, InterruptedException {
        Draft draft = new Draft();
        String text = "DKIM-Signature: nonsense\r\n" + new Draft().tag("d", "other.example").signature()
                + draft.signature()
                + draft.unsigned();
        DkimResults results = Scene.results(text, zone(), NOW);
        assertThat(results.signatures()).extracting(SignatureResult::word)
                .containsExactly(ResultWord.PERMERROR, ResultWord.PERMERROR, ResultWord.PASS);
        assertThat(results.passed()).containsExactly(new Domain("example.com"));
        assertThat(results.word()).isEqualTo(ResultWord.PASS);
    }

    @Test
    void tenSignaturesAreLookedAtAndTheOthersCounted() throws IOException, InterruptedException {
        Draft good = new Draft();
        String bad = new Draft().tag("d", "other.example").signature();
        Zone zone = zone();
        DkimResults ninth = Scene.results(bad.repeat(9) + good.signature() + bad.repeat(90) + good.unsigned(), zone,
                NOW);
        assertThat(ninth.word()).isEqualTo(ResultWord.PASS);
        assertThat(ninth.beyond()).isEqualTo(90);
        assertThat(zone.asked()).containsExactly("sel._domainkey.other.example", Draft.KEY_NAME);
        DkimResults tenth = Scene.results(bad.repeat(10) + good.signature() + good.unsigned(), zone(), NOW);
        assertThat(tenth.signatures()).hasSize(10);
        assertThat(tenth.word()).isEqualTo(ResultWord.PERMERROR);
    }

    @Test
    void oneThatMayStillPassIsMoreThanOneThatHasFailed() throws IOException, InterruptedException {
        Draft good = new Draft();
        Zone zone = new Zone().put(Draft.KEY_NAME, new Temporary("timed out"));
        DkimResults results = Scene.results("DKIM-Signature: x\r\n" + good.signed(), zone, NOW);
        assertThat(results.word()).isEqualTo(ResultWord.TEMPERROR);
    }

    @Test
    void keysAreAskedForBeforeTheBodyHasCome() throws IOException {
        List<Runnable> begun = new ArrayList<>();
        DkimVerification verification = new DkimVerifier(new DkimKeys(zone(), begun::add), () -> NOW)
                .begin(header(new Draft().signed()));
        assertThat(begun).hasSize(1);
        assertThat(verification.needs()).containsExactly(BodyNeed.whole(Canonicalization.RELAXED));
    }

    @Test
    void aKeyThatIsNotThereInTimeIsNotKnown() throws IOException, InterruptedException {
        List<Runnable> never = new ArrayList<>();
        assertThat(resultWith(never::add).reason()).contains("not there in time");
    }

    @Test
    void aKeyThatNobodyHasTimeToAskForIsNotKnown() throws IOException, InterruptedException {
        SignatureResult result = resultWith(task -> {
            throw new RejectedExecutionException("full");
        });
        assertThat(result.word()).isEqualTo(ResultWord.TEMPERROR);
    }

    @Test
    void aResolverThatThrowsKnowsNothing() throws IOException, InterruptedException {
        DkimKeys keys = new DkimKeys(name -> {
            throw new IllegalStateException("a fault of its own");
        }, Runnable::run);
        assertThat(result(keys).word()).isEqualTo(ResultWord.TEMPERROR);
    }

    private static SignatureResult resultWith(java.util.concurrent.Executor executor)
            throws IOException, InterruptedException {
        SignatureResult result = result(new DkimKeys(zone(), executor));
        assertThat(result.word()).isEqualTo(ResultWord.TEMPERROR);
        return result;
    }

    private static SignatureResult result(DkimKeys keys) throws IOException, InterruptedException {
        byte[] content = Reference.octets(new Draft().signed());
        HeaderSection header = HeaderSection.of(Content.of(content));
        DkimVerification verification = new DkimVerifier(keys, () -> NOW).begin(header);
        BodyHasher hasher = BodyHasher.of(header, verification.needs());
        hasher.update(content, 0, content.length);
        return verification.results(hasher.end(), Duration.ZERO).signatures().getFirst();
    }

    @Test
    void aBodyThatNobodyHashedIsNoFault() throws IOException, InterruptedException {
        HeaderSection header = header(new Draft().signed());
        DkimVerification verification = new DkimVerifier(new DkimKeys(zone(), Runnable::run), () -> NOW).begin(header);
        DkimResults results = verification.results(BodyHasher.of(header, List.of()).end(), Duration.ZERO);
        assertThat(results.word()).isEqualTo(ResultWord.TEMPERROR);
    }

    /** RFC 8616, 4: in internationalised mail d=, s= and the domain of i= may be U-labels; the DNS knows A-labels. */
    @Test
    void labelsBeyondAsciiAreAskedForAsTheDnsKnowsThem() throws IOException, InterruptedException {
        String domain = new String("b\u00fccher.example".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String selector = new String("gr\u00fcn".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String text = new Draft().tag("d", domain).tag("s", selector).tag("i", "ann@xn--bcher-kva.example").signed();
        Zone zone = new Zone().put("xn--grn-ioa._domainkey.xn--bcher-kva.example", KEY);
        SignatureResult result = Scene.results(text, zone, NOW).signatures().getFirst();
        assertThat(result.reason()).isEqualTo("2048-bit key");
        assertThat(result.domain()).contains(new Domain("xn--bcher-kva.example"));
    }

    @Test
    void octetsThatAreNoUtf8AreNoDomain() throws IOException, InterruptedException {
        SignatureResult result = Scene.results(new Draft().tag("d", "b\u00fccher.example").signed(), zone(), NOW)
                .signatures()
                .getFirst();
        assertThat(result.word()).isEqualTo(ResultWord.PERMERROR);
        assertThat(result.domain()).isEmpty();
    }

    @Test
    void headerSectionsThatCannotBeReadToTheirEndHaveNoGoodSignature() throws IOException, InterruptedException {
        Draft draft = new Draft();
        String huge = draft.signature() + "X-Huge: " + "x".repeat(HeaderSection.MAX_OCTETS) + "\r\n" + draft.unsigned();
        assertThat(Scene.results(huge, zone(), NOW).word()).isEqualTo(ResultWord.PERMERROR);
        String many = draft.signature() + "X: y\r\n".repeat(HeaderSection.MAX_FIELDS) + draft.unsigned();
        assertThat(Scene.results(many, zone(), NOW).word()).isEqualTo(ResultWord.PERMERROR);
    }

    @Test
    void aKeyIsReadOnceHoweverOftenItIsAskedFor() throws IOException, InterruptedException {
        Zone zone = zone();
        DkimKeys keys = new DkimKeys(zone, Runnable::run);
        for (int i = 0; i < 3; i++) {
            assertThat(result(keys).passes()).isTrue();
        }
        assertThat(zone.asked()).hasSize(3);
        assertThat(keys.remembered()).isEqualTo(1);
    }

    @Test
    void keysThatStrangersMakeUpDoNotFillTheMemory() throws IOException {
        Zone zone = new Zone();
        DkimKeys keys = new DkimKeys(zone, Runnable::run);
        for (int i = 0; i < DkimKeys.MOST_REMEMBERED + 100; i++) {
            zone.put("k" + i, "n=" + i + "; p=");
            keys.ask(List.of(new KeyName("k" + i)));
        }
        assertThat(keys.remembered()).isEqualTo(DkimKeys.MOST_REMEMBERED);
    }

    @Test
    void noMoreThanSoManyNamesAreAskedForAtOnce() {
        Zone zone = new Zone();
        List<KeyName> names = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            names.add(new KeyName("k" + i));
        }
        AskedKeys asked = new DkimKeys(zone, Runnable::run).ask(names);
        assertThat(zone.asked()).hasSize(DkimKeys.MOST_ASKED);
        assertThat(asked.of(names.getLast())).isInstanceOf(KeyAnswer.Unknown.class);
    }
}
