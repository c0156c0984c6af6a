package org.postern.store.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.event.EventKind.DEFERRED;
import static org.postern.event.EventKind.DELIVERED;
import static org.postern.event.EventKind.FAILED;
import static org.postern.event.EventKind.RECEIVED;

import org.junit.jupiter.api.Test;
import org.postern.event.Event;
import org.postern.event.Fate;
import org.postern.event.Progress;
import org.postern.event.Sought;
import org.postern.event.TracePage;
import org.postern.event.TraceQuery;
import org.postern.event.TracedLine;
import org.postern.event.TracedRecipient;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every trace finds, whatever keeps it. */
interface TraceSearchContract extends TraceContract {
    private static Event received(String id, int second, String from, String... to) {
        return Events.of(RECEIVED, id, second).from(from).to(to).build();
    }

    @Test
    default void findsByQueueIdInAnyCase() {
        store(FIRST, SECOND);
        assertThat(keys(FIRST.toLowerCase(java.util.Locale.ROOT))).containsExactly(FIRST);
    }

    @Test
    default void findsBySenderAndByRecipientWithoutRegardToCase() {
        trace().store(List.of(received(FIRST, 0, "Alice@One.example", "bob@two.example"),
                received(SECOND, 1, "bob@two.example", "carol@three.example")));

        assertThat(keys("alice@one.EXAMPLE")).containsExactly(FIRST);
        assertThat(keys("BOB@two.example")).containsExactly(SECOND, FIRST);
        assertThat(keys("nobody@two.example")).isEmpty();
    }

    @Test
    default void findsByDomainButNotByAPartOfIt() {
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example")));

        assertThat(keys("@two.example")).containsExactly(FIRST);
        assertThat(keys("one.example")).containsExactly(FIRST);
        assertThat(keys("two.exampl.e")).isEmpty();
        assertThat(keys("o.example")).isEmpty();
    }

    @Test
    default void findsByTheBeginningOfALocalPartLiterally() {
        trace().store(List.of(received(FIRST, 0, "a_b@one.example", "x@two.example"),
                received(SECOND, 1, "axb@one.example", "x@two.example")));

        assertThat(keys("a_b")).containsExactly(FIRST);
        assertThat(keys("A")).containsExactly(SECOND, FIRST);
        assertThat(keys("b")).isEmpty();
        assertThat(keys("%")).isEmpty();
    }

    @Test
    default void findsByTimeFromTheFirstInstantUpToButWithoutTheLast() {
        trace().store(List.of(received(FIRST, 10, "a@one.example", "b@two.example"),
                received(SECOND, 20, "a@one.example", "b@two.example")));

        assertThat(keys(TraceQuery.latest(10).between(Events.at(10), Events.at(20)))).containsExactly(FIRST);
    }

    @Test
    default void findsByProgress() {
        trace().store(List.of(received(FIRST, 0, "a@one.example", "b@two.example"),
                received(SECOND, 1, "a@one.example", "b@two.example"),
                Events.of(DELIVERED, SECOND, 2).to("b@two.example").build()));

        assertThat(keys(TraceQuery.latest(10).which(Progress.DELIVERED))).containsExactly(SECOND);
    }

    /** Of m1 to m4, m3 bounced, m4 waits, the others have it. */
    private void mixed() {
        trace().store(List.of(
                received(FIRST, 0, "a@one.example", "m1@app.example", "m2@app.example", "m3@app.example",
                        "m4@other.example"),
                Events.of(DELIVERED, FIRST, 1).to("m1@app.example", "m2@app.example").reply("250 ok").build(),
                Events.of(FAILED, FIRST, 1).to("m3@app.example").reply("550 5.1.1 nobody").build(),
                Events.of(DEFERRED, FIRST, 2).to("m4@other.example").reply("451 later").build(),
                received(SECOND, 5, "a@one.example", "b@two.example"),
                Events.of(DELIVERED, SECOND, 6).to("b@two.example").reply("250 fine").build()));
    }

