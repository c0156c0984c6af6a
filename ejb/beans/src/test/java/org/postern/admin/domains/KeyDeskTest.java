package org.postern.admin.domains;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;
import org.postern.dns.FreshDns;
import org.postern.mail.Domain;
import org.postern.mail.DomainSet;
import org.postern.signing.KeysInForce;
import org.postern.signing.KeyState;
import org.postern.signing.SealFile;
import org.postern.signing.SigningKeyStore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The life of keys, as a person leads it. */
class KeyDeskTest {
    private static final String A = "a.example";
    private final KeysInMemory store = new KeysInMemory();
    private final SpokenDns dns = new SpokenDns();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    @TempDir
    private Path folder;
    private final DnsLooks looks = new DnsLooks(new FreshDns(() -> dns));
    private KeyDesk desk;

    @BeforeEach
    void sitDown() {
        desk = desk(new SealFile(folder.resolve("seal"), new Random(1)));
    }

    private KeyDesk desk(SealFile seal) {
        return new KeyDesk(store, new NewKeys(store, seal, () -> now, new Random(2)), looks,
                new Settings(SettingsCatalogue.ALL, Map.of()), () -> now);
    }

    private List<KeyState> states() {
        return desk.of(A).stream().map(KeyView::state).toList();
    }

    private void publish() {
        store.all().forEach(key -> {
            dns.texts.remove(key.name());
            dns.text(key.name(), key.text().text());
        });
    }

    private void makeAndSwitch() {
        assertThat(desk.make(A, "ann")).isEmpty();
        publish();
        assertThat(desk.switchOver(A, "ann")).isEmpty();
    }

    @Test
    void aKeyOfEachAlgorithmIsMadeAndWaitsForTheDns() {
        assertThat(desk.make("A.Example.", "ann")).isEmpty();
        assertThat(desk.of(A)).extracting(KeyView::selector)
                .containsExactly("20260301-ed25519", "20260301-rsa");
        assertThat(desk.of(A)).allMatch(key -> key.dns().now().state() == Publication.State.MISSING
                && key.state() == KeyState.MADE && key.by().equals("ann"));
        assertThat(desk.make(A, "ann").orElseThrow().toString()).contains("sign nothing yet");
        assertThat(desk.switchOver(A, "ann").orElseThrow().toString()).contains("20260301-ed25519._domainkey.a.example",
                "missing");
    }

    @Test
    void keysAreShownAndNotSwitchedToWhileOthersAskTheDns() {
        desk.make(A, "ann");
        publish();
        asksWhile(DnsLooks.AT_ONCE, () -> {
            assertThat(desk.of(A)).hasSize(2).allMatch(key -> key.dns().now().state() == Publication.State.UNKNOWN);
            assertThat(desk.switchOver(A, "ann").orElseThrow().toString()).contains("others are asking the DNS");
        });
        assertThat(desk.switchOver(A, "ann")).isEmpty();
    }

    private void asksWhile(int others, Runnable asking) {
        if (others == 0) {
            asking.run();
        } else {
            looks.look(look -> {
                asksWhile(others - 1, asking);
                return true;
            });
        }
    }

    @Test
    void whoIsLimitedToSomeDomainsSeesNoOtherKeys() throws Exception {
        desk.make(A, "ann");
        Caller limited = new Caller("ann", Role.OPERATOR, DomainSet.ofText("b.example"));
        assertThat(limited.does(desk::all)).isEmpty();
        assertThat(limited.does(() -> desk.of(A))).isEmpty();
        assertThat(new Caller("ann", Role.OPERATOR, DomainSet.ofText(A)).does(() -> desk.of(A))).hasSize(2);
        assertThat(dns.questions).isEqualTo(2);
    }

    @Test
    void theLookThatFindsTheRecordsChangesNothing() {
        desk.make(A, "ann");
        publish();
        assertThat(states()).containsOnly(KeyState.PUBLISHED);
        assertThat(store.all()).allMatch(key -> key.state() == KeyState.MADE);
    }

