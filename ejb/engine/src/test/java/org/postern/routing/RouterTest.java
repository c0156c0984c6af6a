package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class RouterTest {
    private static final Domain HOME = new Domain("gw.example");

    private static Router router(String postmaster, String... routes) {
        RouteTable table = new RouteTable(Arrays.stream(routes).map(RouterTest::route).toList());
        Routing routing = new Routing(table, AliasTable.EMPTY, Subaddress.NONE);
        return new Router(() -> routing, HOME,
                Optional.of(postmaster).filter(p -> !p.isEmpty()).map(RouterTest::mailbox));
    }

    private static Route route(String text) {
        String[] parts = text.split(" ", 2);
        return new Route(RecipientPattern.parse(parts[0]), RouteTarget.parse(parts[1]), Optional.empty());
    }

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    private static Recipient to(String address) {
        return Recipient.of(mailbox(address));
    }

    private static Envelope envelope(String... recipients) {
        return new Envelope(ReversePath.NULL, Parameters.NONE, Arrays.stream(recipients).map(RouterTest::to).toList());
    }

    private static String way(String destination, String... recipients) {
        return destination + " " + List.of(recipients);
    }

    private static String nowhere(String... recipients) {
        return "nowhere " + List.of(recipients);
    }

    private static List<String> ways(Router router, Envelope envelope) {
        return router.itinerary(envelope, Optional.empty()).ways().stream().map(way -> switch (way) {
            case Way.To to -> to.destination() + " " + addresses(to);
            case Way.Nowhere none -> "nowhere " + addresses(none);
            case Way.Discarded discarded -> "discarded " + addresses(discarded);
        }).toList();
    }

    private static List<String> addresses(Way way) {
        return way.recipients().stream().map(recipient -> recipient.mailbox().toString()).toList();
    }

    @Test
    void aMixedEnvelopeIsSplitByDestination() {
        Router router = router("", "a.example host:192.0.2.1:26", "b.example host:192.0.2.1:26",
                "app.example queue:orders");
        assertThat(ways(router, envelope("x@a.example", "o@app.example", "y@b.example", "z@c.example", "w@C.example")))
                .containsExactly(way("host:192.0.2.1:26", "x@a.example", "y@b.example"),
                        way("queue:orders", "o@app.example"), way("mx:c.example", "z@c.example", "w@C.example"));
    }

    @Test
    void whereNoRouteIsTheDomainSaysTheWay() {
        assertThat(ways(router(""), envelope("x@a.example"))).containsExactly(way("mx:a.example", "x@a.example"));
    }

    @Test
    void aRouteForEveryoneIsASmartHost() {
        assertThat(ways(router("", "* host:smart.example:25"), envelope("x@a.example"))).containsExactly(
                way("host:smart.example:25", "x@a.example"));
    }

    @Test
    void mxInARouteMeansTheRecipientsDomain() {
        assertThat(ways(router("", ".example mx"), envelope("x@a.example"))).containsExactly(
                way("mx:a.example", "x@a.example"));
    }

    @Test
    void whatARouteRefusesGoesNowhere() {
        assertThat(ways(router("", "* refuse"), envelope("x@a.example"))).containsExactly(nowhere("x@a.example"));
    }

    @Test
    void mailForOurOwnNamesNeverComesBackToUsByMx() {
        Router router = router("", "vip@a.example queue:vip", "* mx");
        assertThat(ways(router, envelope("x@a.example"))).containsExactly(nowhere("x@a.example"));
        assertThat(ways(router, envelope("x@gw.example"))).containsExactly(nowhere("x@gw.example"));
    }

    @Test
    void mailForThePostmasterGoesToThePersonWhoReadsIt() {
        Router router = router("admin@a.example", "a.example queue:admins", "vip@b.example queue:vip");
        assertThat(ways(router, envelope("Postmaster@gw.example"))).containsExactly(
                way("queue:admins", "admin@a.example"));
        assertThat(ways(router, envelope("postmaster@b.example"))).containsExactly(
                way("queue:admins", "admin@a.example"));
        assertThat(ways(router, envelope("postmaster@a.example"))).containsExactly(
                way("queue:admins", "postmaster@a.example"));
        assertThat(ways(router, envelope("postmaster@c.example"))).containsExactly(
                way("mx:c.example", "postmaster@c.example"));
    }

    @Test
    void withoutSuchAPersonAnotherPersonHasToDecide() {
        assertThat(ways(router(""), envelope("postmaster@gw.example")))
                .isEqualTo(List.of(nowhere("postmaster@gw.example")));
    }

    @Test
    void knowsThePostmasterWhoseMailNobodyReads() {
        assertThat(router("").isUnread()).isTrue();
        assertThat(router("admin@a.example", "a.example queue:admins").isUnread()).isFalse();
        Router router = router("", "a.example queue:admins", "vip@b.example queue:vip");
        assertThat(router.isUnread(mailbox("Postmaster@b.example"), Passage.UNKNOWN)).isTrue();
        assertThat(router.isUnread(mailbox("postmaster@a.example"), Passage.UNKNOWN)).isFalse();
        assertThat(router.isUnread(mailbox("postmaster@c.example"), Passage.UNKNOWN)).isFalse();
        assertThat(router.isUnread(mailbox("other@b.example"), Passage.UNKNOWN)).isFalse();
    }
}
