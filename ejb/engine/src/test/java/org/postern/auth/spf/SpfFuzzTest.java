package org.postern.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records and names as chance would have them: whatever they say, a check ends, within its questions, and throws nothing. */
class SpfFuzzTest {
    private static final List<String> DOMAINS = List.of("a.example", "b.example", "c.a.example", "www.example",
            "9.2.0.192.in-addr.arpa", "b.example.a.example");
    private static final List<String> PIECES = List.of("a", "mx", "ptr", "include", "exists", "all", "ip4", "ip6",
            "redirect=", "exp=", "x=", ":", "/", "//", "24", "0", "033", "129", ".", "..", "%{", "}", "%{d}", "%{p}",
            "%{ir}.%{v}", "%{l1r-+}", "%{S}", "%{h}", "%%", "%-", "%_", "%", " ", " ", " ", " -", " ~", " ?", " +",
            "192.0.2.9", "2001:db8::", ":::", "a.example", "b.example", "c.a.example", "\u0000", "\u00ff",
            " include:a.example", " redirect=b.example", " a:%{p}.b.example", " mx:a.example", " ptr:b.example",
            " exists:%{p}", " include:%{d}", " -all exp=www.example", " a ", " mx ", "v=spf1 ");

    private final Random random = new Random(7208);

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String record(int most) {
        return "v=spf1 " + IntStream.range(0, random.nextInt(most))
                .mapToObj(i -> one(PIECES))
                .collect(Collectors.joining());
    }

    private Zone zone() {
        Zone zone = new Zone();
        for (String domain : DOMAINS) {
            zone.knows(domain, "TXT", record(12));
            for (int i = random.nextInt(12); i > 0; i--) {
                switch (random.nextInt(9)) {
                    case 0 -> zone.knows(domain, "A", "192.0.2." + random.nextInt(12));
                    case 1 -> zone.knows(domain, "AAAA", "2001:db8::" + random.nextInt(12));
                    case 2 -> zone.knows(domain, "PTR", one(DOMAINS) + ".");
                    case 3 -> zone.knows(domain, "MX", "1", random.nextInt(9) + "." + one(DOMAINS));
                    case 4 -> zone.knows(domain, "MX", "1", one(DOMAINS));
                    case 5 -> zone.knows(domain, ZoneEntry.TIMEOUT);
                    default -> {
                        // one record less
                    }
                }
            }
        }
        return zone;
    }

    private SpfQuestion question() {
        return new SpfQuestion(SpfIdentity.MAIL_FROM,
                InetAddress.ofLiteral(random.nextBoolean() ? "192.0.2.9" : "2001:db8::9"), one(PIECES), one(PIECES),
                random.nextInt(10) == 0 ? one(PIECES) + one(PIECES) : one(DOMAINS));
    }

    private static void isBounded(Zone zone, SpfResult result) {
        assertThat(zone.asked).hasSizeLessThanOrEqualTo(Spf.MOST_QUESTIONS);
        assertThat(result.reason() + result.domain() + result.mechanism().orElse("") + result.explanation().orElse(""))
                .matches("[ -~]*");
    }

    @Test
    void noRecordMakesItThrowOrAskForEver() {
        Set<SpfOutcome> reached = EnumSet.noneOf(SpfOutcome.class);
        for (int i = 0; i < 8000; i++) {
            Zone zone = zone();
            SpfResult result = new Spf(zone, InstantSource.system(), "mx.example").check(question());
            isBounded(zone, result);
            reached.add(result.outcome());
        }
        assertThat(reached).containsExactlyInAnyOrder(SpfOutcome.values());
    }

    @Test
    void recordsThatIncludeThemselvesTwiceEndAtTenTerms() {
        Zone zone = new Zone().knows("a.example", "TXT", "v=spf1 include:a.example include:a.example -all");
        SpfResult result = new Spf(zone, InstantSource.system(), "mx.example")
                .check(SpfQuestion.helo(InetAddress.ofLiteral("192.0.2.9"), "a.example"));
        assertThat(result.outcome()).isEqualTo(SpfOutcome.PERMERROR);
        assertThat(zone.asked).hasSize(1 + Limits.TERMS);
    }

    @Test
    void theDearestRecordCostsWhatIsSaid() {
        Zone zone = new Zone().knows("a.example", "TXT",
                "v=spf1 mx mx mx mx mx mx mx mx mx mx -all exp=%{p}.w.example");
        for (int i = 0; i < Limits.HOSTS; i++) {
            zone.knows("a.example", "MX", "1", "mx" + i + ".example")
                    .knows("mx" + i + ".example", "A", "192.0.2.1")
                    .knows("9.2.0.192.in-addr.arpa", "PTR", "mx" + i + ".example");
        }
        SpfResult result = new Spf(zone, InstantSource.system(), "mx.example")
                .check(SpfQuestion.helo(InetAddress.ofLiteral("192.0.2.9"), "a.example"));
        assertThat(result.outcome()).isEqualTo(SpfOutcome.FAIL);
        assertThat(zone.asked).hasSize(Spf.MOST_QUESTIONS);
    }

    @Test
    void longTextsCostNoMoreThanTheirLength() {
        String many = "v=spf1 exists:" + "%{d}".repeat(4000) + " -all exp=" + "%{s}".repeat(10);
        Zone zone = new Zone().knows("a.example", "TXT",
                many.substring(0, Math.min(many.length(), RecordParser.LONGEST)));
        isBounded(zone, new Spf(zone, InstantSource.system(), "mx.example")
                .check(SpfQuestion.helo(InetAddress.ofLiteral("192.0.2.9"), "a.example")));
    }
}
