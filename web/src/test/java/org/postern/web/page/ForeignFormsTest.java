package org.postern.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ForeignFormsTest {
    @ParameterizedTest
    @CsvSource({"mail.example, http://mail.example", "mail.example, https://mail.example",
            "mail.example:8080, http://mail.example:8080", "mail.example, https://mail.example:8443",
            "mail.example:443, https://mail.example", "MAIL.example, http://mail.example",
            "192.0.2.1:8080, http://192.0.2.1:8080", "[::1]:8080, http://[::1]:8080", "[::1], http://[::1]"})
    void aFormOfTheConsolesOwnIsTaken(String host, String origin) {
        assertThat(ForeignForms.isOfOneOf(List.of(host), origin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mail.example, http://elsewhere.example", "mail.example, https://mail.example.elsewhere.example",
            "mail.example:8080, http://elsewhere.example:8080", "mail.example, null", "null, null", "mail.example, ''",
            "mail.example, mail.example", "mail.example, file://mail.example", "[::1]:8080, http://[::2]:8080"})
    void aFormOfAnotherHostIsNot(String host, String origin) {
        assertThat(ForeignForms.isOfOneOf(List.of(host), origin)).isFalse();
    }

    @Test
    void aProxyMayHandOnTheHostBesideItsOwn() {
        List<String> hosts = List.of("127.0.0.1:8080", "mail.example, proxy.example");
        assertThat(ForeignForms.isOfOneOf(hosts, "https://mail.example")).isTrue();
        assertThat(ForeignForms.isOfOneOf(hosts, "https://elsewhere.example")).isFalse();
    }
}
