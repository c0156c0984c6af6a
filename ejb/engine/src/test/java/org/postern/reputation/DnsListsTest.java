package org.postern.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.auth.spf.Zone;
import org.postern.auth.spf.ZoneEntry;
import org.postern.mail.Domain;
import org.postern.reputation.ListResult.Broken;
import org.postern.reputation.ListResult.Listing;
import org.postern.reputation.ListResult.NotListed;
import org.postern.reputation.ListResult.Unanswered;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

class DnsListsTest {
    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.99");
    private static final DnsList BL = new DnsList("bl.example", ListKind.ADDRESSES,
            List.of(new AnswerWeight(AnswerPattern.parse("127.0.0.2"), 4),
                    new AnswerWeight(AnswerPattern.parse("127.0.0.4-7"), 3)),
            "", Optional.empty());
    private static final DnsList WL = DnsList.of("wl.example", ListKind.ADDRESSES, -2);
    private static final DnsList URIS = DnsList.of("uris.example", ListKind.DOMAINS, 5);

    private final Zone zone = new Zone();
    private Instant now = Instant.ofEpochSecond(1_700_000_000);

    DnsListsTest() {
        Stream.of("bl.example", "wl.example").forEach(list -> zone.knows("2.0.0.127." + list, "A", "127.0.0.2"));
        zone.knows("test.uris.example", "A", "127.0.0.2");
    }

    private DnsLists asking(Executor threads, DnsList... lists) {
        return new DnsLists(zone, threads, () -> now, List.of(lists));
    }

    private DnsLists asking(DnsList... lists) {
        return asking(Runnable::run, lists);
    }

    private List<ListResult> of(DnsLists lists, InetAddress client) throws InterruptedException {
        return lists.begin(client).join(now.plusSeconds(2));
    }

    private List<ListResult> of(DnsLists lists, String domain) throws InterruptedException {
        return DnsLists.together(lists.begin(List.of(new Domain(domain))).join(now.plusSeconds(2)));
    }

    private long questionsAbout(String text) {
        return zone.asked.stream().filter(question -> question.contains(text)).count();
    }

    @Test
    void tellsWhatIsListedWithItsWordsAndWeight() throws InterruptedException {
        zone.knows("99.2.0.192.bl.example", "A", "127.0.0.2")
                .knows("99.2.0.192.bl.example", "A", "127.0.0.4")
                .knows("99.2.0.192.bl.example", "A", "127.0.0.5")
                .knows("99.2.0.192.bl.example", "A", "127.0.0.10")
                .knows("99.2.0.192.bl.example", "TXT", "see https://bl.example/\u0000");
        List<ListResult> results = of(asking(BL, WL), CLIENT);
        Listing listing = (Listing) results.getFirst();
        assertThat(listing.weight()).as("each weight once").isEqualTo(7);
        assertThat(listing.answers()).hasSize(4);
        assertThat(listing.text()).isEqualTo("see https://bl.example/?");
        assertThat(results.getLast()).isEqualTo(new NotListed("wl.example", "192.0.2.99"));
    }

