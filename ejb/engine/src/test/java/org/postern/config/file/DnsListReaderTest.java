package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.reputation.AnswerPattern;
import org.postern.reputation.AnswerWeight;
import org.postern.reputation.DnsList;
import org.postern.reputation.ListKind;

import java.util.List;
import java.util.Optional;

class DnsListReaderTest {
    private static Reading read(String text) {
        return new ConfigurationReader(Overrides.none()).read("gw.toml", text);
    }

    private static List<String> problems(String text) {
        return ((Reading.Invalid) read(text)).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsListsWithOneWeightOrOneForEachAnswer() {
        Configuration configuration = ((Reading.Valid) read("""
                [[dns-list]]
                zone    = "BL.example"
                kind    = "client"
                answers = ["127.0.0.2=3", "127.0.0.4-7 = -0.5"]
                purpose = "sources of spam"
                [[dns-list]]
                zone    = "domains.example"
                kind    = "domain"
                weight  = 2.5
                example = "test.domains.example"
                """)).configuration();
        assertThat(configuration.dnsLists()).usingRecursiveComparison()
                .isEqualTo(List.of(
                        new DnsList("bl.example", ListKind.ADDRESSES,
                                List.of(new AnswerWeight(AnswerPattern.parse("127.0.0.2"), 3),
                                        new AnswerWeight(AnswerPattern.parse("127.0.0.4-7"), -0.5)),
                                "sources of spam", Optional.empty()),
                        new DnsList("domains.example", ListKind.DOMAINS,
                                List.of(new AnswerWeight(AnswerPattern.ANY, 2.5)), "",
                                Optional.of("test.domains.example"))));
    }

    @Test
    void aListMayBeOfLinks() {
        assertThat(((Reading.Valid) read("[[dns-list]]\nzone = \"uri.example\"\nkind = \"uri\"\nweight = 2"))
                .configuration()
                .dnsLists()).singleElement().extracting(DnsList::kind).isEqualTo(ListKind.LINKS);
    }

    @Test
    void asksNobodyUnlessItIsToldTo() {
        assertThat(((Reading.Valid) read("")).configuration().dnsLists()).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndInWhichLine() {
        assertThat(problems("""
                [[dns-list]]
                zone = "bl.example"
                kind = "address"
                weight = "much"
                [[dns-list]]
                zone = "bl example"
                kind = "client"
                weight = 3
                [[dns-list]]
                zone = "bl2.example"
                kind = "client"
                weight = 101
                answers = ["127.0.0.2=3"]
                [[dns-list]]
                zone = "bl3.example"
                kind = "client"
                [[dns-list]]
                zone = "bl4.example"
                kind = "client"
                answers = ["10.0.0.2=3"]
                """)).containsExactly("gw.toml:3:1: one of client, domain, uri, not address",
                "gw.toml:4:1: not a number: much",
                "gw.toml:6:1: not a domain name: bl example",
                "gw.toml:13:1: weight or answers, not both",
                "gw.toml:14:1: weight is missing",
                "gw.toml:20:1: '10.0.0.2' is no answer of a list, such as 127.0.0.2 or 127.0.0.2-9");
    }

    @Test
    void aListCountsOnce() {
        String list = "[[dns-list]]\nzone = \"bl.example\"\nkind = \"client\"\nweight = 1\n";
        assertThat(problems(list + list))
                .containsExactly("gw.toml:6:1: bl.example is there already, and would count twice");
    }
}
