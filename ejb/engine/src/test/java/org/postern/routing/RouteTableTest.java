package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.SenderPattern;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.sentence.Sentence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class RouteTableTest {
    private static Route route(String recipient, String queue) {
        return new Route(RecipientPattern.parse(recipient), new RouteTarget.To(new Destination.ApplicationQueue(queue)),
                Optional.empty());
    }

    private static RouteTable table(String... recipients) {
        return new RouteTable(Arrays.stream(recipients).map(r -> route(r, "q-" + r.replaceAll("[*@]", "_"))).toList());
    }

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    private static String target(Optional<Route> route) {
        return route.map(r -> r.to().toString().substring("queue:".length())).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({"x@a.example,q-a.example", "X@A.Example,q-a.example", "vip@a.example,q-vip_a.example",
            "VIP@A.EXAMPLE,q-vip_a.example", "x@sub.a.example,q-.a.example", "x@deep.sub.a.example,q-.a.example",
            "x@b.example,q-_", "x@ba.example,q-_"})
    void theFirstRouteThatMatchesCounts(String recipient, String queue) {
        RouteTable table = table("vip@a.example", "a.example", ".a.example", "*");
        assertThat(target(table.any(mailbox(recipient), Passage.UNKNOWN))).isEqualTo(queue);
    }

    @Test
    void anEarlierRouteForMoreCountsBeforeALaterOneForLess() {
        assertThat(target(table("a.example", "vip@a.example").any(mailbox("vip@a.example"), Passage.UNKNOWN)))
                .isEqualTo("q-a.example");
        assertThat(target(table("*", "a.example").any(mailbox("x@a.example"), Passage.UNKNOWN))).isEqualTo("q-_");
        assertThat(target(table(".example", "sub.a.example").any(mailbox("x@sub.a.example"), Passage.UNKNOWN)))
                .isEqualTo("q-.example");
    }

    @Test
    void aRouteForEveryoneMakesNoDomainOurs() {
        RouteTable table = table("*", "a.example", "vip@c.example");
        assertThat(table.isOwn(new Domain("A.example"), Optional.empty())).isTrue();
        assertThat(table.isOwn(new Domain("c.example"), Optional.empty())).isTrue();
        assertThat(table.isOwn(new Domain("b.example"), Optional.empty())).isFalse();
        assertThat(table.isOwn(new Domain("sub.a.example"), Optional.empty())).isFalse();
        assertThat(table.ofOwn(mailbox("x@b.example"), Passage.UNKNOWN)).isEmpty();
        assertThat(table.ofOwn(mailbox("x@c.example"), Passage.UNKNOWN)).isEmpty();
    }

    @Test
    void anEmptyTableLeadsNowhere() {
        assertThat(new RouteTable(List.of()).any(mailbox("x@a.example"), Passage.UNKNOWN)).isEmpty();
    }

    private static RouteTable listed(String... lines) {
        return new RouteTable(Arrays.stream(lines).map(RouteTableTest::listed).toList(), new Subaddress("+"));
    }

    /** A route as {@code recipient sender listener queue}, {@code -} for any sender or listener. */
    private static Route listed(String line) {
        String[] words = line.split(" ", -1);
        return new Route(Sentence.asItIs(line), new RoutePattern(RecipientPattern.parse(words[0]),
                Optional.of(words[1]).filter(w -> !w.equals("-")).map(SenderPattern::parse),
                Optional.of(words[2]).filter(w -> !w.equals("-"))),
                new RouteTarget.To(new Destination.ApplicationQueue(words[3])), Optional.empty());
    }

    private static Passage from(String sender, String listener) {
        return new Passage(sender.isEmpty() ? ReversePath.NULL : ReversePath.of(mailbox(sender)),
                Optional.of(listener).filter(l -> !l.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({"boss@b.example,mx,vip", "Boss@B.example,mx,vip", "x@b.example,mx,b", "x@sub.c.example,mx,c",
            "'',mx,reports", "x@d.example,internal,internal", "x@d.example,mx,rest", "x@d.example,'',rest",
            "boss@b.example,internal,vip"})
    void routesMayAskForSenderAndListener(String sender, String listener, String queue) {
        RouteTable table = listed("a.example boss@b.example - vip", "a.example b.example - b",
                "a.example .c.example - c", "a.example <> - reports", "a.example - internal internal",
                "a.example - - rest");
        assertThat(target(table.any(mailbox("x@a.example"), from(sender, listener)))).isEqualTo(queue);
    }

    @Test
    void allThatARouteAsksForMustHold() {
        RouteTable table = listed("a.example b.example internal both", "* - - rest");
        assertThat(target(table.any(mailbox("x@a.example"), from("x@b.example", "internal")))).isEqualTo("both");
        assertThat(target(table.any(mailbox("x@a.example"), from("x@b.example", "mx")))).isEqualTo("rest");
        assertThat(target(table.any(mailbox("x@a.example"), from("x@c.example", "internal")))).isEqualTo("rest");
    }

    @Test
    void aRouteForSomeSendersMakesNoDomainOurs() {
        RouteTable table = listed("a.example boss@b.example - q", "c.example - internal q");
        assertThat(table.isOwn(new Domain("a.example"), Optional.of("mx"))).isFalse();
        assertThat(table.isOwn(new Domain("c.example"), Optional.of("mx"))).isFalse();
        assertThat(table.isOwn(new Domain("c.example"), Optional.of("internal"))).isTrue();
    }

    @Test
    void aTagIsLeftOutWhereNoRouteIsForIt() {
        RouteTable table = listed("orders+vip@a.example - - vip", "orders@a.example - - orders", "a.example - - rest");
        assertThat(target(table.any(mailbox("orders+vip@a.example"), Passage.UNKNOWN))).isEqualTo("vip");
        assertThat(target(table.any(mailbox("orders+x@a.example"), Passage.UNKNOWN))).isEqualTo("orders");
        assertThat(target(table.any(mailbox("\"orders+x\"@a.example"), Passage.UNKNOWN))).isEqualTo("orders");
        assertThat(target(table.any(mailbox("\"orders+x y\"@a.example"), Passage.UNKNOWN))).isEqualTo("rest");
    }
}
