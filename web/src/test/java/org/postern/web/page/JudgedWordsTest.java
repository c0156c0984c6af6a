package org.postern.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.HeaderFacts;
import org.postern.receiver.Reason;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class JudgedWordsTest {
    private final JudgedWords words = new JudgedWords();

    private static Event with(Assessment found, String note) {
        return new Event("e", Instant.EPOCH, EventKind.RECEIVED, Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.of(note), found,
                HeaderFacts.NONE);
    }

    @Test
    void saysWhatWasDecidedByWhichScoreAndWhy() {
        Assessment found = Assessment.of(List.of(new Symbol("A", 3.5, "seen"), new Symbol("B", -1, "")))
                .judged(Verdict.QUARANTINE, Reason.setting("trust.quarantine"));
        assertThat(words.verdict(with(found, "")))
                .isEqualTo("quarantined; score 2.50; by the setting trust.quarantine");
        assertThat(words.verdict(with(found, "by the setting trust.quarantine"))).isEqualTo("quarantined; score 2.50");
        assertThat(words.verdict(with(Assessment.NONE, "note"))).isEmpty();
    }

    @Test
    void writesResultsAsTheFieldDoes() {
        assertThat(words.result(new MethodResult("spf", ResultName.FAIL, Property.smtp("mailfrom", "a.example"))
                .because("no such host"))).isEqualTo("spf=fail smtp.mailfrom=a.example (no such host)");
    }
}
