package org.postern.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueId;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class ReplyAddressesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Domain OURS = new Domain("replies.example");
    private static final QueueId QUESTION = new QueueId("0123456789ABCDEF");
    private static final ReturnKey OLD = new ReturnKey("K3Y0", "c2VjcmV0");
    private static final ReturnKey NEW = new ReturnKey("K3Y1", "b3RoZXI=");
    private static final ReturnKey OF_OTHERS = new ReturnKey("K3Y0", "b3RoZXI=");

    private final Map<QueueId, Conversation> kept = new HashMap<>();
    private ReturnKey current = OLD;
    private boolean storeGone;
    private Instant now = NOON;
    private final ReplyAddresses addresses = addresses(Optional.of(OURS));

    private void reachStore() {
        if (storeGone) {
            throw new IllegalStateException("the database is gone");
        }
    }

    private ReplyAddresses addresses(Optional<Domain> domain) {
        return new ReplyAddresses(domain, new ReturnKeys() {
            @Override
            public ReturnKey current() {
                reachStore();
                return current;
            }

            @Override
            public Optional<ReturnKey> find(String id) {
                reachStore();
                return List.of(OLD, NEW).stream().filter(key -> key.id().equals(id)).findFirst();
            }
        }, new Conversations() {
            @Override
            public void keep(QueueId question, Conversation conversation) {
                reachStore();
                kept.put(question, conversation);
            }

            @Override
            public Optional<Conversation> find(QueueId question) {
                reachStore();
                return Optional.ofNullable(kept.get(question));
            }
        }, () -> now);
    }

    private static Conversation untilTomorrow() {
        return new Conversation("answers", Optional.of("order-7"), NOON.plus(Duration.ofDays(1)));
    }

    private Mailbox opened() {
        return addresses.open(QUESTION, untilTomorrow());
    }

    private ReplyAddresses.Reading read(String local) {
        return addresses.read(new Mailbox(local, OURS));
    }

    private static ReplyAddresses.Reading living() {
        return new ReplyAddresses.Asked(QUESTION, untilTomorrow(), false);
    }

    @Test
    void whatIsAnsweredFindsItsConversation() {
        Mailbox address = opened();
        assertThat(address.domain()).isEqualTo(OURS);
        assertThat(address.localPart()).matches("reply-[0-9a-z]{43}").hasSizeLessThan(Mailbox.MAX_LOCAL_OCTETS);
        assertThat(addresses.read(address)).isEqualTo(living());
    }

    @Test
    void theCaseMayChangeOnTheWayAndSoMayTheWayItIsWritten() {
        String local = opened().localPart();
        assertThat(read(local.toUpperCase(Locale.ROOT))).isEqualTo(living());
        assertThat(read('"' + local + '"')).isEqualTo(living());
        assertThat(addresses.read(new Mailbox(local, new Domain("REPLIES.Example")))).isEqualTo(living());
    }

    @Test
    void noCharacterOfItMayBeAnother() {
        String local = opened().localPart();
        for (int i = 0; i < local.length(); i++) {
            char other = local.charAt(i) == '2' ? '3' : '2';
            String forged = local.substring(0, i) + other + local.substring(i + 1);
            assertThat(read(forged)).as(forged).isNotInstanceOf(ReplyAddresses.Asked.class);
        }
    }

    @Test
    void whatIsSignedWithAnotherKeyIsUnknown() {
        opened();
        long end = untilTomorrow().end().getEpochSecond();
        assertThat(read(ReplyToken.sign(OF_OTHERS, end, QUESTION).toString()))
                .isEqualTo(new ReplyAddresses.Unknown());
        assertThat(read(ReplyToken.sign(OLD, end, QUESTION).toString())).isEqualTo(living());
    }

    @Test
    void itCountsUntilItsEndHoweverOldItsKeyIs() {
        Mailbox address = opened();
        current = NEW;
        now = untilTomorrow().end().minusSeconds(1);
        assertThat(addresses.read(address)).isEqualTo(living());
        assertThat(addresses.open(QUESTION, untilTomorrow()).localPart()).startsWith("reply-k3y1");
        now = untilTomorrow().end();
        assertThat(addresses.read(address)).isEqualTo(new ReplyAddresses.Asked(QUESTION, untilTomorrow(), true));
    }

    @Test
    void whatTheStoreHasForgottenIsUnknown() {
        Mailbox address = opened();
        kept.clear();
        assertThat(addresses.read(address)).isEqualTo(new ReplyAddresses.Unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "reply-", "reply-me", "+", "reply-k3y0+tag"})
    void otherAddressesAreForeign(String local) {
        assertThat(read(local)).isEqualTo(new ReplyAddresses.Foreign());
        assertThat(addresses.isOne(new Mailbox(local, OURS))).isFalse();
    }

    @Test
    void aTagOrAnotherDomainMakesItForeign() {
        String local = opened().localPart();
        for (String other : List.of(local + "+tag", "tag+" + local, local + ".", local.replace('r', '\u0280'),
                local.replace("reply", "rep\u217cy"))) {
            assertThat(read(other)).as(other).isEqualTo(new ReplyAddresses.Foreign());
        }
        assertThat(addresses.read(new Mailbox(local, new Domain("example"))))
                .isEqualTo(new ReplyAddresses.Foreign());
    }

    @Test
    void withoutADomainThereAreNone() {
        ReplyAddresses none = addresses(Optional.empty());
        assertThat(none.areMade()).isFalse();
        assertThat(none.read(opened())).isEqualTo(new ReplyAddresses.Foreign());
        assertThatThrownBy(() -> none.open(QUESTION, untilTomorrow())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDomainBeyondAsciiNeedsNoInternationalMail() {
        Mailbox address = addresses(Optional.of(new Domain("b\u00fccher.example"))).open(QUESTION, untilTomorrow());
        assertThat(address.isAscii()).isTrue();
    }

    @Test
    void noneIsMadeWhileItCannotBeKept() {
        storeGone = true;
        assertThatThrownBy(this::opened).hasMessage("the database is gone");
        storeGone = false;
        Mailbox address = opened();
        storeGone = true;
        assertThatThrownBy(this::opened).hasMessage("the database is gone");
        assertThatThrownBy(() -> addresses.read(address)).hasMessage("the database is gone");
    }

    @Test
    void nothingIsTooOddToRead() {
        Random random = new Random(20260302);
        String own = opened().localPart();
        String odd = "reply-0123k3y0abcdefghijklmnopqrstuvwxyzABCUIOL+=\"\\.\u017f\u0131\u00fc \u0000@";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(i % 4 == 0 ? "reply-" : own);
            for (int changes = random.nextInt(50); changes >= 0; changes--) {
                int at = random.nextInt(text.length() + 1);
                text.replace(at, Math.min(text.length(), at + random.nextInt(2)),
                        String.valueOf(odd.charAt(random.nextInt(odd.length()))));
            }
            String local = text.toString();
            boolean isOwn = new Mailbox(local, OURS).localName().toLowerCase(Locale.ROOT).equals(own);
            assertThat(read(local) instanceof ReplyAddresses.Asked).as(local).isEqualTo(isOwn);
        }
    }
}