    @Test
    void asksAboutIpv6ByNibbles() throws InterruptedException {
        zone.knows("1.0.0.0" + ".0".repeat(20) + ".8.b.d.0.1.0.0.2.wl.example", "A", "127.0.0.3");
        ListResult result = of(asking(WL), InetAddress.ofLiteral("2001:db8::1")).getFirst();
        assertThat(result).isInstanceOf(Listing.class);
        assertThat(((Listing) result).weight()).isEqualTo(-2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.1.1", "169.254.0.1", "100.64.0.1",
            "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "fec0::1"})
    void asksNothingAboutAddressesThatAreNobodys(String client) throws InterruptedException {
        assertThat(of(asking(BL, WL), InetAddress.ofLiteral(client))).isEmpty();
        assertThat(zone.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.255.255.254", "127.255.255.252", "127.0.0.1", "203.0.113.9"})
    void doesNotTakeErrorsForListings(String error) throws InterruptedException {
        zone.knows("99.2.0.192.bl.example", "A", "127.0.0.2").knows("99.2.0.192.bl.example", "A", error);
        DnsLists lists = asking(BL);
        assertThat(of(lists, CLIENT).getFirst()).isInstanceOf(Broken.class);
        assertThat(lists.broken()).containsOnlyKeys(BL);
        assertThat(lists.broken().get(BL)).asString().contains(error);
    }

    @Test
    void tellsOnceThatAListIsNotBelievedAndAgainAfterItHasBeen() throws InterruptedException {
        List<String> told = new ArrayList<>();
        DnsLists lists = new DnsLists(zone, Runnable::run, () -> now, List.of(BL),
                (list, why) -> told.add(list.zone()));
        zone.knows("1.0.0.127.bl.example", "A", "127.0.0.2");
        of(lists, CLIENT);
        now = now.plus(Duration.ofHours(1));
        of(lists, CLIENT);
        assertThat(told).containsExactly("bl.example");
        List<ZoneEntry> fault = zone.entries().remove("1.0.0.127.bl.example");
        now = now.plus(Duration.ofHours(1));
        of(lists, CLIENT);
        zone.entries().put("1.0.0.127.bl.example", fault);
        now = now.plus(Duration.ofHours(2));
        of(lists, CLIENT);
        assertThat(told).containsExactly("bl.example", "bl.example");
    }

    @Test
    void doesNotAskAListForAWhileThatHasAnsweredWithAnError() throws InterruptedException {
        zone.knows("99.2.0.192.bl.example", "A", "127.255.255.254");
        DnsLists lists = asking(BL);
        of(lists, CLIENT);
        int asked = zone.asked.size();
        assertThat(of(lists, InetAddress.ofLiteral("192.0.2.1")).getFirst()).isInstanceOf(Broken.class);
        assertThat(zone.asked).hasSize(asked);
        now = now.plus(Duration.ofMinutes(11));
        assertThat(of(lists, InetAddress.ofLiteral("192.0.2.1")).getFirst()).isInstanceOf(NotListed.class);
        assertThat(lists.broken()).isEmpty();
    }

    @Test
    void doesNotBelieveAListThatListsEverything() throws InterruptedException {
        zone.knows("1.0.0.127.bl.example", "A", "127.0.0.2").knows("99.2.0.192.bl.example", "A", "127.0.0.2");
        DnsLists lists = asking(BL);
        assertThat(of(lists, CLIENT).getFirst()).isInstanceOf(Broken.class);
        assertThat(lists.broken().get(BL)).asString().contains("lists everything");
        assertThat(questionsAbout("99.2.0.192")).isZero();
    }

    @Test
    void doesNotBelieveAListThatIsEmpty() throws InterruptedException {
        DnsLists lists = asking(DnsList.of("gone.example", ListKind.ADDRESSES, 4));
        assertThat(of(lists, CLIENT).getFirst()).isInstanceOf(Broken.class);
    }

    @Test
    void anotherExampleMayBeAgreedOn() throws InterruptedException {
        zone.knows("dbltest.com.own.example", "A", "127.0.1.2");
        DnsList own = new DnsList("own.example", ListKind.DOMAINS, List.of(), "", Optional.of("dbltest.com"));
        assertThat(of(asking(own), "sender.example").getFirst()).isInstanceOf(NotListed.class);
    }

    @Test
    void silenceIsNoListing() throws InterruptedException {
        zone.knows("99.2.0.192.bl.example", ZoneEntry.TIMEOUT).knows("2.0.0.127.mute.example", ZoneEntry.TIMEOUT);
        List<ListResult> results = of(asking(BL, DnsList.of("mute.example", ListKind.ADDRESSES, 4)), CLIENT);
        assertThat(results).allMatch(Unanswered.class::isInstance);
    }

    @Test
    void remembersAnswersForAWhile() throws InterruptedException {
        DnsLists lists = asking(BL);
        of(lists, CLIENT);
        of(lists, CLIENT);
        assertThat(questionsAbout("99.2.0.192")).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(6));
        of(lists, CLIENT);
        assertThat(questionsAbout("99.2.0.192")).isEqualTo(2);
        assertThat(questionsAbout("2.0.0.127")).as("its test entry is asked for less often").isEqualTo(1);
    }

    @Test
    void asksAboutADomainAndThoseAboveIt() throws InterruptedException {
        zone.knows("spam.example.uris.example", "A", "127.0.0.2");
        assertThat(of(asking(URIS), "a.b.c.d.Spam.example")).singleElement().isInstanceOf(Listing.class);
        assertThat(questionsAbout(".uris.example")).isEqualTo(2 + 4 + 1);
        assertThat(questionsAbout("A example.uris.example")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "[192.0.2.1]", "192.0.2.1", "a..b.example", "a b.example", "-.\u0000.example"})
    void asksNothingAboutWhatIsNoDomain(String domain) throws InterruptedException {
        assertThat(of(asking(URIS), domain)).isEmpty();
        assertThat(zone.asked).isEmpty();
    }

    private static final DnsList LINKS = DnsList.of("links.example", ListKind.LINKS, 5);

    private List<String> linked(String... hosts) throws InterruptedException {
        DnsLists lists = asking(LINKS);
        return lists.beginLinks(List.of(hosts))
                .join(now.plusSeconds(5))
                .stream()
                .map(result -> result.getClass().getSimpleName() + " " + result.subject())
                .toList();
    }

    @Test
    void asksToWhereLinksLeadByTheLastThreeLabelsAndTheLastTwoOfThem() throws InterruptedException {
        zone.knows("test.links.example", "A", "127.0.0.2")
                .knows("spam.example.links.example", "A", "127.0.0.2")
                .knows("bad.co.test.links.example", "A", "127.0.0.2")
                .knows("9.113.0.203.links.example", "A", "127.0.0.2");
        assertThat(linked("a.b.c.Spam.example")).contains("Listing c.spam.example");
        assertThat(linked("www.bad.co.test")).contains("Listing bad.co.test");
        assertThat(linked("good.co.test", "x.good.co.test", "co.test")).containsExactly("NotListed good.co.test",
                "NotListed good.co.test");
        assertThat(linked("203.0.113.9", "10.0.0.1", "300.1.1.1")).containsExactly("Listing 203.0.113.9");
        assertThat(linked("", "a b", "[::1]", "-", "1234567", "x..y", "%zz.example")).isEmpty();
    }

    @Test
    void asksAllAtOnceAndWaitsNoLongerThanItMay() throws InterruptedException {
        List<Runnable> waiting = new ArrayList<>();
        Begun<ListResult> begun = asking(waiting::add, BL, WL).begin(CLIENT);
        assertThat(waiting).hasSize(2);
        waiting.getFirst().run();
        List<ListResult> results = begun.join(now);
        assertThat(results.getFirst()).isEqualTo(new NotListed("bl.example", "192.0.2.99"));
        assertThat(results.getLast()).isEqualTo(new Unanswered("wl.example", "192.0.2.99", "no answer in time"));
        int asked = zone.asked.size();
        waiting.getLast().run();
        assertThat(zone.asked).as("what was given up is not asked any more").hasSize(asked);
    }

    @Test
    void withoutThreadsNothingIsKnown() throws InterruptedException {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        assertThat(of(asking(full, BL), CLIENT)).allMatch(Unanswered.class::isInstance);
    }
}
