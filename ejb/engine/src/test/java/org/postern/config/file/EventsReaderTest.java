package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.SenderPattern;
import org.postern.event.StandingWish;
import org.postern.event.SubmissionOutcome;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class EventsReaderTest {
    private static Reading read(String text) {
        return new ConfigurationReader(Overrides.none()).read("gw.toml", text);
    }

    private static List<String> problems(String text) {
        return ((Reading.Invalid) read(text)).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsWhereTheOutcomesOfWhichSendersAreTold() {
        Configuration configuration = ((Reading.Valid) read("""
                [[events]]
                sender = "app.example"
                to     = "queue:shop.events"
                [[events]]
                sender = ".app.example"
                to     = "topic:failures"
                kinds  = "failed,expired"
                """)).configuration();
        EnumSet<SubmissionOutcome> usual = EnumSet.allOf(SubmissionOutcome.class);
        usual.removeAll(Set.of(SubmissionOutcome.DEFERRED, SubmissionOutcome.REFUSED));
        assertThat(configuration.events()).containsExactly(
                new StandingWish(SenderPattern.parse("app.example"), "queue:shop.events", usual),
                new StandingWish(SenderPattern.parse(".app.example"), "topic:failures",
                        Set.of(SubmissionOutcome.FAILED, SubmissionOutcome.EXPIRED)));
    }

    @Test
    void saysWhatIsWrongAndInWhichLine() {
        assertThat(problems("""
                [[events]]
                to = "queue:shop.events"
                [[events]]
                sender = "app.example"
                to = "host:mail.example"
                kinds = "failed,lost"
                kind = "failed"
                [[events]]
                sender = "app.example"
                to = "queue:postern.outgoing"
                kinds = "refused"
                """)).containsExactlyInAnyOrder("gw.toml:1:1: sender is missing",
                "gw.toml:5:1: events go to queue:… or topic:…, not to host:mail.example",
                "gw.toml:6:1: no outcome is called lost", "gw.toml:7:1: unknown: kind; is kinds meant?",
                "gw.toml:10:1: queues named postern.… are the gateway's own",
                "gw.toml:11:1: a refusal is told to nobody but who has handed in what is refused");
    }
}
