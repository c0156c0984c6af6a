package org.postern.reputation.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.reputation.entry.ListEntry.Effect;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

class PeoplesListsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.9");

    private static ListEntry entry(Effect effect, String party) {
        return new ListEntry(party, effect, Party.parse(party), ListEntry.ALL, "", Optional.empty());
    }

    private static Mailbox mailbox(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), new Domain(address.substring(at + 1)));
    }

    private static Set<Domain> domains(String... names) {
        return Arrays.stream(names).map(Domain::new).collect(Collectors.toSet());
    }

    /** Before the content is there. */
    private static Evidence mail(String sender, String... proved) {
        return new Evidence(CLIENT, Optional.of(mailbox(sender)), Optional.empty(), domains(proved));
    }

    private static Evidence content(String sender, String author, String... proved) {
        return new Evidence(CLIENT, Optional.of(mailbox(sender)), Optional.of(List.of(mailbox(author))),
                domains(proved));
    }

    private static boolean isAllowed(String party, Evidence evidence) {
        Matches matches = new PeoplesLists(List.of(entry(Effect.ALLOW, party))).matching(evidence,
                Set.of(ListEntry.ALL), NOW);
        assertThat(matches.blocking()).isEmpty();
        return !matches.allowing().isEmpty();
    }

    private static boolean isBlocked(String party, Evidence evidence) {
        Matches matches = new PeoplesLists(List.of(entry(Effect.BLOCK, party))).matching(evidence,
                Set.of(ListEntry.ALL), NOW);
        assertThat(matches.allowing()).isEmpty();
        return !matches.blocking().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@bank.example", "ANN@Bank.example", "bank.example", ".bank.example", ".example"})
    void anAllowanceCountsOnlyForWhatIsProved(String party) {
        assertThat(isAllowed(party, mail("ann@bank.example"))).isFalse();
        assertThat(isAllowed(party, mail("ann@bank.example", "evil.test"))).isFalse();
        assertThat(isAllowed(party, mail("ann@bank.example", "bank.example"))).isTrue();
        assertThat(isAllowed(party, content("bounce@evil.test", "ann@bank.example", "bank.example"))).isTrue();
        assertThat(isAllowed(party, content("bounce@evil.test", "ann@bank.example", "evil.test"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@news.example", "news.example", ".news.example"})
    void whoMaySendForOneDomainMayNotForgeAnother(String party) {
        assertThat(isAllowed(party, mail("ann@news.example", "news.example"))).isTrue();
        assertThat(isAllowed(party, content("ann@news.example", "boss@bank.example", "news.example"))).isFalse();
        Evidence several = new Evidence(CLIENT, Optional.of(mailbox("ann@news.example")),
                Optional.of(List.of(mailbox("ann@news.example"), mailbox("boss@bank.example"))),
                domains("news.example"));
        assertThat(isAllowed(party, several)).isFalse();
        Evidence nobody = new Evidence(CLIENT, Optional.of(mailbox("ann@news.example")), Optional.of(List.of()),
                domains("news.example"));
        assertThat(isAllowed(party, nobody)).isFalse();
    }

    @Test
    void domainsBelowProveForOneAnotherOnlyWhereTheEntryTakesThemAll() {
        Evidence signedAbove = content("x@b.example", "ann@mail.bank.example", "bank.example");
        assertThat(isAllowed(".bank.example", signedAbove)).isTrue();
        assertThat(isAllowed("mail.bank.example", signedAbove)).isFalse();
        assertThat(isAllowed("ann@mail.bank.example", signedAbove)).isFalse();
        Evidence signedBelow = content("x@b.example", "ann@hosts.example", "evil.hosts.example");
        assertThat(isAllowed("hosts.example", signedBelow)).isFalse();
        assertThat(isAllowed("ann@hosts.example", signedBelow)).isFalse();
    }

    @Test
    void namesThatOnlyEndAlikeAreOthers() {
        assertThat(isAllowed(".bank.example", mail("ann@evilbank.example", "evilbank.example"))).isFalse();
        assertThat(isBlocked(".bank.example", mail("ann@evilbank.example"))).isFalse();
        assertThat(isBlocked("bank.example", mail("ann@www.bank.example"))).isFalse();
    }

    @Test
    void aNetworkIsProvedByTheConnection() {
        assertThat(isAllowed("192.0.2.0/24", mail("ann@bank.example"))).isTrue();
        assertThat(isAllowed("192.0.2.9", mail("ann@bank.example"))).isTrue();
        assertThat(isAllowed("198.51.100.0/24", mail("ann@bank.example"))).isFalse();
        assertThat(isBlocked("::/0", mail("ann@bank.example"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@bank.example", "\"ann\"@bank.example", "bank.example", ".bank.example", ".example",
            "192.0.0.0/8", "evil.test"})
    void aBlockTakesAMessageAtItsWord(String party) {
        assertThat(isBlocked(party, content("x@evil.test", "ann@bank.example"))).isTrue();
        assertThat(isBlocked(party, content("Ann@BANK.example", "x@else.test", "evil.test"))).isTrue();
    }

    @Test
    void entriesCountForTheirOwnersAndTheirTime() {
        ListEntry his = new ListEntry("1", Effect.BLOCK, Party.parse("spam.example"), "bob@here.example", "tired of it",
                Optional.of(NOW.plusSeconds(1)));
        PeoplesLists lists = new PeoplesLists(List.of(his));
        Evidence evidence = mail("ann@spam.example");
        assertThat(lists.matching(evidence, Set.of("bob@here.example"), NOW).blocking()).containsExactly(his);
        assertThat(lists.matching(evidence, Set.of(ListEntry.ALL, "eve@here.example"), NOW).blocking()).isEmpty();
        assertThat(lists.matching(evidence, Set.of("bob@here.example"), NOW.plusSeconds(1)).blocking()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "@", "ann@", "@bank.example", "192.0.2", "192.0.2.0/33", "192.0.2.1/24",
            "2001:db8::/129", "a b.example", ".192.0.2.0/24", "/"})
    void saysWhatIsNoParty(String text) {
        assertThatThrownBy(() -> Party.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void whateverIsSaidNothingUnprovedIsAllowed() {
        Random random = new Random(7489);
        List<String> domains = List.of("bank.example", "www.bank.example", "a.www.bank.example", "example", "evil.test",
                "b\u00fccher.example");
        for (int i = 0; i < 20_000; i++) {
            List<ListEntry> entries = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                String domain = domains.get(random.nextInt(domains.size()));
                entries.add(entry(Effect.ALLOW, List.of("ann@", "", ".").get(random.nextInt(3)) + domain));
            }
            String author = "ann@" + domains.get(random.nextInt(domains.size()));
            String proved = domains.get(random.nextInt(domains.size()));
            PeoplesLists lists = new PeoplesLists(entries);
            assertThat(lists.matching(content(author, author), Set.of(ListEntry.ALL), NOW).allowing()).isEmpty();
            for (ListEntry allowing : lists.matching(content("x@y.test", author, proved), Set.of(ListEntry.ALL), NOW)
                    .allowing()) {
                boolean same = proved.equals(mailbox(author).domain().text());
                boolean covered = allowing.party() instanceof Party.DomainAndBelow(Domain above)
                        && ("." + proved).endsWith("." + above) && ("." + author.substring(4)).endsWith("." + above);
                assertThat(same || covered).as("%s by %s of %s", author, allowing, proved)
                        .isTrue();
            }
        }
    }
}
