package org.postern.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.auth.dmarc.PolicyRecord;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;
import org.postern.report.ReportDestinations.Destination;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class ReportDestinationsTest {
    private static List<Destination> destinations(Map<String, String> zone, String rua) {
        TextDns dns = name -> {
            String text = zone.getOrDefault(name, "");
            return switch (text) {
                case "" -> new NoSuchDomain();
                case "TIMEOUT" -> new Temporary("no answer");
                default -> new TextAnswer.Found(List.of(text.split("\\|")));
            };
        };
        return new ReportDestinations(dns).of("shop.example",
                PolicyRecord.parse("v=DMARC1; p=none; rua=" + rua).orElseThrow().rua());
    }

    private static String said(Destination destination) {
        return switch (destination) {
            case Destination.Wanted(var mailbox, var most) -> mailbox + most.map(octets -> "!" + octets).orElse("");
            case Destination.Unwanted unwanted -> "unwanted";
            case Destination.Unknown unknown -> "unknown";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"d@shop.example | -", "d@reports.shop.example | -"})
    void takesTheOwnersOwnWord(String address, String text) {
        assertThat(destinations(Map.of("_dmarc.shop.example", "v=DMARC1; p=none"), "mailto:" + address))
                .extracting(ReportDestinationsTest::said)
                .containsExactly(address);
    }

    @ParameterizedTest
    @CsvSource({"v=DMARC1,d@reports.test", "v=DMARC1;,d@reports.test",
            "'v=DMARC1; rua=mailto:other@reports.test',other@reports.test",
            "'v=DMARC1; rua=mailto:other@victim.test',unwanted", "'x|v=DMARC1',d@reports.test", "x,unwanted",
            "'',unwanted",
            "TIMEOUT,unknown", "'v=DMARC1; rua=https://reports.test/x',unwanted"})
    void asksThoseOfAnotherOrganization(String text, String said) {
        assertThat(destinations(Map.of("shop.example._report._dmarc.reports.test", text), "mailto:d@reports.test"))
                .extracting(ReportDestinationsTest::said)
                .containsExactly(said);
    }

    @Test
    void sendsNothingToOthersThanMailboxesOfDomains() {
        assertThat(destinations(Map.of(), "https://shop.example/r, mailto:d@[192.0.2.1]"))
                .extracting(ReportDestinationsTest::said)
                .containsExactly("unwanted", "unwanted");
    }

    @Test
    void doesNotKnowWhereTheWalkHasNoAnswer() {
        assertThat(destinations(Map.of("_dmarc.test", "TIMEOUT"), "mailto:d@reports.test"))
                .extracting(ReportDestinationsTest::said)
                .containsExactly("unknown");
    }

    @Test
    void namesEachAddressOnce() {
        assertThat(destinations(Map.of(), "mailto:d@shop.example,mailto:d@shop.example")).hasSize(1);
    }

    @Test
    void goesToTenAtMostThoseNamedInsteadAmongThem() {
        String many = IntStream.range(0, 8).mapToObj(i -> "mailto:%1$s" + i + "@%1$s.test").collect(joining(","));
        Map<String, String> zone = Map.of("shop.example._report._dmarc.a.test",
                "v=DMARC1; rua=" + many.formatted("a"), "shop.example._report._dmarc.b.test",
                "v=DMARC1; rua=" + many.formatted("b"));
        assertThat(destinations(zone, "mailto:x@a.test,mailto:x@b.test")).hasSize(10);
    }
}
