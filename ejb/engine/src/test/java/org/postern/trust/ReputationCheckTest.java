package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.ListKind;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What others say of a stranger, and what it comes to. */
class ReputationCheckTest {
    private final Strangers strangers = new Strangers();

    ReputationCheckTest() {
        strangers.zone.knows("sender.example", "SPF", "v=spf1 ip4:192.0.2.1 -all")
                .knows("sender.example", "TXT", "v=spf1 ip4:192.0.2.1 -all")
                .knows("_dmarc.sender.example", "TXT", "v=DMARC1; p=reject")
                .knows("elsewhere.example", "TXT", "v=spf1 ip4:192.0.2.9 -all");
    }

    private static List<String> names(Examined examined) {
        return examined.assessment().symbols().stream().map(Symbol::name).toList();
    }

    private Symbol symbol(Examined examined, KnownSymbol name) {
        return examined.assessment()
                .symbols()
                .stream()
                .filter(symbol -> symbol.name().equals(name.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allListsTogetherSayOneThingOfAClient() throws Exception {
        strangers.lists("bl.example", ListKind.ADDRESSES, 3);
        strangers.lists("more.example", ListKind.ADDRESSES, 2.5);
        strangers.lists("wl.example", ListKind.ADDRESSES, -1);
        List.of("bl", "more", "wl")
                .forEach(list -> strangers.zone.knows("1.2.0.192." + list + ".example", "A", "127.0.0.2"));
        Examined listed = strangers.examined("192.0.2.1", "sender.example", "sender.example");
        assertThat(symbol(listed, KnownSymbol.LISTED)).isEqualTo(new Symbol("LISTED", 5.5,
                "bl.example 127.0.0.2 192.0.2.1; more.example 127.0.0.2 192.0.2.1"));
        assertThat(symbol(listed, KnownSymbol.WELCOMED).weight()).isEqualTo(-1);
    }

    @Test
    void aListThatKeepsToNoRulesIsToldAndWeighsNothing() throws Exception {
        strangers.lists("bl.example", ListKind.ADDRESSES, 30);
        strangers.zone.knows("1.2.0.192.bl.example", "A", "127.255.255.254");
        Examined honest = strangers.examined("192.0.2.1", "sender.example", "sender.example");
        assertThat(honest.refusal()).isEmpty();
        assertThat(symbol(honest, KnownSymbol.LIST_BROKEN).weight()).isZero();
        assertThat(symbol(honest, KnownSymbol.LIST_BROKEN).evidence()).startsWith("bl.example: it answers 127.255");
    }

    @Test
    void domainsThatTheMessageNamesAreAskedAboutToo() throws Exception {
        strangers.lists("domains.example", ListKind.DOMAINS, 4);
        strangers.zone.knows("elsewhere.example.domains.example", "A", "127.0.0.2");
        strangers.zone.knows("client.example.domains.example", "A", "127.0.0.2");
        Examined listed = strangers.examined("192.0.2.1", "sender.example", "elsewhere.example");
        assertThat(symbol(listed, KnownSymbol.DOMAIN_LISTED)).isEqualTo(new Symbol("DOMAIN_LISTED", 8,
                "domains.example 127.0.0.2 client.example; domains.example 127.0.0.2 elsewhere.example"));
    }

    @Test
    void aListSpeaksForADomainOnlyWhereThatHasSentTheMessage() throws Exception {
        strangers.lists("good.example", ListKind.DOMAINS, -4);
        strangers.zone.knows("sender.example.good.example", "A", "127.0.0.2");
        assertThat(names(strangers.examined("192.0.2.1", "sender.example", "sender.example"))).contains("WELCOMED");
        assertThat(names(strangers.examined("192.0.2.66", "sender.example", "sender.example")))
                .doesNotContain("WELCOMED");
    }

    @Test
    void whomPeopleAllowIsLetInWhateverListsSayOfHim() throws Exception {
        strangers.lists("bl.example", ListKind.ADDRESSES, 25);
        strangers.zone.knows("1.2.0.192.bl.example", "A", "127.0.0.2");
        assertThat(strangers.examined("192.0.2.1", "sender.example", "sender.example").refusal()).isPresent();
        strangers.people(ListEntry.Effect.ALLOW, "sender.example", ListEntry.ALL, Optional.empty());
        Examined allowed = strangers.examined("192.0.2.1", "sender.example", "sender.example");
        assertThat(allowed.refusal()).isEmpty();
        assertThat(symbol(allowed, KnownSymbol.ALLOWED))
                .isEqualTo(new Symbol("ALLOWED", -20, "entry 7, sender.example: a reason"));
        assertThat(strangers.entries.take()).isEqualTo(Map.of("7", 1L));
    }

    @Test
    void anAllowanceLetsNoForgeryIn() throws Exception {
        strangers.people(ListEntry.Effect.ALLOW, "sender.example", ListEntry.ALL, Optional.empty());
        Examined forged = strangers.examined("192.0.2.66", "sender.example", "sender.example");
        assertThat(forged.refusal()).contains(TrustReplies.DMARC_FAILED);
        assertThat(names(strangers.examined("192.0.2.66", "elsewhere.example", "sender.example")))
                .doesNotContain("ALLOWED");
        assertThat(strangers.entries.take()).isEmpty();
    }

    @Test
    void anAuthorWhomPeopleBlockIsRefusedWhoeverSends() throws Exception {
        strangers.people(ListEntry.Effect.BLOCK, "sender.example", ListEntry.ALL, Optional.empty());
        Examined blocked = strangers.examined("192.0.2.9", "elsewhere.example", "sender.example");
        assertThat(blocked.refusal()).contains(TrustReplies.BLOCKED);
        assertThat(blocked.assessment().reason()).hasToString("entry 7, sender.example: a reason; rule block");
    }

    @Test
    void whatOneRecipientBlocksIsBlockedForHimAlone() throws Exception {
        strangers.people(ListEntry.Effect.BLOCK, "sender.example", "bob@here.example", Optional.empty());
        assertThat(names(strangers.examined("192.0.2.1", "sender.example", "sender.example")))
                .doesNotContain("BLOCKED");
        strangers.people(ListEntry.Effect.BLOCK, "sender.example", "ann@here.example", Optional.empty());
        assertThat(names(strangers.examined("192.0.2.1", "sender.example", "sender.example"))).contains("BLOCKED");
    }
}
