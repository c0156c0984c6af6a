package org.postern.delivery.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.Mail.NOON;

import org.junit.jupiter.api.Test;
import org.postern.delivery.Mail;
import org.postern.delivery.SetClock;
import org.postern.delivery.gate.DestinationGate;
import org.postern.delivery.host.NextServer;
import org.postern.event.Event;
import org.postern.event.EventSource;
import org.postern.mail.Message;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.ParkedMessage;
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

class AfterAttemptTest {
    private static final NextServer SERVER = new NextServer("mx.example.net", InetAddress.ofLiteral("192.0.2.1"), 25);
    private static final Reply TAKEN = Reply.of(250, "2.0.0", "queued");
    private static final Reply LATER = Reply.of(451, "4.7.1", "greylisted");
    private static final Reply NEVER = Reply.of(550, "5.1.1", "no such user");
    private static final Instant LATE = NOON.plus(Duration.ofDays(5));

    private static final QueueIds IDS = new QueueIds(new SetClock(), new Random(1));

    private final AfterAttempt afterAttempt = new AfterAttempt(
            new RetryPlans(List.of(), new RetryPlan(
                    new RetrySchedule(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)), Duration.ofDays(5), 0),
                    Map.of(), Optional.of(Duration.ofHours(4)))),
            new Random(1), IDS, new EventSource(new SetClock(), IDS));

    private static Attempt attempt(Message message, Reply... replies) {
        List<RecipientResult> results = new ArrayList<>();
        List<Recipient> recipients = message.envelope().recipients();
        for (int i = 0; i < replies.length; i++) {
            results.add(new RecipientResult(recipients.get(i), new Diagnosis.Remote(SERVER, replies[i])));
        }
        return new Attempt(results, Attempt.Contact.REACHED);
    }

    private NextSteps after(Message message, int attempts, Instant now, Reply... replies) {
        return afterAttempt.after("taking", Mail.queued(message, attempts), attempt(message, replies), now);
    }

    private static List<String> story(NextSteps steps) {
        return steps.events()
                .stream()
                .map(e -> e.kind() + " " + e.recipients() + e.reply().map(r -> " " + r).orElse(""))
                .toList();
    }

    @Test
    void tellsOfADeliveryInTheWordsOfTheServer() {
        NextSteps steps = after(Mail.to("x@example.net", "y@example.net"), 0, NOON, TAKEN, TAKEN);
        assertThat(story(steps)).containsExactly("DELIVERED [x@example.net, y@example.net] 250 2.0.0 queued");
        Event event = steps.events().getFirst();
        assertThat(event.peer()).contains("mx.example.net [192.0.2.1]:25");
        assertThat(event.destination()).contains("mx:example.net");
        assertThat(steps.parked()).isEmpty();
        assertThat(steps.report()).isEmpty();
    }

    @Test
    void parksThoseWhoWereDeferred() {
        NextSteps steps = after(Mail.to("x@example.net", "y@example.net"), 0, NOON, TAKEN, LATER);
        assertThat(story(steps)).containsExactly("DELIVERED [x@example.net] 250 2.0.0 queued",
                "DEFERRED [y@example.net] 451 4.7.1 greylisted", "PARKED [y@example.net] 451 4.7.1 greylisted");
        ParkedMessage parked = steps.parked().orElseThrow();
        assertThat(parked.due()).contains(NOON.plusSeconds(60));
        assertThat(parked.mail().attempts()).isEqualTo(1);
        assertThat(parked.mail().message().envelope().recipients()).hasSize(1);
        assertThat(parked.lastReply()).isEqualTo("451 4.7.1 greylisted");
        assertThat(parked.queue()).isEqualTo("postern.outgoing");
        assertThat(steps.report()).isEmpty();
    }

    @Test
    void anAttemptThatAPersonAskedForUsesUpNoStepOfTheSchedule() {
        QueuedMail waiting = Mail.queued(Mail.to("x@example.net"), 1);
        Attempt failed = attempt(waiting.message(), LATER);
        ParkedMessage byTime = afterAttempt.after("taking", waiting, failed, NOON).parked().orElseThrow();
        ParkedMessage asked = afterAttempt.after("taking", waiting.askedFor(), failed, NOON).parked().orElseThrow();
        assertThat(byTime.due()).contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(asked.due()).contains(NOON.plus(Duration.ofMinutes(1)));
        assertThat(asked.mail().attempts()).isEqualTo(1);
        assertThat(asked.mail().course().asked()).isFalse();
    }

    @Test
    void parksUnderAKeyOfTheTaking() {
        Attempt attempt = attempt(Mail.to("x@example.net"), LATER);
        NextSteps steps = afterAttempt.after("first", Mail.queued(Mail.to("x@example.net"), 0), attempt, NOON);
        assertThat(steps.parked().orElseThrow().key()).startsWith("first");
    }

    @Test
    void reportsThoseWhoFailed() {
        NextSteps steps = after(Mail.to("x@example.net", "y@example.net"), 0, NOON, NEVER, TAKEN);
        assertThat(story(steps)).containsExactly("DELIVERED [y@example.net] 250 2.0.0 queued",
                "FAILED [x@example.net] 550 5.1.1 no such user", "BOUNCED [sender@example.org]");
        DeliveryStatusNotice notice = steps.report().orElseThrow().notice();
        assertThat(notice.to()).hasToString("sender@example.org");
        assertThat(notice.recipients()).hasSize(1);
        assertThat(notice.recipients().getFirst().status()).hasToString("5.1.1");
        assertThat(steps.events().getLast().detail()).contains("failed: notice " + notice.id());
        assertThat(steps.parked()).isEmpty();
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        NextSteps steps = after(Mail.to("x@example.net"), 30, LATE, LATER);
        assertThat(story(steps)).containsExactly("DEFERRED [x@example.net] 451 4.7.1 greylisted",
                "FAILED [x@example.net] 451 4.7.1 greylisted", "BOUNCED [sender@example.org]");
        assertThat(steps.report().orElseThrow().notice().recipients().getFirst().status()).hasToString("4.4.7");
        assertThat(steps.parked()).isEmpty();
    }

    @Test
    void neverReportsToTheNullReversePath() {
        Message bounce = Mail.from(ReversePath.NULL, List.of(Recipient.of(Mail.mailbox("x@example.net"))));
        NextSteps steps = after(bounce, 0, NOON, NEVER);
        assertThat(story(steps)).containsExactly("FAILED [x@example.net] 550 5.1.1 no such user");
        assertThat(steps.report()).isEmpty();
    }

    @Test
    void neverReportsToThoseWhoDoNotWantToKnow() {
        ReversePath sender = ReversePath.of(Mail.mailbox("sender@example.org"));
        Message message = Mail.from(sender, List.of(Mail.recipient("x@example.net", "NOTIFY", "NEVER"),
                Mail.recipient("y@example.net", "NOTIFY", "success,failure")));
        NextSteps steps = after(message, 0, NOON, NEVER, NEVER);
        assertThat(steps.report().orElseThrow().notice().recipients()).extracting(ReportedRecipient::mailbox)
                .hasToString("[y@example.net]");
    }

    private NextSteps taken(Diagnosis.Handover handover, String wish) {
        ReversePath sender = ReversePath.of(Mail.mailbox("sender@example.org"));
        Message message = Mail.from(sender, List.of(Mail.recipient("x@example.net", "NOTIFY", wish)));
        RecipientResult result = new RecipientResult(message.envelope().recipients().getFirst(),
                new Diagnosis.Taken(SERVER, TAKEN, "in the clear", handover));
        return afterAttempt.after("taking", Mail.queued(message, 0),
                new Attempt(List.of(result), Attempt.Contact.REACHED), NOON);
    }

    @Test
    void reportsWhatIsRelayedToAServerThatDoesNotReport() {
        NextSteps.Report report = taken(Diagnosis.Handover.SILENT, "SUCCESS").report().orElseThrow();
        assertThat(report.notice().recipients()).extracting(ReportedRecipient::action)
                .containsExactly(new Action.Relayed());
        assertThat(report.notice().recipients().getFirst().status()).hasToString("2.0.0");
        assertThat(report.untold()).isEmpty();
    }

    @Test
    void keepsANoticeOfMoreThanFailuresAsItIs() {
        Message message = Mail.from(ReversePath.of(Mail.mailbox("sender@example.org")),
                List.of(Mail.recipient("x@example.net", "NOTIFY", "SUCCESS"),
                        Mail.recipient("y@example.net", "NOTIFY", "FAILURE")));
        List<Recipient> recipients = message.envelope().recipients();
        Attempt attempt = new Attempt(
                List.of(new RecipientResult(recipients.getFirst(),
                        new Diagnosis.Taken(SERVER, TAKEN, "in the clear", Diagnosis.Handover.SILENT)),
                        new RecipientResult(recipients.getLast(), new Diagnosis.Remote(SERVER, NEVER))),
                Attempt.Contact.REACHED);
        NextSteps.Report report = afterAttempt.after("taking", Mail.queued(message, 0), attempt, NOON)
                .report()
                .orElseThrow();
        assertThat(report.notice().recipients()).hasSize(2);
        assertThat(report.untold()).isEmpty();
    }

    @Test
    void reportsWhatIsDeliveredForGood() {
        assertThat(taken(Diagnosis.Handover.FINAL, "failure,success").report().orElseThrow().notice().recipients())
                .extracting(ReportedRecipient::action)
                .containsExactly(new Action.Delivered());
    }

    @Test
    void leavesTheReportOnSuccessToAServerThatReports() {
        assertThat(taken(Diagnosis.Handover.REPORTS, "SUCCESS").report()).isEmpty();
    }

    @Test
    void reportsSuccessToThoseAloneWhoWantToKnow() {
        assertThat(taken(Diagnosis.Handover.SILENT, "FAILURE,DELAY").report()).isEmpty();
        assertThat(taken(Diagnosis.Handover.SILENT, "NEVER").report()).isEmpty();
    }

    @Test
    void parksWithoutAnAttemptWhatTheGateSendsAway() {
        DestinationGate.Shut shut = new DestinationGate.Shut(NOON.plusSeconds(10), "connection refused");
        NextSteps steps = afterAttempt.notTried("taking", Mail.queued(Mail.to("x@example.net"), 3), shut, NOON);
        assertThat(story(steps)).containsExactly("PARKED [x@example.net] 451 4.4.1 not tried: connection refused");
        ParkedMessage parked = steps.parked().orElseThrow();
        assertThat(parked.mail().attempts()).isEqualTo(3);
        assertThat(parked.due()).contains(NOON.plusSeconds(10));
    }

    @Test
    void givesUpWhatTheGateSendsAwayForTooLong() {
        DestinationGate.Shut shut = new DestinationGate.Shut(LATE.plusSeconds(10), "connection refused");
        NextSteps steps = afterAttempt.notTried("taking", Mail.queued(Mail.to("x@example.net"), 3), shut, LATE);
        assertThat(steps.parked()).isEmpty();
        assertThat(steps.report()).isPresent();
    }

    @Test
    void neverGivesUpWhatItIsItselfTooBusyFor() {
        DestinationGate.Shut full = new DestinationGate.Shut(LATE.plusSeconds(10), "as many as may be", true);
        NextSteps steps = afterAttempt.notTried("taking", Mail.queued(Mail.to("x@example.net"), 0), full, LATE);
        assertThat(steps.parked().orElseThrow().due()).contains(LATE.plusSeconds(10));
        assertThat(story(steps)).noneMatch(event -> event.startsWith("FAILED"));
    }

    private static final Instant LONG = NOON.plus(Duration.ofHours(4));

    @Test
    void tellsTheSenderOnceThatItTakesLonger() {
        NextSteps steps = after(Mail.to("x@example.net"), 5, LONG, LATER);
        assertThat(steps.report().orElseThrow().notice().recipients()).singleElement()
                .satisfies(one -> assertThat(one.action()).isEqualTo(new Action.Delayed(LATE)));
        assertThat(steps.report().orElseThrow().untold()).isEmpty();
        assertThat(story(steps)).last().asString().isEqualTo("BOUNCED [sender@example.org]");
        QueuedMail waiting = steps.parked().orElseThrow().mail();
        assertThat(waiting.course().delayTold()).isTrue();
        assertThat(afterAttempt.after("again", waiting, attempt(waiting.message(), LATER), LONG.plusSeconds(9))
                .report()).isEmpty();
    }

    @Test
    void tellsNobodyEarlyOrWhoDoesNotWantIt() {
        assertThat(after(Mail.to("x@example.net"), 5, LONG.minusSeconds(1), LATER).report()).isEmpty();
        ReversePath sender = ReversePath.of(Mail.mailbox("sender@example.org"));
        Message message = Mail.from(sender, List.of(Mail.recipient("x@example.net", "NOTIFY", "FAILURE"),
                Mail.recipient("y@example.net", "NOTIFY", "failure,delay")));
        NextSteps steps = after(message, 5, LONG, LATER, LATER);
        assertThat(steps.report().orElseThrow().notice().recipients()).extracting(ReportedRecipient::mailbox)
                .hasToString("[y@example.net]");
        Message bounce = Mail.from(ReversePath.NULL, List.of(Recipient.of(Mail.mailbox("x@example.net"))));
        assertThat(after(bounce, 5, LONG, LATER).report()).isEmpty();
    }

    @Test
    void givesUpWhenItsSenderWantsIt() {
        QueuedMail mail = QueuedMail
                .of(Mail.to("x@example.net"), Arrival.at(NOON).expiring(Optional.of(NOON.plusSeconds(90))))
                .to(Optional.of(Mail.EXAMPLE))
                .tried(1);
        NextSteps early = afterAttempt.after("taking", mail, attempt(mail.message(), LATER), NOON.plusSeconds(60));
        assertThat(early.parked().orElseThrow().due()).contains(NOON.plusSeconds(90));
        NextSteps late = afterAttempt.after("taking", mail, attempt(mail.message(), LATER), NOON.plusSeconds(90));
        assertThat(late.report().orElseThrow().notice().recipients().getFirst().status()).hasToString("5.4.7");
        assertThat(afterAttempt.expired("taking", mail, NOON.plusSeconds(95)).report()).isPresent();
    }

    @Test
    void failsWhatAPersonGivesUp() {
        NextSteps steps = afterAttempt.givenUp("key", Mail.queued(Mail.to("x@example.net"), 2),
                Reply.of(550, "5.7.1", "not wanted"), NOON);
        assertThat(story(steps)).containsExactly("FAILED [x@example.net] 550 5.7.1 not wanted",
                "BOUNCED [sender@example.org]");
    }
}
