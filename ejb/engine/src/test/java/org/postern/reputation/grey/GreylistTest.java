package org.postern.reputation.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.reputation.grey.GreylistVerdict.ComeAgain;
import org.postern.reputation.grey.GreylistVerdict.Known;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Map;
import java.util.Random;

class GreylistTest {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final Duration MEMORY = Duration.ofDays(35);
    private static final Contact CONTACT = contact("192.0.2.9", "ann", "bob");

    private final Contacts contacts = new Contacts();
    private final Map<Contact, Acquaintance> remembered = contacts.remembered;
    private Instant now = Instant.ofEpochSecond(1_700_000_000);
    private final Greylist greylist = new Greylist(contacts, () -> new GreylistTimes(PAUSE, PATIENCE, MEMORY),
            () -> now);

    private static Contact contact(String client, String sender, String recipient) {
        return Contact.of(InetAddress.ofLiteral(client),
                ReversePath.of(new Mailbox(sender, new Domain("Sender.example"))),
                new Mailbox(recipient, new Domain("here.example")));
    }

    private GreylistVerdict after(Duration time) {
        now = now.plus(time);
        return greylist.tried(CONTACT);
    }

    @Test
    void whoIsNotKnownIsToComeAgain() {
        assertThat(after(Duration.ZERO)).isEqualTo(new ComeAgain(PAUSE));
        assertThat(after(Duration.ofMinutes(2))).isEqualTo(new ComeAgain(Duration.ofMinutes(3)));
    }

    @Test
    void whoComesTooSoonDoesNotWaitLongerForIt() {
        for (int i = 0; i < 5; i++) {
            assertThat(after(Duration.ofMinutes(i == 0 ? 0 : 1))).isInstanceOf(ComeAgain.class);
        }
        assertThat(after(Duration.ofMinutes(1))).isInstanceOf(Known.class);
    }

    @Test
    void whoCameAgainIsKnownForAsLongAsHeKeepsComing() {
        after(Duration.ZERO);
        after(PAUSE);
        for (int i = 0; i < 4; i++) {
            assertThat(after(MEMORY.minusSeconds(1))).isInstanceOf(Known.class);
        }
        assertThat(after(MEMORY)).isInstanceOf(ComeAgain.class);
    }

    @Test
    void whoComesTooLateIsNew() {
        after(Duration.ZERO);
        assertThat(after(PATIENCE)).isEqualTo(new ComeAgain(PAUSE));
        assertThat(after(PAUSE)).isInstanceOf(Known.class);
    }

    @Test
    void aPersonCanLetOnePass() {
        after(Duration.ZERO);
        greylist.release(CONTACT);
        assertThat(after(Duration.ZERO)).isInstanceOf(Known.class);
        assertThat(after(MEMORY)).isInstanceOf(ComeAgain.class);
    }

    @Test
    void aPersonCanLetOnePassThatNeverCame() {
        greylist.release(CONTACT);
        assertThat(after(MEMORY.minusSeconds(1))).isInstanceOf(Known.class);
    }

    @Test
    void neighboursAndOtherLocalPartsOfOneDomainAreOneContact() {
        assertThat(contact("192.0.2.200", "bounce+1", "BOB")).isEqualTo(CONTACT);
        assertThat(contact("192.0.3.9", "ann", "bob")).isNotEqualTo(CONTACT);
        assertThat(contact("192.0.2.9", "ann", "eve")).isNotEqualTo(CONTACT);
        assertThat(contact("2001:db8:0:1::5", "ann", "bob")).isEqualTo(contact("2001:db8:0:1:ffff::6", "ann", "bob"));
        assertThat(Contact.of(InetAddress.ofLiteral("192.0.2.9"), ReversePath.NULL,
                new Mailbox("x".repeat(400), new Domain("here.example"))))
                .satisfies(one -> assertThat(one.sender()).isEmpty())
                .satisfies(one -> assertThat(one.recipient()).hasSize(Contact.LONGEST_RECIPIENT));
    }

    @Test
    void timesThatLetNobodyPassAreRefused() {
        assertThatThrownBy(() -> new GreylistTimes(PAUSE, PAUSE, MEMORY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GreylistTimes(Duration.ofSeconds(-1), PATIENCE, MEMORY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverTriesLongEnoughWithinPatiencePasses() {
        Random random = new Random(6647);
        for (int i = 0; i < 2000; i++) {
            remembered.clear();
            Instant first = now;
            GreylistVerdict verdict = after(Duration.ZERO);
            while (verdict instanceof ComeAgain(Duration wait)) {
                assertThat(now).isBefore(first.plus(PAUSE));
                assertThat(wait).isPositive();
                verdict = after(Duration.ofSeconds(1 + random.nextInt(400)));
            }
            assertThat(now).isAfterOrEqualTo(first.plus(PAUSE));
        }
    }

    @Test
    void whatIsOverIsForgotten() {
        after(Duration.ZERO);
        Contact other = contact("192.0.2.9", "ann", "carl");
        greylist.release(other);
        now = now.plus(PATIENCE).plusSeconds(1);
        assertThat(greylist.waiting(Optional.empty(), 10)).extracting(GreylistStore.Waiting::contact)
                .containsExactly(CONTACT);
        greylist.forget();
        assertThat(remembered).containsOnlyKeys(other);
        now = now.plus(MEMORY);
        greylist.forget();
        assertThat(remembered).isEmpty();
    }
}
