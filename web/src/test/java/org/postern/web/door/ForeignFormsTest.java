package org.postern.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.List;

class ForeignFormsTest {
    private static Client asked(boolean secure, String host) {
        return new Client(InetAddress.ofLiteral("192.0.2.1"), secure, host);
    }

    @ParameterizedTest
    @CsvSource({"false, mail.example:8080, http://mail.example:8080", "true, mail.example, https://MAIL.example",
            "true, mail.example:443, https://mail.example", "false, mail.example, http://mail.example:80",
            "false, [::1]:8080, http://[::1]:8080"})
    void aFormOfTheSameOriginIsOurs(boolean secure, String host, String origin) {
        assertThat(ForeignForms.isOurs(asked(secure, host), List.of(), List.of(origin))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"false, mail.example:8080, http://elsewhere.example:8080", "true, mail.example, null",
            "false, null, null", "false, mail.example, ''", "false, mail.example, mail.example",
            "false, mail.example, file://mail.example", "false, [::1]:8080, http://[::2]:8080",
            "true, mail.example, https://mail.example:8443", "true, mail.example, http://mail.example",
            "false, mail.example, https://mail.example", "false, mail.example:8080, http://mail.example:8081",
            "false, a b, http://a b"})
    void aFormOfAnotherOriginIsNot(boolean secure, String host, String origin) {
        assertThat(ForeignForms.isOurs(asked(secure, host), List.of(), List.of(origin))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "Same-Origin, cross-site"})
    void whatABrowserSaysIsFromElsewhereIsFromElsewhere(String site) {
        assertThat(ForeignForms.isOurs(asked(false, "mail.example"), List.of(site), List.of())).isFalse();
    }

    @Test
    void programsSayNothing() {
        assertThat(ForeignForms.isOurs(asked(false, "mail.example"), List.of(), List.of())).isTrue();
        assertThat(ForeignForms.isOurs(asked(false, "mail.example"), List.of("same-origin"), List.of())).isTrue();
        assertThat(ForeignForms.isOurs(asked(false, "mail.example"), List.of("none"), List.of())).isTrue();
    }
}
