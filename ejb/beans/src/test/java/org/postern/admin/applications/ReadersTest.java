package org.postern.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.admin.applications.Readers.Grant;

import java.util.List;

/** Which role may read what, by the settings of the broker. */
class ReadersTest {
    private static final List<Grant> GRANTS = List.of(new Grant("#", "application", true),
            new Grant("jms.queue.postern.#", "nobody", false),
            new Grant("jms.queue.postern.submit", "application", false),
            new Grant("jms.queue.*.secret", "vault", true));

    @ParameterizedTest
    @CsvSource({"jms.queue.orders, application", "jms.queue.postern.dead, ''", "jms.queue.postern.submit, ''",
            "jms.queue.a.secret, vault", "jms.topic.news, application"})
    void theMostExactSettingCounts(String address, String roles) {
        assertThat(String.join(" ", Readers.roles(address, GRANTS))).isEqualTo(roles);
    }

    @Test
    void theNameOfAnAccountIsReadFromThatOfItsFile() {
        assertThat(Readers.decoded("N5ZGIZLSOMWWC4DQIBQXA4DMNFRWC5DJN5XHG")).isEqualTo("orders-app@applications");
    }

    @Test
    void whereNothingIsSaidNobodyMay() {
        assertThat(Readers.roles("jms.queue.orders", List.of())).isEmpty();
    }
}
