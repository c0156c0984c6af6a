package org.postern.policy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.policy.check.Dialogue.FRIEND;
import static org.postern.policy.check.Dialogue.STRANGER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.config.rule.RecipientPattern;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Identity;
import org.postern.receiver.SessionFacts;
import org.postern.routing.AliasTable;
import org.postern.routing.Route;
import org.postern.routing.RouteTable;
import org.postern.routing.RouteTarget;
import org.postern.routing.Routing;
import org.postern.routing.Subaddress;
import org.postern.smtp.Reply;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

class RelayFilterTest {
    private final RelayFilter filter = new RelayFilter(Dialogue.routes("a.example queue:a", "vip@b.example queue:b",
            "closed.example refuse", "* mx"), Dialogue.TRUSTED);

    private AtCommand verdict(String client, String recipient) {
        return filter.rcpt(Dialogue.session(client), Dialogue.EMPTY, Dialogue.to(recipient));
    }

    private static AtCommand denied() {
        return new AtCommand.Reject(PolicyReplies.RELAYING_DENIED);
    }

    @Test
    void strangersSendToOwnDomains() {
        assertThat(verdict(STRANGER, "x@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict(STRANGER, "x@A.EXAMPLE")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict(STRANGER, "vip@b.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void strangersSendNowhereElseEvenIfThereIsARouteForEveryone() {
        assertThat(verdict(STRANGER, "x@other.example")).isEqualTo(denied());
        assertThat(verdict(STRANGER, "x@sub.a.example")).isEqualTo(denied());
        assertThat(verdict(STRANGER, "x@[192.0.2.7]")).isEqualTo(denied());
    }

    @Test
    void trustedClientsSendAnywhere() {
        assertThat(verdict(FRIEND, "x@other.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict(FRIEND, "x%y.example@other.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void usersWhoHaveLoggedInSendAnywhere() {
        SessionFacts user = Dialogue.session(STRANGER).authenticated(new Identity("alice", "PLAIN"));
        assertThat(filter.rcpt(user, Dialogue.EMPTY, Dialogue.to("x@other.example"))).isEqualTo(AtCommand.ACCEPT);
        assertThat(filter.rcpt(user, Dialogue.EMPTY, Dialogue.to("x@closed.example"))).isEqualTo(denied());
    }

    @Test
    void nobodySendsWhereARouteRefuses() {
        assertThat(verdict(STRANGER, "x@closed.example")).isEqualTo(denied());
        assertThat(verdict(FRIEND, "x@closed.example")).isEqualTo(denied());
        RelayFilter one = new RelayFilter(Dialogue.routes("blocked@a.example refuse", "a.example queue:a"),
                Dialogue.TRUSTED);
        for (String written : List.of("blocked", "\"blocked\"", "\"bl\\ocked\"", "Blocked")) {
            assertThat(one.rcpt(Dialogue.session(STRANGER), Dialogue.EMPTY, Dialogue.to(written + "@a.example")))
                    .as(written)
                    .isEqualTo(denied());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x%other.example@a.example", "x%[192.0.2.7]@a.example", "other.example!x@a.example",
            "\"x@other.example\"@a.example", "\"x\\@other.example\"@a.example", "\"x%other.example\"@a.example",
            "a%b.example%c.example@a.example"})
    void strangersHideNoOtherAddressInALocalPart(String recipient) {
        assertThat(verdict(STRANGER, recipient)).isEqualTo(denied());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!#$%&'*+-/=?^_`{|}~@a.example", "50%@a.example", "wow!@a.example", "\"a b\"@a.example",
            "a%b@a.example", "%@a.example"})
    void marksThatNoDomainStandsBesideAreOrdinary(String recipient) {
        assertThat(verdict(STRANGER, recipient)).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void everyoneReachesThePostmasterOfTheGateway() {
        assertThat(verdict(STRANGER, "Postmaster@GW.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict(STRANGER, "root@gw.example")).isEqualTo(denied());
    }

    private static AtCommand verdict(Supplier<Routing> routes, String recipient) {
        return new RelayFilter(routes, Dialogue.TRUSTED).rcpt(Dialogue.session(Dialogue.STRANGER), Dialogue.EMPTY,
                Dialogue.to(recipient));
    }

    @Test
    void aRouteRefusesInItsOwnWords() {
        assertThat(verdict(() -> refusing("refuse:550 5.1.6 Write to b.example"), "x@a.example"))
                .isEqualTo(new AtCommand.Reject(Reply.of(550, "5.1.6", "Write to b.example")));
        assertThat(verdict(() -> refusing("refuse:Nobody is here"), "x@a.example"))
                .isEqualTo(new AtCommand.Reject(Reply.of(550, "5.7.1", "Nobody is here")));
    }

    private static Routing refusing(String target) {
        Route route = new Route(RecipientPattern.parse("a.example"), RouteTarget.parse(target), Optional.empty());
        return new Routing(new RouteTable(List.of(route)), AliasTable.EMPTY, Subaddress.NONE);
    }

    @Test
    void anAliasIsTakenFromEveryoneWhereverItLeads() {
        Supplier<Routing> routes = Dialogue.with(Dialogue.routes("a.example refuse"), "sales@a.example",
                "x@elsewhere.example");
        assertThat(verdict(routes, "sales@a.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(verdict(routes, "x@elsewhere.example"))
                .isEqualTo(new AtCommand.Reject(PolicyReplies.RELAYING_DENIED));
    }
}
