package org.postern.delivery.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.Mail.NOON;

import org.junit.jupiter.api.Test;
import org.postern.delivery.Mail;
import org.postern.delivery.SetClock;
import org.postern.delivery.host.NextServer;
import org.postern.event.Event;
import org.postern.event.EventSource;
import org.postern.event.OutcomeWish;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.QueuedMail;
import org.postern.smtp.Reply;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What an attempt comes to is told to the application whose mail it was, as far as it wants to hear of it. */
class TellsApplicationsTest {
    private static final NextServer SERVER = new NextServer("mx.example.net", InetAddress.ofLiteral("192.0.2.1"), 25);
    private static final Reply TAKEN = Reply.of(250, "2.0.0", "queued");
    private static final Reply LATER = Reply.of(451, "4.2.2", "full");
    private static final Reply NEVER = Reply.of(550, "5.1.1", "no such user");
    private static final Instant LATE = NOON.plus(Duration.ofDays(5));

    private final QueueIds ids = new QueueIds(new SetClock(), new Random(1));
    private final AfterAttempt afterAttempt = new AfterAttempt(
            new RetryPlans(List.of(), new RetryPlan(
                    new RetrySchedule(List.of(Duration.ofMinutes(1)), Duration.ofDays(5), 0), Map.of(),
                    Optional.empty())),
            new Random(1), ids, new EventSource(new SetClock(), ids));

    private static QueuedMail mail(String wishes, Recipient... recipients) {
        QueuedMail mail = Mail.queued(Mail.from(ReversePath.NULL, List.of(recipients)), 0);
        OutcomeWish wish = new OutcomeWish("queue:answers", Optional.of("order-7"), OutcomeWish.outcomes(wishes));
        return new QueuedMail(mail.message(), mail.arrival().wished(Optional.of(wish)), mail.course());
    }

    private List<Telling> told(QueuedMail mail, Instant now, Reply... replies) {
        List<RecipientResult> results = new ArrayList<>();
        for (int i = 0; i < replies.length; i++) {
            results.add(new RecipientResult(mail.message().envelope().recipients().get(i),
                    new Diagnosis.Remote(SERVER, replies[i])));
        }
        return told(afterAttempt.after("taking", mail, new Attempt(results, Attempt.Contact.REACHED), now));
    }

    private static List<Telling> told(NextSteps steps) {
        return steps.events().stream().map(Event::telling).flatMap(Optional::stream).toList();
    }

    private static Recipient recipient(String address) {
        return Recipient.of(Mail.mailbox(address));
    }

    @Test
    void eachRecipientHasItsOwnOutcome() {
        QueuedMail mail = mail("all", recipient("x@example.net"), recipient("y@example.net"),
                recipient("z@example.net"));
        List<Telling> told = told(mail, NOON, TAKEN, LATER, NEVER);
        assertThat(told).extracting(Telling::outcome)
                .containsExactly(SubmissionOutcome.DELIVERED, SubmissionOutcome.DEFERRED, SubmissionOutcome.FAILED);
        assertThat(told.get(0).ground().status()).contains("2.0.0");
        assertThat(told.get(1).next()).contains(NOON.plusSeconds(60));
        assertThat(told.get(2).ground()).isEqualTo(new Telling.Ground(Optional.of("for good"),
                Optional.of("bad mailbox"), Optional.of("5.1.1"), Optional.of("550 5.1.1 no such user")));
    }

    @Test
    void aDelayIsNamedByItsAttemptAndAnEndByItsRecipient() {
        List<Telling> told = told(mail("all", recipient("x@example.net"), recipient("y@example.net")), NOON, LATER,
                NEVER);
        assertThat(told.get(0).keyOf("x@example.net")).isEqualTo("deferred>0123456789ABCDEF>taking>x@example.net");
        assertThat(told.get(1).keyOf("y@example.net")).isEqualTo("failed>0123456789ABCDEF>y@example.net");
    }

    @Test
    void whatIsGivenUpWasNotDeferredOnceMore() {
        List<Telling> told = told(mail("all", recipient("x@example.net")), LATE, LATER);
        assertThat(told).extracting(Telling::outcome).containsExactly(SubmissionOutcome.EXPIRED);
        assertThat(told.getFirst().ground().status()).contains("4.4.7");
        assertThat(told.getFirst().ground().reply()).contains("451 4.2.2 full");
    }

    @Test
    void theTimeThatItsSenderHasSetIsOverToo() {
        QueuedMail mail = mail("all", recipient("x@example.net"), recipient("y@example.net"));
        QueuedMail brief = new QueuedMail(mail.message(), mail.arrival().expiring(Optional.of(NOON)), mail.course());
        List<Telling> told = told(brief, NOON, LATER, NEVER);
        assertThat(told).extracting(Telling::outcome)
                .containsExactlyInAnyOrder(SubmissionOutcome.FAILED, SubmissionOutcome.EXPIRED);
        assertThat(told(afterAttempt.expired("taking", brief, NOON))).extracting(Telling::outcome)
                .containsExactly(SubmissionOutcome.EXPIRED);
        assertThat(told(afterAttempt.expired("taking", brief, NOON)).getFirst().ground().status()).contains("5.4.7");
    }

    @Test
    void whatNobodyHasSaidIsNoReply() {
        QueuedMail mail = mail("all", recipient("x@example.net"));
        Reply ours = Reply.of(550, "5.7.1", "a person says so");
        Telling told = told(afterAttempt.givenUp("key", mail, ours, NOON)).getFirst();
        assertThat(told.outcome()).isEqualTo(SubmissionOutcome.FAILED);
        assertThat(told.ground().reply()).isEmpty();
        assertThat(told.ground().reason()).contains("for good; a person says so");
    }

    @Test
    void nothingIsToldThatIsNotWanted() {
        assertThat(told(mail("accepted,failed", recipient("x@example.net"), recipient("y@example.net")), NOON, TAKEN,
                LATER)).isEmpty();
    }

    @Test
    void aRecipientIsKnownByTheOneForWhomItStands() {
        QueuedMail mail = mail("all", Mail.recipient("x@example.net", "ORCPT", "rfc822;sales@app.example"));
        assertThat(told(mail, NOON, TAKEN).getFirst().originals()).containsExactly(
                Map.entry("x@example.net", "rfc822;sales@app.example"));
    }

    @Test
    void mailOfOthersIsToldToNobody() {
        NextSteps steps = afterAttempt.after("taking", Mail.queued(Mail.to("x@example.net"), 0),
                new Attempt(List.of(new RecipientResult(recipient("x@example.net"),
                        new Diagnosis.Remote(SERVER, NEVER))), Attempt.Contact.REACHED),
                NOON);
        assertThat(told(steps)).isEmpty();
    }
}
