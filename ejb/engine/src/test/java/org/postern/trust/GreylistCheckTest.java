package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Verdict;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.reputation.ListKind;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.grey.Contacts;
import org.postern.reputation.grey.Greylist;
import org.postern.reputation.grey.GreylistTimes;

import java.time.Duration;
import java.util.Optional;

/** Who has to come again. */
class GreylistCheckTest {
    /** Nobody has. */
    static final GreylistCheck NONE = new GreylistCheck(
            new Greylist(new Contacts(),
                    () -> new GreylistTimes(Duration.ofMinutes(5), Duration.ofDays(2), Duration.ofDays(35)),
                    Strangers.CLOCK),
            Optional::empty, failure -> {
            });
    private static final Mailbox BOB = new Mailbox("bob", new Domain("here.example"));

    private final Strangers strangers = new Strangers();

    GreylistCheckTest() {
        strangers.lists("bl.example", ListKind.ADDRESSES, 4);
        strangers.zone.knows("66.2.0.192.bl.example", "A", "127.0.0.2")
                .knows("67.2.0.192.bl.example", "A", "127.0.0.2");
        strangers.greylisting = Optional.of(4);
    }

    private Examined tried(String client, Mailbox... recipients) throws Exception {
        return strangers.examined(client, "sender.example", "sender.example", recipients);
    }

    private void later(Duration time) {
        strangers.now = strangers.now.plus(time);
    }

    @Test
    void whoIsSuspiciousIsToComeAgainAndIsKnownThen() throws Exception {
        Examined first = tried("192.0.2.66", Strangers.ANN);
        assertThat(first.refusal()).contains(TrustReplies.GREYLISTED);
        assertThat(first.assessment().verdict()).isEqualTo(Verdict.DEFER);
        assertThat(first.assessment().reason()).hasToString("by the setting trust.greylist; score 4.4, and"
                + " <sender.example> of 192.0.2.0/24 is not known to ann@here.example; may come again in 300 s; rule greylist");
        later(Duration.ofMinutes(4));
        assertThat(tried("192.0.2.66", Strangers.ANN).refusal()).isPresent();
        later(Duration.ofMinutes(1));
        assertThat(tried("192.0.2.67", Strangers.ANN).refusal()).isEmpty();
        later(Duration.ofDays(30));
        assertThat(tried("192.0.2.66", Strangers.ANN).refusal()).isEmpty();
    }

    @Test
    void whomNobodySuspectsLeavesNoTrace() throws Exception {
        assertThat(tried("192.0.2.1", Strangers.ANN).refusal()).isEmpty();
        assertThat(strangers.contacts.size()).isZero();
    }

    @Test
    void nobodyIsGreylistedUnlessAnOperatorWantsIt() throws Exception {
        strangers.greylisting = Optional.empty();
        assertThat(tried("192.0.2.66", Strangers.ANN).refusal()).isEmpty();
        assertThat(strangers.contacts.size()).isZero();
    }

    @Test
    void whatIsRefusedAnywayIsNotPutOff() throws Exception {
        strangers.people(ListEntry.Effect.BLOCK, "sender.example", ListEntry.ALL, Optional.empty());
        assertThat(tried("192.0.2.66", Strangers.ANN).refusal()).contains(TrustReplies.BLOCKED);
        assertThat(strangers.contacts.size()).isZero();
    }

    @Test
    void whoIsKnownToOneOfHisRecipientsIsLetIn() throws Exception {
        tried("192.0.2.66", Strangers.ANN);
        later(Duration.ofMinutes(5));
        assertThat(tried("192.0.2.66", BOB).refusal()).isPresent();
        assertThat(tried("192.0.2.66", BOB, Strangers.ANN).refusal()).isEmpty();
    }

    @Test
    void aMessageToManyRemembersTen() throws Exception {
        Mailbox[] many = new Mailbox[100];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Mailbox("r" + i, new Domain("here.example"));
        }
        assertThat(tried("192.0.2.66", many).refusal()).isPresent();
        assertThat(strangers.contacts.size()).isEqualTo(10);
    }

    @Test
    void whoFailsAtOnceWithAnotherIsTriedAgain() throws Exception {
        strangers.contacts.fails(1);
        assertThat(tried("192.0.2.66", Strangers.ANN).refusal()).isPresent();
        assertThat(strangers.failures).isEmpty();
    }

    @Test
    void mailGoesOnWhileNothingIsKnownOfAnybody() throws Exception {
        strangers.contacts.fails(2);
        assertThat(tried("192.0.2.66", Strangers.ANN).refusal()).isEmpty();
        assertThat(strangers.failures).hasSize(1);
    }
}
