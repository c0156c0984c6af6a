package org.postern.pipeline.letters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.broker.ReceivedMail;
import org.postern.delivery.gate.DestinationGate;
import org.postern.delivery.outcome.AfterAttempt;
import org.postern.delivery.outcome.Attempt;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.NextSteps;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.queue.QueuedMail;
import org.postern.report.receive.MailedReports;
import org.postern.report.receive.ReadReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The end of the way for mail that a route leads to the reports: it is read and kept, and its story says what it was. What is no report is kept as that, and told; it
 * does not come back to anybody. One message is read at a time, so that no more than one is in memory; others that come meanwhile are put off, so that they hold nobody up
 * who delivers.
 */
@Singleton
public class ReportDelivery {
    /** How long others wait while one is read. */
    static final Duration PAUSE = Duration.ofSeconds(10);
    /** How often a report is tried that cannot be kept while others can. */
    static final int MOST_TRIES = 5;
    private static final int LONGEST_WORDS = 400;

    private final ReceivedReports reports;
    private final AfterAttempt afterAttempt;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();

    @Inject
    ReportDelivery(ReceivedReports reports, AfterAttempt afterAttempt, InstantSource clock) {
        this.reports = reports;
        this.afterAttempt = afterAttempt;
        this.clock = clock;
    }

    /** {@return whether it is for this} */
    public static boolean isFor(QueuedMail mail) {
        return mail.destination().filter(Destination.Reports.class::isInstance).isPresent();
    }

    /**
     * {@return what follows} The mail waits where the database takes nothing. Nobody is told that it waits or was not kept: anybody can have written it.
     *
     * @throws IOException when the content cannot be read
     */
    public NextSteps take(ReceivedMail received) throws IOException {
        if (!reading.tryLock()) {
            Instant now = clock.instant();
            return withoutNotice(received, afterAttempt.notTried(received.delivery(), received.mail(),
                    new DestinationGate.Shut(now.plus(PAUSE), "another report is being read", true), now));
        }
        try {
            return withoutNotice(received, after(received, reply(received.mail())));
        } finally {
            reading.unlock();
        }
    }

    private NextSteps withoutNotice(ReceivedMail received, NextSteps next) {
        if (next.report().isEmpty()) {
            return next;
        }
        return next.parked().isPresent()
                ? new NextSteps(next.events(), next.parked(), Optional.empty())
                : after(received, notKept("its time is over"));
    }

    private NextSteps after(ReceivedMail received, Reply reply) {
        QueuedMail mail = received.mail();
        List<RecipientResult> results = mail.message()
                .envelope()
                .recipients()
                .stream()
                .map(recipient -> new RecipientResult(recipient, new Diagnosis.Local(Optional.empty(), reply)))
                .toList();
        return afterAttempt.after(received.delivery(), mail, new Attempt(results, Attempt.Contact.NONE),
                clock.instant());
    }

    private Reply reply(QueuedMail mail) throws IOException {
        try {
            String words = MailedReports.in(mail.message(), clock.instant())
                    .stream()
                    .map(this::kept)
                    .collect(Collectors.joining("; "));
            return Reply.of(250, "2.0.0", printable(words));
        } catch (RuntimeException e) {
            String words = printable(String.valueOf(e.getMessage()));
            return mail.course().attemptsAfterNext() >= MOST_TRIES && isWell()
                    ? notKept(words)
                    : Reply.of(451, "4.3.0", "the report cannot be kept now: " + words);
        }
    }

    private static Reply notKept(String words) {
        return Reply.of(250, "2.0.0", "not kept: " + words);
    }

    private boolean isWell() {
        try {
            reports.list(clock.instant(), Optional.empty(), 1);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private String kept(ReadReport report) {
        return switch (reports.keep(report)) {
            case KEPT -> report.report().words();
            case KNOWN -> report.report().words() + ", known already";
            case NO_ROOM -> report.report().words() + ", not kept: too many came today";
        };
    }

    /** Strangers have written some of it. */
    private static String printable(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS)).replaceAll("[^ -~]", "?");
    }
}
