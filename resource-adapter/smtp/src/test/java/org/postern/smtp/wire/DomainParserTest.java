package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;

import java.util.Set;

class DomainParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "example.com", "3com.com", "x-y.z", "a--b.c", "192.0.2.1", "[192.0.2.1]", "[0.0.0.0]",
            "[255.255.255.255]", "[IPv6:::]", "[ipv6:::1]", "[IPv6:1::]", "[IPv6:2001:db8::1]",
            "[IPv6:1:2:3:4:5:6:7:8]", "[IPv6:1:2:3:4:5:6::]", "[IPv6:::3:4:5:6:7:8]", "[IPv6:1:2:3:4:5:6:192.0.2.1]",
            "[IPv6:::ffff:192.0.2.1]", "[IPv6:::192.0.2.1]", "[IPv6:ABCD:ef01::1]"})
    void takesWhatTheGrammarAllows(String text) {
        assertThat(DomainParser.parse(text).toOptional()).map(Domain::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "-a", "a-", "a-.b", "a.-b", "a b", "a_b", "a/b", "[", "[]",
            "[192.0.2]", "[192.0.2.1", "192.0.2.1]", "[192.0.2.256]", "[192.0.2.1.1]", "[192.0.2.0001]", "[1..2.3]",
            "[x]", "[IPv6:]", "[IPv6:1]", "[IPv6::]", "[IPv6:1:2:3:4:5:6:7]", "[IPv6:1:2:3:4:5:6:7:8:9]",
            "[IPv6:1::2::3]", "[IPv6:12345::]", "[IPv6:g::]", "[IPv6:1:2:3:4:5:6:7::]", "[IPv6::1:2]", "[IPv6:1:2:]",
            "[IPv6:::1:]", "[IPv6:1:2:3:4:5:6:7:192.0.2.1]", "[IPv6:192.0.2.1]", "[IPv6:::192.0.2.1:1]",
            "[IPv6:192.0.2.1::]", "[2001:db8::1]", "[tag:content]"})
    void refusesWhatItDoesNot(String text) {
        assertThat(DomainParser.parse(text).toOptional()).isEmpty();
    }

    @Test
    void boundsLabelsAndTheWhole() {
        assertThat(DomainParser.parse("d".repeat(63)).toOptional()).isPresent();
        assertViolation("d".repeat(64), Violation.DOMAIN);
        assertThat(DomainParser.parse("d.".repeat(127) + "d").toOptional()).isPresent();
        assertViolation("d.".repeat(128) + "d", Violation.DOMAIN_TOO_LONG);
    }

    @Test
    void takesAnUnderscoreOnlyWhereItIsTolerated() {
        assertViolation("a_b.c", Violation.UNDERSCORE_IN_DOMAIN);
        assertThat(DomainParser.parse("a_b.c", Set.of(Violation.UNDERSCORE_IN_DOMAIN)).toOptional()).isPresent();
    }

    @Test
    void takesLabelsBeyondAsciiWhereTheyAreMeant() {
        assertThat(DomainParser.parseInternational("b\u00fccher.example").toOptional())
                .contains(new Domain("xn--bcher-kva.example"));
        assertThat(DomainParser.parse("b\u00fccher.example").toOptional()).isEmpty();
        assertThat(DomainParser.parseInternational("b\u00fccher.example.").toOptional()).isEmpty();
    }

    private static void assertViolation(String text, Violation violation) {
        assertThat(DomainParser.parse(text)).isEqualTo(new Parsed.Invalid<>(violation));
    }
}
