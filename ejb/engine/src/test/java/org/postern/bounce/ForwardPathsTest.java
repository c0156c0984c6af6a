package org.postern.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.smtp.wire.MailboxParser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What mail that is forwarded leaves with, and what becomes of what comes back (SRS). */
class ForwardPathsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Domain OURS = new Domain("fwd.example");
    private static final ReturnKey OLD = new ReturnKey("K3Y0", "c2VjcmV0");
    private static final ReturnKey NEW = new ReturnKey("K3Y1", "b3RoZXI=");

    private ReturnKey current = OLD;
    private boolean storeGone;
    private Instant now = NOON;
    private final ForwardPaths paths = new ForwardPaths(OURS, new ReturnKeys() {
        @Override
        public ReturnKey current() {
            if (storeGone) {
                throw new IllegalStateException("the database is gone");
            }
            return current;
        }

        @Override
        public Optional<ReturnKey> find(String id) {
            return List.of(OLD, NEW).stream().filter(key -> key.id().equals(id)).findFirst();
        }
    }, () -> now);

    private static Mailbox mailbox(String address) {
        return MailboxParser.parseInternational(address).toOptional().orElseThrow();
    }

    private String path(String sender) {
        return paths.of(mailbox(sender)).orElseThrow().toString();
    }

    private ReturnPaths.Reading read(String path) {
        return paths.read(mailbox(path));
    }

    private static ReturnPaths.Reading forwarded(String sender) {
        return new ReturnPaths.Forwarded(mailbox(sender), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@home.example", "Ann.B+tag=x@sub.home.example", "\"a b\"@home.example",
            "\"a\\\"b\\\\\"@home.example", "\"x@y\"@home.example", "user%else.example@home.example",
            "bounce=me=there.example@h.example", "SRS0@home.example", "j\u00fcrgen@home.example"})
    void whatComesBackFindsTheSender(String sender) {
        String path = path(sender);
        assertThat(mailbox(path).domain()).isEqualTo(OURS);
        assertThat(mailbox(path).localName()).matches("SRS0=[0-9A-Z]{12}=[A-Z2-7]{2}=.*");
        assertThat(read(path)).isEqualTo(forwarded(sender));
    }

    @Test
    void aDomainBeyondAsciiGoesAsTheDnsKnowsIt() {
        assertThat(read(path("ann@b\u00fccher.example"))).isEqualTo(forwarded("ann@xn--bcher-kva.example"));
        assertThat(path("ann@b\u00fccher.example")).contains("=xn--bcher-kva.example=ann@");
    }

    @Test
    void theCaseMayChangeOnTheWay() {
        String path = path("ann@home.example");
        assertThat(read(path.toLowerCase(Locale.ROOT))).isEqualTo(forwarded("ann@home.example"));
        assertThat(read(path.toUpperCase(Locale.ROOT))).isEqualTo(forwarded("ANN@HOME.EXAMPLE"));
    }

    @Test
    void whatAnotherForwarderHasRewrittenGoesBackToTheFirst() {
        String second = path("SRS0=abc=XY=home.example=ann@first.example");
        assertThat(second).matches("SRS1=[0-9A-Z]{12}=first\\.example==abc=XY=home\\.example=ann@fwd\\.example");
        assertThat(read(second)).isEqualTo(forwarded("SRS0=abc=XY=home.example=ann@first.example"));
        assertThat(read(path("SRS0+abc=XY=h.example=a@first.example")))
                .isEqualTo(forwarded("SRS0+abc=XY=h.example=a@first.example"));
        String third = path("SRS1=hash=first.example==abc=XY=home.example=ann@second.example");
        assertThat(third).endsWith("=first.example==abc=XY=home.example=ann@fwd.example");
        assertThat(read(third)).isEqualTo(forwarded("SRS0=abc=XY=home.example=ann@first.example"));
    }

    @Test
    void itCountsForTwentyOneDaysHoweverOldItsKeyIs() {
        String path = path("ann@home.example");
        current = NEW;
        for (int day = 0; day <= 21; day++) {
            now = NOON.plus(Duration.ofDays(day));
            assertThat(read(path)).isEqualTo(forwarded("ann@home.example"));
        }
        assertThat(path("ann@home.example")).contains("=K3Y1");
        now = NOON.plus(Duration.ofDays(22));
        assertThat(read(path)).isEqualTo(new ReturnPaths.Forwarded(mailbox("ann@home.example"), true));
        now = NOON.minus(Duration.ofDays(1));
        assertThat(read(path)).as("of a node whose clock is ahead").isEqualTo(forwarded("ann@home.example"));
    }

    @Test
    void noCharacterOfItMayBeAnother() {
        String path = path("ann@home.example");
        int at = path.indexOf('@');
        for (int i = 0; i < at; i++) {
            char other = path.charAt(i) == 'q' || path.charAt(i) == 'Q' ? 'r' : 'Q';
            String forged = path.substring(0, i) + other + path.substring(i + 1);
            assertThat(read(forged)).as(forged).isNotInstanceOf(ReturnPaths.Forwarded.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SRS0=x@fwd.example", "SRS0==AB=home.example=ann@fwd.example", "srs1=@FWD.example",
            "SRS0=K3Y0AAAAAAAA=@fwd.example", "SRS0=K3Y0AAAAAAAA=AB=home.example=ann@fwd.example",
            "SRS0+K3Y0AAAAAAAA=AB=home.example=ann@fwd.example", "SRS1=K3Y0AAAAAAAA=a==b@fwd.example"})
    void whatHasOnlyTheFormIsForged(String path) {
        assertThat(read(path)).isInstanceOf(ReturnPaths.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@fwd.example", "SRS0@fwd.example", "SRS0x@fwd.example", "SRS2=a@fwd.example",
            "SRS0=a=b=c=d@else.example", "srs@fwd.example"})
    void otherAddressesAreForeign(String address) {
        assertThat(read(address)).isInstanceOf(ReturnPaths.Foreign.class);
    }

    @Test
    void whatDoesNotFitKeepsItsOwnPath() {
        assertThat(path("a".repeat(33) + "@h.example")).hasSize(64 + "@fwd.example".length());
        assertThat(paths.of(mailbox("a".repeat(34) + "@h.example"))).isEmpty();
        assertThat(paths.of(mailbox("ann@[192.0.2.1]"))).isEmpty();
        assertThat(paths.of(mailbox("ann@fwd.example"))).isEmpty();
    }

    @Test
    void aStoreOutOfReachHoldsUpNothing() {
        storeGone = true;
        assertThat(paths.of(mailbox("ann@home.example"))).isEmpty();
        storeGone = false;
        String path = path("ann@home.example");
        storeGone = true;
        now = NOON.plus(Duration.ofHours(2));
        assertThat(path("ann@home.example")).isEqualTo(path);
    }

    @Test
    void nothingIsTooOddToRead() {
        Random random = new Random(20260301);
        String[] pieces = {"SRS0", "SRS1", "=", "==", "+", "-", "K3Y0", "AAAAAAAA", "AB", "home.example", "ann", "@",
                "\"", "\\",
                "\u00fc", " "};
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "SRS0=K3Y0" : "");
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String local = text.length() == 0 ? "x" : text.toString();
            assertThat(paths.read(new Mailbox(local, OURS))).isNotInstanceOf(ReturnPaths.Forwarded.class);
            MailboxParser.parse(local + "@home.example")
                    .toOptional()
                    .flatMap(paths::of)
                    .ifPresent(path -> assertThat(paths.read(path)).isInstanceOf(ReturnPaths.Forwarded.class));
        }
    }
}
