package org.postern.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 2026-12-04 is a Friday. */
class RuleTimesTest {
    private static RuleTimes times(String... keysAndTexts) {
        Map<String, List<String>> texts = new LinkedHashMap<>(
                Map.of("name", List.of("a"), "action", List.of("accept")));
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            texts.put(keysAndTexts[i], List.of(keysAndTexts[i + 1].split(",")));
        }
        return new RuleText(texts).toRule().when();
    }

    private static boolean at(RuleTimes times, String time) {
        return times.include(LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Berlin")));
    }

    @ParameterizedTest
    @CsvSource({"09:00-17:00, 2026-12-04T09:00, true", "09:00-17:00, 2026-12-04T16:59:59, true",
            "09:00-17:00, 2026-12-04T17:00, false", "09:00-17:00, 2026-12-04T08:59, false",
            "22:00-06:30, 2026-12-04T23:00, true", "22:00-06:30, 2026-12-05T06:29, true",
            "22:00-06:30, 2026-12-05T06:30, false", "18:00-24:00, 2026-12-04T23:59, true",
            "00:00-24:00, 2026-12-04T12:00, true"})
    void hoursEndBeforeTheirEnd(String hours, String time, boolean counts) {
        assertThat(at(times("hours", hours), time)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"mon-fri, 2026-12-04T12:00, true", "mon-fri, 2026-12-05T12:00, false",
            "sat-mon, 2026-12-06T12:00, true",
            "sat-mon, 2026-12-07T12:00, true", "sat-mon, 2026-12-08T12:00, false"})
    void daysGoAroundTheWeek(String days, String time, boolean counts) {
        assertThat(at(times("days", days), time)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-04T23:00, true", "2026-12-05T05:00, true", "2026-12-05T23:00, false",
            "2026-12-04T05:00, false"})
    void aNightBelongsToTheDayOnWhichItBegins(String time, boolean counts) {
        assertThat(at(times("days", "fri", "hours", "22:00-06:00"), time)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-03T23:59, false", "2026-12-04T00:00, true", "2026-12-06T23:59, true",
            "2026-12-07T00:00, false"})
    void theFirstAndTheLastDayCount(String time, boolean counts) {
        assertThat(at(times("since", "2026-12-04", "until", "2026-12-06"), time)).isEqualTo(counts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours=9-5", "hours=09:00", "hours=09:00-25:00", "days=monday", "days=x-y",
            "since=tomorrow", "until=2026-02-30"})
    void whatIsNoTimeIsTold(String text) {
        String[] parts = text.split("=");
        assertThatThrownBy(() -> times(parts)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as in");
    }
}
