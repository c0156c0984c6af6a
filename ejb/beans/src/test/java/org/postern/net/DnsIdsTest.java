package org.postern.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DnsIdsTest {
    @Test
    void aNameIsItselfInAnyCase() {
        assertThat(DnsIds.matches("MX.Example.net.", "mx.example.net")).isTrue();
        assertThat(DnsIds.matches("mx.example.net", "example.net")).isFalse();
        assertThat(DnsIds.matches("example.net", "mx.example.net")).isFalse();
    }

    @Test
    void aWildcardStandsForOneWholeLabel() {
        assertThat(DnsIds.matches("mx.example.net", "*.example.net")).isTrue();
        assertThat(DnsIds.matches("a.mx.example.net", "*.example.net")).isFalse();
        assertThat(DnsIds.matches("example.net", "*.example.net")).isFalse();
        assertThat(DnsIds.matches("mx.example.net", "m*.example.net")).isFalse();
        assertThat(DnsIds.matches("mx.example.net", "*")).isFalse();
    }

    @Test
    void noWildcardStandsForATopLevelDomain() {
        assertThat(DnsIds.matches("example.net", "*.net")).isFalse();
    }

    @Test
    void aDotInFrontAsksForAnyNameBelow() {
        assertThat(DnsIds.matches(".example.net", "mx.example.net")).isTrue();
        assertThat(DnsIds.matches(".example.net", "a.mx.example.net")).isTrue();
        assertThat(DnsIds.matches(".example.net", "example.net")).isFalse();
        assertThat(DnsIds.matches(".example.net", "notexample.net")).isFalse();
    }
}