    @Test
    void nothingIsSwitchedWhileOneRecordIsNotAsItShouldBe() {
        desk.make(A, "ann");
        publish();
        for (String wrong : List.of("v=DKIM1; p=", "v=DKIM1; k=rsa; p=AAAA", "")) {
            dns.texts.put("20260301-rsa._domainkey.a.example", List.of(wrong));
            assertThat(desk.switchOver(A, "ann").orElseThrow().toString()).contains("20260301-rsa", "differs");
        }
        publish();
        dns.text("20260301-rsa._domainkey.a.example", "v=DKIM1; p=");
        assertThat(desk.switchOver(A, "ann").orElseThrow().toString()).contains("differs");
        dns.silent = true;
        assertThat(desk.switchOver(A, "ann").orElseThrow().toString()).contains("unknown");
        assertThat(store.all()).noneMatch(key -> key.state() == KeyState.ACTIVE);
    }

    @Test
    void theNextKeysTakeThePlaceOfTheFirst() throws IOException {
        makeAndSwitch();
        assertThat(states()).containsOnly(KeyState.ACTIVE);
        assertThat(desk.make(A, "bob")).isEmpty();
        assertThat(desk.of(A)).extracting(KeyView::selector)
                .contains("20260301-2-ed25519", "20260301-2-rsa");
        publish();
        assertThat(desk.switchOver(A, "bob")).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder(KeyState.ACTIVE, KeyState.ACTIVE, KeyState.RETIRING,
                KeyState.RETIRING);
        KeysInForce keys = new KeysInForce();
        assertThat(keys.now(store.all(), new SealFile(folder.resolve("seal"), new Random(3)).seal())).isEmpty();
        assertThat(keys.of(new Domain(A)).orElseThrow()).hasSize(2)
                .allMatch(key -> key.selector().text().startsWith("20260301-2-"));
    }

    @Test
    void aKeyIsRetiredWhenNoMailNeedsItAnyMore() {
        makeAndSwitch();
        assertThat(desk.forget(A, "20260301-rsa").orElseThrow().toString()).contains("retire it first");
        assertThat(desk.retire(A, "20260301-RSA", false, "ann")).isEmpty();
        now = now.plus(Duration.ofDays(6));
        assertThat(desk.retire(A, "20260301-rsa", false, "ann").orElseThrow().toString())
                .contains("2026-03-08T12:00:00Z");
        now = now.plus(Duration.ofDays(1));
        assertThat(desk.retire(A, "20260301-rsa", false, "ann")).isEmpty();
        assertThat(desk.retire(A, "20260301-rsa", false, "ann")).isPresent();
        assertThat(store.of(new Domain(A)).getLast().sealed()).isEmpty();
        assertThat(desk.forget(A, "20260301-rsa")).isEmpty();
        assertThat(states()).containsExactly(KeyState.ACTIVE);
    }

    @Test
    void aStolenKeyIsRetiredAtOnce() {
        makeAndSwitch();
        assertThat(desk.retire(A, "20260301-rsa", true, "ann")).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder(KeyState.ACTIVE, KeyState.RETIRED);
    }

    @Test
    void whatIsNoDomainOrNoKeyIsSaid() {
        for (String wrong : List.of("", "a..b", "[127.0.0.1]", "a b", "x.".repeat(150) + "example", "a@b.example")) {
            assertThat(desk.make(wrong, "ann")).contains(OwnDomain.NO_DOMAIN);
        }
        assertThat(desk.make("b\u00fccher.example", "ann")).isEmpty();
        assertThat(desk.of("xn--bcher-kva.example")).hasSize(2);
        assertThat(desk.retire(A, "none", true, "ann").orElseThrow().toString()).contains("no key none");
        assertThat(desk.switchOver(A, "ann").orElseThrow().toString()).contains("make some first");
    }

    @Test
    void aNodeWithAnotherSealMakesNoKeys() {
        desk.make(A, "ann");
        KeyDesk other = desk(new SealFile(folder.resolve("other"), new Random(4)));
        assertThat(other.make("b.example", "ann").orElseThrow().toString()).contains("copy the file", "other");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void thereAreNoMoreKeysThanADomainNeeds() {
        for (int n = 0; n < SigningKeyStore.MOST_OF_DOMAIN / 2; n++) {
            makeAndSwitch();
        }
        assertThat(desk.make(A, "ann").orElseThrow().toString()).contains("20 keys");
    }

    @Test
    void aDnsThatDoesNotAnswerIsAskedTwice() {
        makeAndSwitch();
        makeAndSwitch();
        dns.silent = true;
        dns.questions = 0;
        assertThat(desk.of(A)).hasSize(4).allMatch(key -> key.dns().now().state() == Publication.State.UNKNOWN);
        assertThat(dns.questions).isEqualTo(2);
    }
}
