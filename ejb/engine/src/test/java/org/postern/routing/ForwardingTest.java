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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Mail of strangers that an alias leads to other domains leaves with a reverse-path of our own. */
class ForwardingTest {
    private final List<Alias> aliases = new ArrayList<>();
    private boolean fits = true;

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    private void alias(String address, Optional<String> owner, String... members) {
        Mailbox mailbox = mailbox(address);
        aliases.add(new Alias(Optional.of(mailbox.localPart()), mailbox.domain(),
                Arrays.stream(members).map(ForwardingTest::mailbox).toList(), owner.map(ForwardingTest::mailbox)));
    }

    private List<Way> ways(String sender, String... recipients) {
        RouteTable routes = new RouteTable(List.of(new Route(RecipientPattern.parse("own.example"),
                RouteTarget.parse("host:127.0.0.1"), Optional.empty())));
        Routing routing = new Routing(routes, new AliasTable(aliases, Subaddress.NONE), Subaddress.NONE);
        Router router = new Router(() -> routing, new Domain("gw.example"),
                Optional.of(mailbox("boss@elsewhere.example")), Optional
                        .of(from -> fits
                                ? Optional.of(mailbox("fwd+" + from.localPart() + "@gw.example"))
                                : Optional.empty()));
        Envelope envelope = new Envelope(sender.isEmpty() ? ReversePath.NULL : ReversePath.of(mailbox(sender)),
                Parameters.NONE, Arrays.stream(recipients).map(ForwardingTest::mailbox).map(Recipient::of).toList());
        return router.itinerary(envelope, Optional.empty()).ways();
    }

    private List<String> told(String sender, String... recipients) {
        return ways(sender, recipients).stream()
                .map(way -> way.recipients().getFirst().mailbox() + " from " + way.envelope().reversePath().address())
                .toList();
    }

    @Test
    void onlyMailOfOthersForOthersIsRewritten() {
        alias("a@own.example", Optional.empty(), "x@elsewhere.example", "y@own.example");
        assertThat(told("ann@home.example", "a@own.example")).containsExactly(
                "x@elsewhere.example from fwd+ann@gw.example", "y@own.example from ann@home.example");
        assertThat(told("me@own.example", "a@own.example")).allMatch(way -> way.endsWith("from me@own.example"));
        assertThat(told("me@gw.example", "a@own.example")).allMatch(way -> way.endsWith("from me@gw.example"));
        assertThat(told("", "a@own.example")).allMatch(way -> way.endsWith("from "));
    }

    @Test
    void aListHasAnOwnerWhoIsToldInstead() {
        alias("l@own.example", Optional.of("owner@own.example"), "x@elsewhere.example");
        assertThat(told("ann@home.example", "l@own.example"))
                .containsExactly("x@elsewhere.example from owner@own.example");
    }

    @Test
    void whoIsWrittenToAtOnceKeepsTheSendersPath() {
        alias("a@own.example", Optional.empty(), "y@elsewhere.example");
        assertThat(told("ann@home.example", "x@elsewhere.example", "a@own.example")).containsExactly(
                "x@elsewhere.example from ann@home.example", "y@elsewhere.example from fwd+ann@gw.example");
    }

    @Test
    void thePostmasterWhoReadsElsewhereIsForwardedToAsWell() {
        assertThat(told("ann@home.example", "postmaster@gw.example"))
                .containsExactly("boss@elsewhere.example from fwd+ann@gw.example");
    }

    @Test
    void theWaySaysWhatBecameOfThePath() {
        alias("a@own.example", Optional.empty(), "x@elsewhere.example");
        assertThat(ways("ann@home.example", "a@own.example").getFirst().reason().toString())
                .endsWith("; forwarded with a reverse-path of our own");
        fits = false;
        assertThat(told("ann@home.example", "a@own.example"))
                .containsExactly("x@elsewhere.example from ann@home.example");
        assertThat(ways("ann@home.example", "a@own.example").getFirst().reason().toString())
                .endsWith("; forwarded with the sender's reverse-path, which fits into none of our own");
    }
}
