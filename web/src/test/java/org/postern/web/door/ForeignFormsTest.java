package org.postern.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFormsTest {
    @ParameterizedTest
    @CsvSource({"mail.example:8080, http://mail.example:8080", "mail.example, https://MAIL.example",
            "mail.example:8080, https://mail.example", "[::1]:8080, http://[::1]:8080"})
    void aFormOfTheSameHostIsOurs(String host, String origin) {
        assertThat(ForeignForms.isOf(host, origin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mail.example:8080, http://elsewhere.example:8080", "mail.example, null", "null, null",
            "mail.example, ''", "mail.example, mail.example", "mail.example, file://mail.example",
            "[::1]:8080, http://[::2]:8080"})
    void aFormOfAnotherHostIsNot(String host, String origin) {
        assertThat(ForeignForms.isOf(host, origin)).isFalse();
    }
}
