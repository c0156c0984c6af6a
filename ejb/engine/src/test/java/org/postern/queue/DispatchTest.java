package org.postern.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RecipientPattern;
import org.postern.event.Event;
import org.postern.event.EventKind;
import org.postern.event.EventSource;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Message;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.QueueIds;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.routing.Alias;
import org.postern.routing.AliasTable;
import org.postern.routing.Destination;
import org.postern.routing.Route;
import org.postern.routing.RouteTable;
import org.postern.routing.RouteTarget;
import org.postern.routing.Router;
import org.postern.routing.Routing;
import org.postern.routing.Subaddress;
import org.postern.routing.Way;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class DispatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Destination ORDERS = new Destination.ApplicationQueue("orders");
    private static final Destination ELSEWHERE = new Destination.MailExchangers(new Domain("b.example"));

    private static final Routing ROUTING = new Routing(new RouteTable(List.of(new Route(
            RecipientPattern.parse("a.example"), new RouteTarget.To(new Destination.ApplicationQueue("orders")),
            Optional.empty()))), AliasTable.EMPTY,
            Subaddress.NONE);

    private final Dispatch dispatch = new Dispatch(
            new Router(() -> ROUTING, new Domain("gw.example"), Optional.empty()),
            new EventSource(InstantSource.fixed(NOON), new QueueIds(InstantSource.fixed(NOON), new Random(1))));

    private static Recipient recipient(String domain) {
        return Recipient.of(new Mailbox("x", new Domain(domain)));
    }

    private static Message message(String... domains) {
        return new Message(new QueueId("0123456789ABCDEF"), new Envelope(ReversePath.NULL, Parameters.NONE,
                Arrays.stream(domains).map(DispatchTest::recipient).toList()), Content.of(new byte[7]));
    }

    private Dispatch.Dispatched of(Message message, Optional<String> delivery) {
        return dispatch.of(QueuedMail.of(message, Arrival.at(NOON)), delivery);
    }

    @Test
    void applicationsGetTheirMailDirectlyAndOthersByTheOutgoingQueue() {
        Dispatch.Dispatched dispatched = of(message("a.example", "b.example"), Optional.empty());
        assertThat(dispatched.postings()).extracting(Posting::queue).containsExactly("orders", MailQueue.OUTGOING);
        assertThat(dispatched.postings()).extracting(p -> p.mail().destination())
                .containsExactly(Optional.of(ORDERS), Optional.of(ELSEWHERE));
        assertThat(dispatched.postings()).extracting(p -> p.mail().message().envelope().recipients())
                .containsExactly(List.of(recipient("a.example")), List.of(recipient("b.example")));
        assertThat(dispatched.nowhere()).isEmpty();
    }

    @Test
    void eachPostingHasItsEvent() {
        List<Event> events = of(message("a.example", "b.example"), Optional.empty()).events();
        assertThat(events).extracting(Event::kind).containsExactly(EventKind.HANDED_OVER, EventKind.ROUTED);
        assertThat(events).extracting(e -> e.destination().orElseThrow())
                .containsExactly("queue:orders", "mx:b.example");
        assertThat(events).extracting(Event::recipients)
                .containsExactly(List.of("x@a.example"), List.of("x@b.example"));
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void whatMayComeAgainIsPostedOnceForEachDestination() {
        assertThat(of(message("a.example", "b.example"), Optional.of("ID:1")).postings())
                .extracting(Posting::duplicateKey)
                .containsExactly(Optional.of("ID:1>queue:orders"), Optional.of("ID:1>mx:b.example"));
        assertThat(of(message("a.example"), Optional.empty()).postings())
                .extracting(Posting::duplicateKey)
                .containsExactly(Optional.empty());
    }

    @Test
    void whatIsForwardedIsTheSamePostingWhateverItsReversePathIsTheNextDay() {
        Alias alias = new Alias(Optional.of("x"), new Domain("a.example"),
                List.of(new Mailbox("x", new Domain("b.example"))), Optional.empty());
        Routing routing = new Routing(ROUTING.routes(), new AliasTable(List.of(alias), Subaddress.NONE),
                Subaddress.NONE);
        Iterator<String> paths = List.of("first", "second").iterator();
        Dispatch forwarding = new Dispatch(new Router(() -> routing, new Domain("gw.example"), Optional.empty(),
                Optional.of(sender -> Optional.of(new Mailbox(paths.next(), new Domain("gw.example"))))),
                dispatch.events());
        Message message = message("a.example");
        Message given = message
                .with(message.envelope().from(ReversePath.of(new Mailbox("ann", new Domain("c.example")))));
        for (String path : List.of("first@gw.example", "second@gw.example")) {
            Posting posting = forwarding.of(QueuedMail.of(given, Arrival.at(NOON)), Optional.of("ID:1"))
                    .postings()
                    .getFirst();
            assertThat(posting.mail().message().envelope().reversePath().address()).isEqualTo(path);
            assertThat(posting.duplicateKey()).contains("ID:1>mx:b.example forwarded");
        }
    }

    @Test
    void whatListsMakeForManyGoesInTheBulkLaneUnlessItIsUrgent() {
        Alias small = list("small", 1000);
        Alias large = list("large", 1001);
        Routing routing = new Routing(ROUTING.routes(), new AliasTable(List.of(small, large), Subaddress.NONE),
                Subaddress.NONE);
        Dispatch listing = new Dispatch(new Router(() -> routing, new Domain("gw.example"), Optional.empty()),
                dispatch.events());
        assertThat(lanes(listing, "small", Parameters.NONE)).containsOnly(Lane.ORDINARY);
        assertThat(lanes(listing, "large", Parameters.NONE)).containsOnly(Lane.BULK);
        assertThat(lanes(listing, "large", Parameters.of(Map.of("MT-PRIORITY", "4")))).containsOnly(Lane.ORDINARY);
    }

    private static Alias list(String name, int members) {
        return new Alias(Optional.of(name), new Domain("b.example"), IntStream.range(0, members)
                .mapToObj(number -> new Mailbox("m" + number, new Domain("c.example")))
                .toList(), Optional.empty());
    }

    private static Stream<Lane> lanes(Dispatch listing, String list, Parameters parameters) {
        Recipient recipient = Recipient.of(new Mailbox(list, new Domain("b.example")));
        Envelope envelope = new Envelope(ReversePath.NULL, parameters, List.of(recipient));
        Message message = new Message(new QueueId("0123456789ABCDEF"), envelope, Content.of(new byte[7]));
        return listing.of(QueuedMail.of(message, Arrival.at(NOON)), Optional.empty())
                .postings()
                .stream()
                .map(posting -> posting.mail().lane());
    }

    @Test
    void whoHasNoWayIsToldApart() {
        Dispatch.Dispatched dispatched = of(message("gw.example", "a.example"), Optional.empty());
        assertThat(dispatched.nowhere()).flatExtracting(Way.Nowhere::recipients)
                .containsExactly(recipient("gw.example"));
        assertThat(dispatched.postings()).hasSize(1);
    }
}
