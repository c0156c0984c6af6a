package org.postern.web.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.admin.parked.ParkedAct;
import org.postern.admin.parked.Selection;
import org.postern.queue.ParkedFilter;
import org.postern.routing.Destination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ParkedWordsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** What somebody types behind {@code ./postern queue}. */
    private static Form typed(String line) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String word : ("action=" + line + " by=alice").split(" ", -1)) {
            int equals = word.indexOf('=');
            values.computeIfAbsent(word.substring(0, equals), name -> new ArrayList<>())
                    .add(word.substring(equals + 1));
        }
        return new Form(values);
    }

    private static Selection selected(String line) {
        return ParkedWords.selection(ParkedWords.known(typed(line)), NOON, (filter, most) -> Math.min(3, most));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop sendr=x@y.example expect=9", "bounce keys=ID expect=9", "drop reason= expect=9",
            "drop expect=9", "retry", "hold all=no", "spam all=yes", "drop all=yes sender=x@y.example expect=9",
            "drop key=",
            "drop key=ID sender=x@y.example", "drop sender=x@y.example sender=z@y.example expect=9",
            "list sendr=x@y.example",
            "retry to=host:a.example:25 all=yes", "resume"})
    void refusesWhatWouldReachMoreThanWasMeant(String line) {
        assertThatThrownBy(() -> {
            selected(line);
            throw new AssertionError(line);
        }).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesWhatIsMeant() {
        assertThat(selected("retry all=yes")).isEqualTo(new Selection.Matching(ParkedFilter.everything()));
        assertThat(selected("drop key=A key=B")).isEqualTo(new Selection.These(List.of("A", "B")));
        assertThat(selected("drop sender= expect=3"))
                .isEqualTo(new Selection.Matching(ParkedFilter.everything().from("")));
        assertThat(selected("hold domain=old.example"))
                .isEqualTo(new Selection.Matching(ParkedFilter.everything().toDomain("old.example")));
    }

    @Test
    void endsNoMoreThanAPersonExpects() {
        assertThatThrownBy(() -> selected("drop sender=x@y.example")).hasMessageContaining("about 3 messages");
        assertThatThrownBy(() -> selected("expire all=yes expect=2")).hasMessageContaining("More than 2");
        assertThatThrownBy(() -> selected("retry all=yes expect=2")).hasMessageContaining("More than 2");
        assertThat(selected("bounce all=yes expect=3")).isInstanceOf(Selection.Matching.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue:", "queue:postern.events", "queue:a/b", "host:relay.example:99999", "host::25",
            "mx:",
            "mx:a b", "mx", "refuse", "relay.example", ""})
    void refusesADestinationThatIsNone(String text) {
        assertThatThrownBy(() -> ParkedWords.destination(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsADestinationAsItStandsInARoute() {
        assertThat(ParkedWords.destination("host:Relay.example:25")).hasToString("host:relay.example:25");
        assertThat(ParkedWords.destination("mx:Example.ORG")).hasToString("mx:example.org");
        assertThat(ParkedWords.act(typed("redirect to=queue:orders")))
                .isEqualTo(new ParkedAct.RedirectTo(new Destination.ApplicationQueue("orders")));
    }

    @Test
    void leavesNothingForATerminalToObey() {
        assertThat(Printable.lines("a\u001B[2J\u009Bb\r\n\tc")).isEqualTo("a\uFFFD[2J\uFFFDb\r\n\tc");
        assertThat(Printable.word("a\tb\nc")).isEqualTo("a\uFFFDb\uFFFDc");
    }
}