    private TracedLine only(TraceQuery query) {
        List<TracedLine> lines = trace().find(query).lines();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    @Test
    default void theLineShowsTheRecipientThatWasSoughtHisFateAndTheLastWords() {
        mixed();
        TracedLine bounced = only(TraceQuery.latest(10).by(Sought.parse("m3@app.example")));
        assertThat(bounced.recipient()).map(TracedRecipient::address).contains("m3@app.example");
        assertThat(bounced.recipient()).map(TracedRecipient::progress).contains(Progress.FAILED);
        assertThat(bounced.lastWords()).contains("550 5.1.1 nobody");
        assertThat(bounced.sought()).isEqualTo(1);

        TracedLine waiting = only(TraceQuery.latest(10).by(Sought.parse("@other.example")));
        assertThat(waiting.lastWords()).contains("451 later");
    }

    @Test
    default void theOutcomeOfOneRecipientFindsTheMessage() {
        mixed();
        TracedLine failed = only(TraceQuery.latest(10).which(Progress.FAILED));
        assertThat(failed.message().key()).isEqualTo(FIRST);
        assertThat(failed.recipient()).map(TracedRecipient::address).contains("m3@app.example");
        assertThat(keys(TraceQuery.latest(10).which(Progress.DELIVERED))).containsExactly(SECOND, FIRST);
        assertThat(keys(TraceQuery.latest(10).which(Progress.REFUSED))).isEmpty();
    }

    @Test
    default void theOutcomeIsThatOfTheRecipientWhoIsSought() {
        mixed();
        TraceQuery failed = TraceQuery.latest(10).which(Progress.FAILED);
        assertThat(keys(failed.by(Sought.parse("m1@app.example")))).isEmpty();
        assertThat(only(failed.by(Sought.parse("app.example"))).recipient()).map(TracedRecipient::address)
                .contains("m3@app.example");
        assertThat(keys(failed.by(Sought.parse("a@one.example")))).containsExactly(FIRST);
    }

    @Test
    default void whereNobodyIsSoughtTheLineTellsHowManyHaveComeHowFar() {
        mixed();
        List<TracedLine> lines = trace().find(TraceQuery.latest(10)).lines();
        assertThat(lines.getLast().message().fates()).containsExactly(new Fate(Progress.WAITING, 1),
                new Fate(Progress.DELIVERED, 2), new Fate(Progress.FAILED, 1));
        assertThat(lines.getLast().sought()).isZero();
        assertThat(lines.getLast().lastWords()).isEmpty();
        assertThat(lines.getFirst().lastWords()).contains("250 fine");
    }

    @Test
    default void fatesAreCountedAnewWhenAStoryGoesOn() {
        mixed();
        trace().store(List.of(Events.of(DELIVERED, FIRST, 9).to("m4@other.example").reply("250 ok").build()));
        assertThat(trace().message(FIRST).orElseThrow().fates()).containsExactly(new Fate(Progress.DELIVERED, 3),
                new Fate(Progress.FAILED, 1));
    }

    /** Two messages, of which the first can be told by anything there is. */
    private void named() {
        trace().store(List.of(
                Events.of(RECEIVED, FIRST, 0)
                        .session("01HYSESSION1")
                        .from("user3@one.example")
                        .to("bob.smith@b\u00fccher.example")
                        .peer("Mail.Client.example [2001:db8:0:0:0:0:0:7]:4711")
                        .header("<Abc.123@client.example>", "Invoice 4711 for \u00c4rger_50%")
                        .build(),
                Events.of(DELIVERED, FIRST, 3)
                        .to("bob.smith@b\u00fccher.example")
                        .peer("mx.example [192.0.2.99]:25")
                        .reply("250 2.0.0 Ok: queued as 4XyZ7w1abc")
                        .build(),
                Events.of(RECEIVED, "02AAAAAAAAAAAAA2", 5).from("").to("user33@two.example").build()));
    }

    @Test
    default void findsByWhateverAMessageIsKnownBy() {
        named();
        for (String text : List.of("2001:db8::7", "[IPv6:2001:DB8::7]", "Mail.Client.example [2001:db8::7]:25",
                "mail.client.EXAMPLE", "EHLO mail.client.example", "Abc.123@client.example",
                "Message-ID: <Abc.123@client.example>", "4XyZ7w1abc", "250 2.0.0 Ok: queued as 4XyZ7w1abc",
                "550 5.7.1 Relaying denied [ref 01HYSESSION1]", "01HZZZZ", "01hzz", "user3@",
                "@xn--bcher-kva.example", "xn--bcher-kva.example", "B\u00dcCHER.example",
                "bob.smith@xn--bcher-kva.example", "RCPT TO:<bob.smith@b\u00fccher.example>", "bob.smith",
                "subject: invoice", "4711 for", "\u00e4rger_50%", "invoice",
                "250 2.6.0 Message accepted, queued as " + FIRST)) {
            assertThat(keys(text)).as(text).containsExactly(FIRST);
        }
        assertThat(keys("<>")).containsExactly("02AAAAAAAAAAAAA2");
        assertThat(keys("192.0.2.7")).containsExactly("02AAAAAAAAAAAAA2");
    }

    @Test
    default void findsByWhatIsTooLongToBeKept() {
        String local = "abc".repeat(100);
        String id = "<" + local + "@" + "host.".repeat(100) + "example>";
        String subject = "Your  order\t" + "of many things ".repeat(60);
        trace().store(List.of(
                Events.of(RECEIVED, FIRST, 0).from("a@one.example").to("b@two.example").header(id, subject).build(),
                Events.of(RECEIVED, SECOND, 1).from("def".repeat(200) + "@one.example").header("<7.x>", "x").build()));
        for (String text : List.of(id, id.substring(1, id.length() - 1), "Message-ID: " + id, subject,
                "Subject: " + subject, "your order")) {
            assertThat(keys(text)).as(text).containsExactly(FIRST);
        }
        for (String text : List.of("<7.x>", "Message-ID: 7.x", "def".repeat(200) + "@one.example")) {
            assertThat(keys(text)).as(text).containsExactly(SECOND);
        }
    }

    @Test
    default void findsNothingByWhatIsOnlyLikeIt() {
        named();
        for (String text : List.of("192.0.2.99", "abc.124@client.example", "4XyZ7w", "[ref 01HYSESSION]", "ser3@",
                "er.example", "subject: 5_%", "01HZZZZZZZZZZZZ9")) {
            assertThat(keys(text)).as(text).isEmpty();
        }
    }

    @Test
    default void aGreetingThatWasRefusedIsFoundByItsName() {
        trace().store(List.of(Events.refusal("session-1", 0)
                .peer("unknown [192.0.2.66]:99")
                .detail("EHLO spammer.example; policy")
                .build()));
        assertThat(keys("spammer.example")).containsExactly("session-1");
        assertThat(keys("192.0.2.66")).containsExactly("session-1");
        assertThat(keys("unknown")).isEmpty();
    }

    @Test
    default void keepsTheSubjectWhicheverStepComesFirst() {
        trace().store(List.of(Events.of(DELIVERED, FIRST, 5).to("b@two.example").build()));
        trace().store(List.of(Events.of(RECEIVED, FIRST, 0).to("b@two.example").header("<i@x>", "late").build()));
        trace().store(List.of(Events.of(DELIVERED, FIRST, 6).to("b@two.example").build()));
        assertThat(trace().message(FIRST).orElseThrow().subject()).contains("late");
        assertThat(keys("Message-ID: <i@x>")).containsExactly(FIRST);
    }

    private void store(String... ids) {
        IntStream.range(0, ids.length)
                .forEach(i -> trace().store(List.of(received(ids[i], i, "a@one.example", "b@two.example"))));
    }

    private List<String> keys(String text) {
        return keys(TraceQuery.latest(100).by(Sought.parse(text)));
    }

    private List<String> keys(TraceQuery query) {
        return keys(trace().find(query));
    }

    private static List<String> keys(TracePage page) {
        return Stream.of(page).flatMap(some -> some.lines().stream()).map(line -> line.message().key()).toList();
    }
}
