package org.postern.answer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.postern.client.BytesInMemory;
import org.postern.client.EventNames;
import org.postern.client.MailEvent;
import org.postern.client.PropertiesPage;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.event.OutcomeWish;
import org.postern.event.SubmissionOutcome;
import org.postern.event.Telling;
import org.postern.mail.Domain;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;

import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

class EventDocumentTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final QueueId ID = new QueueId("0123456789ABCDEF");

    private final EventSource events = new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1)));

    private static Recipient recipient(String local, Map<String, String> parameters) {
        return new Recipient(new ForwardPath(new Mailbox(local, new Domain("b.example"))), Parameters.of(parameters));
    }

    private List<JsonObject> documents(SubmissionOutcome outcome, List<Recipient> recipients,
            UnaryOperator<Telling> more) {
        OutcomeWish wish = new OutcomeWish("queue:answers", Optional.of("order-7"), OutcomeWish.outcomes("all"));
        Telling telling = Telling.of(Optional.of(wish), outcome, "key").map(more).orElseThrow().standing(recipients);
        Event event = events.of(EventKind.DELIVERED)
                .queueId(ID)
                .to(recipients)
                .peer("mx.b.example [192.0.2.1]:25")
                .telling(Optional.of(telling))
                .event();
        return EventDocument.of(event, telling).stream().map(EventDocument::text).map(EventDocumentTest::read).toList();
    }

    private static JsonObject read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Test
    void eachRecipientHasADocument() {
        List<JsonObject> both = documents(SubmissionOutcome.DELIVERED,
                List.of(recipient("x", Map.of()), recipient("y", Map.of())), same -> same);
        assertThat(both).extracting(one -> one.getString("recipient")).containsExactly("x@b.example", "y@b.example");
        assertThat(both.getFirst().keySet()).containsExactly("kind", "key", "at", "queueId", "host", "recipient",
                "correlation");
        assertThat(both.getLast().getString("key")).isEqualTo("delivered>key>y@b.example");
    }

    @Test
    void whatConcernsTheWholeHasOne() {
        List<JsonObject> whole = documents(SubmissionOutcome.ACCEPTED,
                List.of(recipient("x", Map.of()), recipient("y", Map.of())), same -> same);
        assertThat(whole).singleElement().satisfies(one -> {
            assertThat(one.getString("key")).isEqualTo("accepted>key");
            assertThat(one).doesNotContainKey("recipient");
        });
    }

    @Test
    void aReportThatNamesNobodyIsToldAllTheSame() {
        assertThat(documents(SubmissionOutcome.RETURNED, List.of(recipient("x", Map.of())),
                telling -> telling.naming(List.of())))
                .singleElement()
                .satisfies(one -> assertThat(one).doesNotContainKey("recipient"));
        assertThat(documents(SubmissionOutcome.RETURNED, List.of(), telling -> telling.naming(List.of("z@b.example"))))
                .extracting(one -> one.getString("recipient"))
                .containsExactly("z@b.example");
    }

    @Test
    void whoeverStandsForAnotherIsSaidToDoSo() {
        assertThat(documents(SubmissionOutcome.FAILED,
                List.of(recipient("x", Map.of("ORCPT", "rfc822;sales+2Buk@b.example")),
                        recipient("y", Map.of("ORCPT", "rfc822;y@b.example")),
                        recipient("z", Map.of("ORCPT", "x400;z"))),
                same -> same)).extracting(one -> one.getString("originalRecipient", "himself"))
                .containsExactly("sales+uk@b.example", "himself", "himself");
    }

    @Test
    void whatTheOtherSideSaysIsCut() {
        Telling.Ground endless = new Telling.Ground(Optional.of("for good"), Optional.empty(), Optional.of("5.1.1"),
                Optional.of("550 " + "x".repeat(5_000)));
        JsonObject one = documents(SubmissionOutcome.FAILED, List.of(recipient("x", Map.of())),
                told -> told.because(endless))
                .getFirst();
        assertThat(one.getString("reply")).hasSize(2_000).startsWith("550 xxx");
        assertThat(one.getString("status")).isEqualTo("5.1.1");
    }

    @Test
    void applicationsReadBackWhatIsWritten() throws Exception {
        for (SubmissionOutcome outcome : SubmissionOutcome.values()) {
            EventDocument document = outcome == SubmissionOutcome.REFUSED
                    ? EventDocument.refused("refused>ID:1", NOON, "\"gr\u00fc\u00df\" \\ \u0001\r\n", Optional.of("7"))
                    : EventDocument.of(events.of(EventKind.DELIVERED).queueId(ID).event(),
                            Telling.of(Optional.of(new OutcomeWish("queue:answers", Optional.of("7"),
                                    OutcomeWish.outcomes("all"))), outcome, "key")
                                    .orElseThrow()
                                    .standing(List.of(recipient("x", Map.of())))
                                    .naming(List.of("x@b.example")))
                            .getFirst();
            MailEvent event = MailEvent.parse(document.text());
            assertThat(event.kind()).isEqualTo(outcome.word());
            assertThat(event).isNotInstanceOf(MailEvent.Later.class);
            assertThat(event.key()).isEqualTo(document.key());
            assertThat(event.at()).isEqualTo(NOON);
            assertThat(event.correlation()).contains("7");
        }
    }

    @Test
    void itsMessageHasThePropertiesOfTheContract() throws Exception {
        BytesInMemory message = new BytesInMemory();
        OutcomeTeller.describe(message.message(), new EventDocument(SubmissionOutcome.DELIVERED, "delivered>1", NOON,
                Optional.of("order-7"), Map.of(EventNames.RECIPIENT, "x@b.example", EventNames.QUEUE_ID, "1")));
        assertThat(PropertiesPage.types(message)).isEqualTo(PropertiesPage.setByGateway("events"));
        assertThat(message.head()).containsEntry("JMSCorrelationID", "order-7");
    }
}
