package org.postern.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.HeaderFacts;
import org.postern.mail.QueueId;
import org.postern.receiver.Reason;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class EventCodecTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Event FULL = new Event("1", AT, EventKind.DELIVERED,
            Optional.of(new QueueId("0123456789ABCDEF")),
            Optional.of("SESSION"), Optional.of(""), List.of("a@b.example", "\"x\\\"y\"@b.example"),
            Optional.of("mx [::1]:25"),
            Optional.of("mx:b.example"), Optional.of("250 2.0.0 \u00fc \"ok\"\r\n\u0000"), 1L << 40,
            Optional.of("detail"),
            new Assessment(List.of(new Symbol("A_1", -1.25, "\"x\" \u00fc"), Symbol.noted("B", "")),
                    new Reason(Optional.of("relay"), Optional.of("RFC 5321, 3.6"), Optional.of("seen"))),
            new HeaderFacts(Optional.of("id@b.example"), Optional.of("\u00fc \"so\"")));
    private static final Event BARE = new Event("2", AT, EventKind.REFUSED, Optional.empty(), Optional.empty(),
            Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(),
            Assessment.NONE, HeaderFacts.NONE);

    @Test
    void whatIsWrittenIsRead() {
        assertThat(EventCodec.read(EventCodec.write(List.of(FULL, BARE)))).containsExactly(FULL, BARE);
        assertThat(EventCodec.read(EventCodec.write(List.of()))).isEmpty();
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(EventCodec.write(List.of(BARE))).isEqualTo(
                "[{\"id\":\"2\",\"at\":\"2026-03-01T12:00:00.123456Z\",\"kind\":\"REFUSED\"}]");
    }

    @Test
    void skipsWhatALaterWriterAdds() {
        assertThat(EventCodec.read("""
                [{"new": {"id": "x", "list": [1, {}]}, "newer": [{"id": "y"}], "id": "2", "newest": null,
                  "at": "2026-03-01T12:00:00.123456Z", "kind": "REFUSED"}]""")).containsExactly(BARE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "[{\"id\":\"1\"}]", "[{\"id\":\"1\",\"at\":\"now\",\"kind\":\"REFUSED\"}]",
            "[{\"id\":\"1\",\"at\":\"2026-03-01T12:00:00Z\",\"kind\":\"OTHER\"}]", "[{\"id\":", "x"})
    void tellsWhatIsNoEvent(String text) {
        assertThatThrownBy(() -> EventCodec.read(text)).isInstanceOf(RuntimeException.class);
    }
}
