package org.postern.pipeline.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.bounce.ReturnWishes;
import org.postern.event.Event;
import org.postern.event.EventSource;
import org.postern.event.OutcomeWish;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.notice.ReportedFailure;
import org.postern.smtp.EnhancedStatus;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ReturnedFailuresTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final QueueId ABOUT = new QueueId("0123456789ABCDEF");
    private static final QueueId REPORT = new QueueId("FEDCBA9876543210");

    private final ReturnedFailures failures = new ReturnedFailures(
            new EventSource(NOON, new QueueIds(NOON, new Random(1))));

    private List<Event> events(ReportedFailure... reported) {
        return failures.events(ABOUT, List.of(reported), REPORT, Optional.empty());
    }

    private static ReportedFailure failure(String address, String words) {
        return new ReportedFailure(List.of(address), Optional.of(new EnhancedStatus(5, 1, 1)), words);
    }

    @Test
    void tellsOfEachRecipientThatTheReportNames() {
        assertThat(events(failure("X@example.net", "no such user"), failure("y@example.net", "no such user")))
                .extracting(Event::recipients)
                .containsExactly(List.of("X@example.net"), List.of("y@example.net"));
    }

    @Test
    void tellsOnceWhatOneReportSaysAThousandTimes() {
        List<ReportedFailure> same = Collections.nCopies(1000, failure("x@example.net", "no such user"));
        assertThat(events(same.toArray(ReportedFailure[]::new))).singleElement()
                .satisfies(event -> assertThat(event.reply()).contains("5.1.1 no such user"));
    }

    private Telling told(List<String> known, ReportedFailure failure) {
        OutcomeWish wish = new OutcomeWish("queue:answers", Optional.of("order-7"), OutcomeWish.USUAL);
        return failures.events(ABOUT, List.of(failure), REPORT, Optional.of(new ReturnWishes.Awaited(wish, known)))
                .getFirst()
                .telling()
                .orElseThrow();
    }

    @Test
    void tellsTheApplicationOfTheRecipientThatItKnows() {
        Telling told = told(List.of("x@example.net", "y@example.net"), failure("X@example.net", "no such user"));
        assertThat(told.outcome()).isEqualTo(SubmissionOutcome.RETURNED);
        assertThat(told.named()).contains(List.of("x@example.net"));
        assertThat(told.keyOf("x@example.net")).isEqualTo("returned>0123456789ABCDEF>bad mailbox>x@example.net");
        assertThat(told.ground().status()).contains("5.1.1");
        assertThat(told.ground().reply()).contains("no such user");
    }

    @Test
    void whoeverReportsOnASingleRecipientMeansThatOne() {
        assertThat(told(List.of("x@example.net"), failure("inner@example.net", "no")).named())
                .contains(List.of("x@example.net"));
        assertThat(told(List.of(), failure("inner@example.net", "no")).named())
                .contains(List.of("inner@example.net"));
    }

    @Test
    void givesWhatIsReportedAgainTheNameItHadSoThatTheStoryKeepsItOnce() {
        String name = events(failure("x@example.net", "no such user")).getFirst().id();
        assertThat(events(failure("X@example.net", "really no such user")).getFirst().id()).isEqualTo(name)
                .hasSizeLessThan(64);
        assertThat(events(failure("y@example.net", "no such user")).getFirst().id()).isNotEqualTo(name);
    }
}
