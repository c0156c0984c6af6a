package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.smtp.wire.EnvelopeText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class AliasesTest {
    private static final Subaddress TAGS = new Subaddress("+");
    private final List<Alias> aliases = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private Optional<Mailbox> sender = Optional.of(mailbox("me@home.example"));

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    private void alias(String address, String... members) {
        stands(address, Optional.empty(), members);
    }

    private void list(String address, String owner, String... members) {
        stands(address, Optional.of(mailbox(owner)), members);
    }

    private void stands(String address, Optional<Mailbox> owner, String... members) {
        int at = address.lastIndexOf('@');
        aliases.add(new Alias(Optional.of(address.substring(0, at)).filter(local -> !local.isEmpty()),
                new Domain(address.substring(at + 1)), Arrays.stream(members).map(AliasesTest::mailbox).toList(),
                owner));
    }

    private void route(String recipient, String to, String... known) {
        routes.add(new Route(RecipientPattern.parse(recipient), RouteTarget.parse(to),
                known.length == 0 ? Optional.empty() : Optional.of(Set.of(known))));
    }

    private Routing routing() {
        return new Routing(new RouteTable(routes, TAGS), new AliasTable(aliases, TAGS), TAGS);
    }

    private Itinerary itinerary(Map<String, String> parameters, String... recipients) {
        Routing routing = routing();
        return new Router(() -> routing, new Domain("gw.example"), Optional.empty())
                .itinerary(envelope(parameters, recipients), Optional.empty());
    }

    private Envelope envelope(Map<String, String> parameters, String... recipients) {
        return new Envelope(new ReversePath(sender), Parameters.of(Map.of("ENVID", "X", "RET", "HDRS", "SIZE", "7")),
                Arrays.stream(recipients)
                        .map(address -> new Recipient(new ForwardPath(mailbox(address)), Parameters.of(parameters)))
                        .toList());
    }

    /** Each way as {@code destination sender recipients}. */
    private List<String> ways(String... recipients) {
        return itinerary(Map.of(), recipients).ways().stream().map(AliasesTest::told).toList();
    }

    private static String told(Way way) {
        String where = way instanceof Way.To to ? to.destination().toString() : way.getClass().getSimpleName();
        return where + " " + way.envelope().reversePath() + " "
                + String.join(" ", way.recipients().stream().map(r -> r.mailbox().toString()).toList());
    }

    @Test
    void anAliasChangesTheRecipientAlone() {
        alias("sales@a.example", "ann@b.example", "bob@c.example");
        assertThat(ways("Sales@A.example")).containsExactly("mx:b.example <me@home.example> ann@b.example",
                "mx:c.example <me@home.example> bob@c.example");
    }

    @Test
    void aListHasItsOwnerTold() {
        list("staff@a.example", "boss@a.example", "ann@b.example", "bob@b.example");
        assertThat(ways("staff@a.example", "carol@b.example")).containsExactly(
                "mx:b.example <boss@a.example> ann@b.example bob@b.example",
                "mx:b.example <me@home.example> carol@b.example");
    }

    @Test
    void aMemberWhoIsOurPostmasterIsReadByWhoeverReadsHisMail() {
        alias("all@a.example", "postmaster@gw.example", "ann@b.example");
        Routing routing = routing();
        Itinerary itinerary = new Router(() -> routing, new Domain("gw.example"),
                Optional.of(mailbox("admin@c.example")))
                .itinerary(envelope(Map.of(), "all@a.example"), Optional.empty());
        assertThat(itinerary.ways().stream().map(AliasesTest::told)).containsExactly(
                "mx:c.example <me@home.example> admin@c.example", "mx:b.example <me@home.example> ann@b.example");
    }

    @Test
    void aListInAListHasItsOwnOwner() {
        list("all@a.example", "boss@a.example", "staff@a.example", "x@c.example");
        list("staff@a.example", "chief@a.example", "ann@b.example");
        assertThat(ways("all@a.example")).containsExactly("mx:b.example <chief@a.example> ann@b.example",
                "mx:c.example <boss@a.example> x@c.example");
    }

    @Test
    void aReportToAListKeepsNoSender() {
        sender = Optional.empty();
        list("staff@a.example", "boss@a.example", "ann@b.example");
        assertThat(ways("staff@a.example")).containsExactly("mx:b.example <> ann@b.example");
    }

    @Test
    void anAliasMayBeAMailboxAsWell() {
        route("a.example", "queue:a");
        alias("ann@a.example", "ann@a.example", "ann@b.example");
        assertThat(ways("ann@a.example")).containsExactly("queue:a <me@home.example> ann@a.example",
                "mx:b.example <me@home.example> ann@b.example");
    }

    @Test
    void whatLeadsBackIsCutOff() {
        alias("a@a.example", "b@a.example", "x@b.example");
        alias("b@a.example", "a@a.example", "y@b.example");
        assertThat(ways("a@a.example")).containsExactly("mx:b.example <me@home.example> y@b.example x@b.example");
    }

    @Test
    void eachAddressGetsTheMessageOnceHoweverOftenItIsGiven() {
        assertThat(ways("x@b.example", "x@B.example", "\"x\"@b.example", "X@b.example"))
                .containsExactly("mx:b.example <me@home.example> x@b.example X@b.example");
        route("own.example", "queue:own");
        assertThat(ways("x@own.example", "X@own.example", "\"x\"@own.example"))
                .containsExactly("queue:own <me@home.example> x@own.example");
    }

    @Test
    void whoIsARecipientInHisOwnRightIsNoneByAListBesides() {
        list("staff@a.example", "boss@a.example", "ann@b.example", "bob@b.example");
        alias("sales@a.example", "bob@b.example", "carol@b.example");
        assertThat(ways("staff@a.example", "sales@a.example", "ann@b.example")).containsExactly(
                "mx:b.example <boss@a.example> bob@b.example",
                "mx:b.example <me@home.example> carol@b.example ann@b.example");
    }

    @Test
    void aListGivenAThousandTimesIsExpandedOnce() {
        list("staff@a.example", "boss@a.example", "ann@b.example");
        alias("@c.example", "dan@b.example");
        String[] recipients = Stream.concat(Stream.generate(() -> "staff@a.example").limit(1000),
                IntStream.range(0, 3).mapToObj(i -> "any" + i + "@c.example")).toArray(String[]::new);
        Itinerary itinerary = itinerary(Map.of(), recipients);
        assertThat(itinerary.ways()).extracting(AliasesTest::told)
                .containsExactly("mx:b.example <boss@a.example> ann@b.example",
                        "mx:b.example <me@home.example> dan@b.example");
        assertThat(itinerary.expansions()).extracting(expansion -> expansion.original().mailbox().toString())
                .containsExactly("staff@a.example", "any0@c.example", "any1@c.example", "any2@c.example");
    }

    @Test
    void allListsOfAMessageTogetherAreBounded() {
        for (int list = 0; list < 7; list++) {
            String domain = "@m" + list + ".example";
            list("all" + list + "@a.example", "boss@a.example",
                    IntStream.range(0, Alias.MOST_MEMBERS).mapToObj(i -> i + domain).toArray(String[]::new));
        }
        Itinerary itinerary = itinerary(Map.of(),
                IntStream.range(0, 7).mapToObj(list -> "all" + list + "@a.example").toArray(String[]::new));
        assertThat(itinerary.ways()
                .stream()
                .filter(Way.To.class::isInstance)
                .mapToInt(way -> way.recipients().size())
                .sum()).isEqualTo(Journey.MOST_HEIRS);
        assertThat(itinerary.ways()
                .stream()
                .filter(Way.Nowhere.class::isInstance)
                .findFirst()
                .orElseThrow()
                .reason()
                .toString())
                .contains("more than " + Journey.MOST_HEIRS + " mailboxes");
    }

    @Test
    void aCircleLeadsNowhere() {
        alias("a@a.example", "b@a.example");
        alias("b@a.example", "a@a.example");
        assertThat(ways("a@a.example")).containsExactly("Nowhere <me@home.example> a@a.example");
        assertThat(itinerary(Map.of(), "a@a.example").ways().getFirst().reason().toString()).contains("circle");
    }

    @Test
    void depthAndNumberAreBounded() {
        for (int i = 0; i < 20; i++) {
            alias("a" + i + "@a.example", "a" + (i + 1) + "@a.example");
        }
        assertThat(ways("a0@a.example")).containsExactly("Nowhere <me@home.example> a0@a.example");
        assertThat(ways("a11@a.example")).hasSize(1).first().asString().endsWith("a20@a.example");
        String[] many = IntStream.range(0, 6000).mapToObj(i -> "m" + i + "@b.example").toArray(String[]::new);
        String[] more = IntStream.range(6000, 12_000).mapToObj(i -> "m" + i + "@b.example").toArray(String[]::new);
        alias("many@a.example", many);
        alias("more@a.example", more);
        alias("all@a.example", "many@a.example", "more@a.example");
        assertThat(ways("all@a.example")).containsExactly("Nowhere <me@home.example> all@a.example");
        assertThat(itinerary(Map.of(), "many@a.example").ways()).hasSize(6)
                .allSatisfy(way -> assertThat(way.recipients()).hasSize(1000));
    }

    @Test
    void noWayIsLongerThanAQueueCarries() {
        String host = ("d".repeat(60) + ".").repeat(3) + "example";
        alias("many@a.example",
                IntStream.range(0, 1000).mapToObj(i -> "m%04d@%s".formatted(i, host)).toArray(String[]::new));
        List<Way> ways = itinerary(Map.of(), "many@a.example").ways();
        assertThat(ways).allSatisfy(way -> assertThat(EnvelopeText.write(way.envelope()).length()).isLessThan(132_000));
        assertThat(ways.stream().flatMap(way -> way.recipients().stream()).distinct()).hasSize(1000);
    }

    @Test
    void manyWaysToOneMailboxAreOne() {
        alias("a@a.example", "b@a.example", "c@a.example", "x@b.example");
        alias("b@a.example", "x@b.example", "d@a.example");
        alias("c@a.example", "X@B.example", "d@a.example");
        alias("d@a.example", "y@b.example");
        assertThat(ways("y@b.example", "a@a.example"))
                .containsExactly("mx:b.example <me@home.example> y@b.example x@b.example");
    }

    @Test
    void whatHasNothingOfItsOwnIsCaught() {
        route("vip@a.example", "queue:vip");
        alias("@a.example", "all@b.example");
        alias("sales@a.example", "sales@c.example");
        assertThat(ways("anybody@a.example")).containsExactly("mx:b.example <me@home.example> all@b.example");
        assertThat(ways("sales+eu@a.example")).containsExactly("mx:c.example <me@home.example> sales@c.example");
        assertThat(ways("vip@a.example")).containsExactly("queue:vip <me@home.example> vip@a.example");
    }

    @Test
    void whoCatchesAllMayBeInTheSameDomain() {
        route("a.example", "queue:a", "ann");
        alias("@a.example", "ann@a.example");
        assertThat(ways("anybody@a.example")).containsExactly("queue:a <me@home.example> ann@a.example");
        assertThat(ways("ann+x@a.example")).containsExactly("queue:a <me@home.example> ann+x@a.example");
    }

    @Test
    void aTagOfItsOwnComesFirst() {
        alias("ann@a.example", "ann@b.example");
        alias("ann+news@a.example", "news@b.example");
        assertThat(ways("ann+news@a.example", "ann+x@a.example")).containsExactly(
                "mx:b.example <me@home.example> news@b.example ann@b.example");
    }

    @Test
    void mailboxesOfAnAliasesDomainExistByNameAlone() {
        alias("sales@a.example", "ann@b.example");
        Routing routing = routing();
        assertThat(routing.isOwn(new Domain("a.example"), Optional.empty())).isTrue();
        assertThat(routing.exists(mailbox("sales+x@a.example"), Passage.UNKNOWN)).isTrue();
        assertThat(routing.exists(mailbox("ann@a.example"), Passage.UNKNOWN)).isFalse();
    }

    @Test
    void oneHeirInheritsTheSendersWishes() {
        alias("sales@a.example", "ann@b.example");
        assertThat(heir(Map.of("NOTIFY", "SUCCESS,DELAY"), "sales@a.example"))
                .isEqualTo("NOTIFY=SUCCESS,DELAY ORCPT=rfc822;sales@a.example");
        assertThat(heir(Map.of("ORCPT", "rfc822;x@y.example"), "sales@a.example"))
                .isEqualTo("ORCPT=rfc822;x@y.example");
    }

    @Test
    void ofSeveralNoSuccessIsTold() {
        alias("sales@a.example", "ann@b.example", "bob@b.example");
        assertThat(heir(Map.of("NOTIFY", "SUCCESS,DELAY"), "sales@a.example"))
                .isEqualTo("NOTIFY=DELAY ORCPT=rfc822;sales@a.example");
        assertThat(heir(Map.of("NOTIFY", "SUCCESS"), "sales@a.example"))
                .isEqualTo("NOTIFY=NEVER ORCPT=rfc822;sales@a.example");
        assertThat(heir(Map.of(), "sales+x=y@a.example")).isEqualTo("ORCPT=rfc822;sales+2Bx+3Dy@a.example");
    }

    @Test
    void membersOfAListInheritNothing() {
        list("staff@a.example", "boss@a.example", "ann@b.example");
        assertThat(heir(Map.of("NOTIFY", "SUCCESS", "ORCPT", "rfc822;x@y.example"), "staff@a.example")).isEmpty();
        assertThat(itinerary(Map.of(), "staff@a.example").ways().getFirst().envelope().parameters())
                .hasToString("SIZE=7");
    }

    private String heir(Map<String, String> parameters, String recipient) {
        return itinerary(parameters, recipient).ways()
                .getFirst()
                .recipients()
                .getFirst()
                .parameters()
                .toString();
    }

    @Test
    void listsAndReportsOnAliasesAreSeenToLater() {
        alias("sales@a.example", "ann@b.example", "bob@b.example");
        list("staff@a.example", "boss@a.example", "ann@b.example");
        Routing routing = routing();
        Router router = new Router(() -> routing, new Domain("gw.example"), Optional.empty());
        assertThat(router.isForLater(envelope(Map.of(), "sales@a.example"), Optional.empty())).isFalse();
        assertThat(router.isForLater(envelope(Map.of("NOTIFY", "success"), "sales@a.example"), Optional.empty()))
                .isTrue();
        assertThat(router.isForLater(envelope(Map.of(), "x@b.example", "staff@a.example"), Optional.empty())).isTrue();
    }

    @Test
    void whatIsExpandedIsTold() {
        list("staff@a.example", "boss@a.example", "ann@b.example", "bob@b.example");
        assertThat(itinerary(Map.of(), "staff@a.example").expansions())
                .extracting(expansion -> expansion.reason().toString())
                .containsExactly("list staff@a.example: 2 mailboxes, reports to boss@a.example");
    }
}
