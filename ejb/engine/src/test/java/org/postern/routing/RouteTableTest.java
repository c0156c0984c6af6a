package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.config.RecipientPattern;
import org.postern.config.Route;
import org.postern.config.RouteTarget;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class RouteTableTest {
    private static Route route(String recipient, String queue) {
        return new Route(RecipientPattern.parse(recipient), new RouteTarget.Queue(queue), Optional.empty());
    }

    private static RouteTable table(String... recipients) {
        return new RouteTable(Arrays.stream(recipients).map(r -> route(r, "q-" + r.replaceAll("[*@]", "_"))).toList());
    }

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    private static String target(Optional<Route> route) {
        return route.map(r -> ((RouteTarget.Queue) r.to()).name()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({"x@a.example,q-a.example", "X@A.Example,q-a.example", "vip@a.example,q-vip_a.example",
            "VIP@A.EXAMPLE,q-vip_a.example", "x@sub.a.example,q-.a.example", "x@deep.sub.a.example,q-.a.example",
            "x@b.example,q-_", "x@ba.example,q-_"})
    void theFirstRouteThatMatchesCounts(String recipient, String queue) {
        RouteTable table = table("vip@a.example", "a.example", ".a.example", "*");
        assertThat(target(table.any(mailbox(recipient)))).isEqualTo(queue);
    }

    @Test
    void anEarlierRouteForMoreCountsBeforeALaterOneForLess() {
        assertThat(target(table("a.example", "vip@a.example").any(mailbox("vip@a.example")))).isEqualTo("q-a.example");
        assertThat(target(table("*", "a.example").any(mailbox("x@a.example")))).isEqualTo("q-_");
        assertThat(target(table(".example", "sub.a.example").any(mailbox("x@sub.a.example")))).isEqualTo("q-.example");
    }

    @Test
    void aRouteForEveryoneMakesNoDomainOurs() {
        RouteTable table = table("*", "a.example", "vip@c.example");
        assertThat(table.isOwn(new Domain("A.example"))).isTrue();
        assertThat(table.isOwn(new Domain("c.example"))).isTrue();
        assertThat(table.isOwn(new Domain("b.example"))).isFalse();
        assertThat(table.isOwn(new Domain("sub.a.example"))).isFalse();
        assertThat(table.ofOwn(mailbox("x@b.example"))).isEmpty();
        assertThat(table.ofOwn(mailbox("x@c.example"))).isEmpty();
    }

    @Test
    void anEmptyTableLeadsNowhere() {
        assertThat(new RouteTable(List.of()).any(mailbox("x@a.example"))).isEmpty();
    }
}
