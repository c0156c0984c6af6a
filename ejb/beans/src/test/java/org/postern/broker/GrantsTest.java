package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.broker.Grants.Grant;

import java.util.List;

/** Which role may do what, by the settings of the broker. */
class GrantsTest {
    private static final List<Grant> GRANTS = List.of(new Grant("#", "application", true, true),
            new Grant("jms.queue.postern.#", "nobody", false, false),
            new Grant("jms.queue.postern.submit", "application", true, false),
            new Grant("jms.queue.*.secret", "vault", false, true));

    @ParameterizedTest
    @CsvSource({"jms.queue.orders, application, application", "jms.queue.postern.dead, '', ''",
            "jms.queue.postern.submit, '', application", "jms.queue.a.secret, vault, ''",
            "jms.topic.news, application, application"})
    void theMostExactSettingCounts(String address, String readers, String writers) {
        assertThat(String.join(" ", Grants.roles(address, GRANTS, Grant::consume))).isEqualTo(readers);
        assertThat(String.join(" ", Grants.roles(address, GRANTS, Grant::send))).isEqualTo(writers);
    }

    @Test
    void whereNothingIsSaidNobodyMay() {
        assertThat(Grants.roles("jms.queue.orders", List.of(), Grant::send)).isEmpty();
        assertThat(new Grants().writers("jms.queue.orders")).isEmpty();
    }
}
