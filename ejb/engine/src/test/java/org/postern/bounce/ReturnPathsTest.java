package org.postern.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.ReversePath;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class ReturnPathsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final QueueId ID = new QueueId("0123456789ABCDEF");
    private static final ReturnKey KEY = new ReturnKey("K3Y0", "c2VjcmV0");
    private static final ReturnKey OTHER = new ReturnKey("K3Y0", "b3RoZXI=");

    private final Senders senders = new Senders();
    private Instant now = NOON;
    private boolean storeGone;

    /** Keeps senders in memory, and counts how often it is asked to. */
    private static final class Senders implements ReturnSenders {
        private final Map<String, Mailbox> known = new HashMap<>();
        private boolean isGone;
        private boolean isFull;
        private int asked;

        @Override
        public boolean keep(String name, Mailbox sender) {
            asked++;
            if (isGone) {
                throw new IllegalStateException("the database is gone");
            }
            if (!isFull) {
                known.put(name, sender);
            }
            return !isFull;
        }

        @Override
        public Optional<Mailbox> find(String name) {
            return Optional.ofNullable(known.get(name));
        }
    }

    private ReturnPaths paths(ReturnKey key) {
        ReturnKeys keys = new ReturnKeys() {
            @Override
            public ReturnKey current() {
                if (storeGone) {
                    throw new IllegalStateException("the database is gone");
                }
                return key;
            }

            @Override
            public Optional<ReturnKey> find(String id) {
                return Optional.of(key).filter(known -> known.id().equals(id));
            }
        };
        return new ReturnPaths(new ReturnPaths.Settings(new Domain("bounces.example.org"),
                List.of(RecipientPattern.parse("news.example.org")), Duration.ofDays(10)), keys, senders, () -> now);
    }

    private static Message from(ReversePath sender) {
        return new Message(ID, new Envelope(sender, Parameters.NONE, List.of()), Content.of(new byte[0]));
    }

    private static Message from(String domain) {
        return from(ReversePath.of(new Mailbox("robot", new Domain(domain))));
    }

    private Mailbox issued() {
        return paths(KEY).outward(from("news.example.org")).envelope().reversePath().mailbox().orElseThrow();
    }

    @Test
    void givesTheMailOfChosenSendersAPathThatLeadsBackToIt() {
        assertThat(issued().domain()).hasToString("bounces.example.org");
        assertThat(issued().localPart()).startsWith("bounce-").hasSizeLessThanOrEqualTo(Mailbox.MAX_LOCAL_OCTETS);
        assertThat(paths(KEY).read(issued())).isEqualTo(new ReturnPaths.Issued(ID));
    }

    @Test
    void leavesTheMailOfOthersAndReportsAlone() {
        assertThat(paths(KEY).outward(from("example.org")).envelope().reversePath().address())
                .isEqualTo("robot@example.org");
        assertThat(paths(KEY).outward(from(ReversePath.NULL)).envelope().reversePath().isNull()).isTrue();
    }

    @Test
    void doesNotMindWhichCaseAPathComesBackIn() {
        Mailbox shouted = new Mailbox(issued().localPart().toUpperCase(Locale.ROOT), issued().domain());
        assertThat(paths(KEY).read(shouted)).isEqualTo(new ReturnPaths.Issued(ID));
    }

    @Test
    void knowsWhatItHasNotIssued() {
        String path = issued().localPart();
        for (int i = "bounce-".length(); i < path.length(); i++) {
            char other = path.charAt(i) == '2' ? '3' : '2';
            Mailbox changed = new Mailbox(path.substring(0, i) + other + path.substring(i + 1), issued().domain());
            assertThat(paths(KEY).read(changed)).as(changed.localPart()).isEqualTo(new ReturnPaths.Forged());
        }
        assertThat(paths(OTHER).read(issued())).isEqualTo(new ReturnPaths.Forged());
    }

    @Test
    void knowsOtherAddressesFromItsOwn() {
        assertThat(paths(KEY).read(new Mailbox("bounce-me", issued().domain()))).isEqualTo(new ReturnPaths.Foreign());
        assertThat(paths(KEY).read(new Mailbox(issued().localPart(), new Domain("example.org"))))
                .isEqualTo(new ReturnPaths.Foreign());
    }

    @Test
    void letsAPathExpire() {
        Mailbox path = issued();
        now = NOON.plus(Duration.ofDays(10));
        assertThat(paths(KEY).read(path)).isEqualTo(new ReturnPaths.Issued(ID));
        now = NOON.plus(Duration.ofDays(11));
        assertThat(paths(KEY).read(path)).isEqualTo(new ReturnPaths.Expired(ID));
    }

    @Test
    void letsMailLeaveWithItsOwnPathWhenThereIsNoKey() {
        storeGone = true;
        assertThat(paths(KEY).outward(from("news.example.org")).envelope().reversePath().address())
                .isEqualTo("robot@news.example.org");
    }

    @Test
    void knowsTheSenderFromThePathAlone() {
        assertThat(paths(KEY).sender(issued())).map(Mailbox::toString).contains("robot@news.example.org");
        assertThat(senders.known).hasSize(1);
    }

    @Test
    void knowsNoSenderThatTheStoreHasForgotten() {
        Mailbox path = issued();
        senders.known.clear();
        assertThat(paths(KEY).sender(path)).isEmpty();
        assertThat(paths(KEY).read(path)).isEqualTo(new ReturnPaths.Issued(ID));
    }

    @Test
    void asksTheStoreOnceAnHourForASender() {
        ReturnPaths paths = paths(KEY);
        for (int i = 0; i < 10; i++) {
            paths.outward(from("news.example.org"));
        }
        assertThat(senders.asked).isEqualTo(1);
        now = NOON.plus(Duration.ofHours(2));
        paths.outward(from("news.example.org"));
        assertThat(senders.asked).isEqualTo(2);
    }

    @Test
    void aStoreThatIsFullRefusesNobodyWhomItKeeps() {
        ReturnPaths paths = paths(KEY);
        senders.isFull = true;
        assertThat(paths.outward(from("news.example.org")).envelope().reversePath().address())
                .isEqualTo("robot@news.example.org");
        senders.isFull = false;
        assertThat(paths.outward(from("news.example.org")).envelope().reversePath().address()).startsWith("bounce-");
    }

    @Test
    void letsMailLeaveWithItsOwnPathWhileItsSenderCannotBeKeptAndAsksOnlyNowAndThen() {
        ReturnPaths paths = paths(KEY);
        senders.isGone = true;
        for (int i = 0; i < 10; i++) {
            assertThat(paths.outward(from("news.example.org")).envelope().reversePath().address())
                    .isEqualTo("robot@news.example.org");
        }
        assertThat(senders.asked).isEqualTo(2);
        senders.isGone = false;
        now = NOON.plusSeconds(11);
        assertThat(paths.outward(from("news.example.org")).envelope().reversePath().address()).startsWith("bounce-");
    }
}
