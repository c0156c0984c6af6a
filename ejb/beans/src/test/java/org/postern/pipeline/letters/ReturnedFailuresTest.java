package org.postern.pipeline.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.event.Event;
import org.postern.event.EventSource;
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
        return failures.events(ABOUT, List.of(reported), REPORT);
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

    @Test
    void givesWhatIsReportedAgainTheNameItHadSoThatTheStoryKeepsItOnce() {
        String name = events(failure("x@example.net", "no such user")).getFirst().id();
        assertThat(events(failure("X@example.net", "really no such user")).getFirst().id()).isEqualTo(name)
                .hasSizeLessThan(64);
        assertThat(events(failure("y@example.net", "no such user")).getFirst().id()).isNotEqualTo(name);
    }
}
