package org.postern.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class AddressTest {
    private static final Mailbox MAILBOX = new Mailbox("Alice", new Domain("Test.Example"));

    @Test
    void domainsAreEqualInAnyCase() {
        Domain domain = new Domain("Test.Example");
        assertThat(domain).isEqualTo(new Domain("test.EXAMPLE")).hasSameHashCodeAs(new Domain("test.example"));
        assertThat(domain.key()).isEqualTo("test.example");
        assertThat(domain).hasToString("Test.Example");
    }

    @Test
    void localPartsAreNot() {
        assertThat(MAILBOX).isNotEqualTo(new Mailbox("alice", new Domain("test.example")));
    }

    @ParameterizedTest
    @CsvSource({"blocked, blocked", "'\"blocked\"', blocked", "'\"bl\\ocked\"', blocked", "'\"a b\"', 'a b'",
            "'\"a\\\"b\"', 'a\"b'",
            "'\"\\\\\"', '\\'", "'\"\"', ''"})
    void quotesBelongToTheWritingOfALocalPart(String written, String meant) {
        Mailbox mailbox = new Mailbox(written, new Domain("test.example"));
        assertThat(mailbox.localName()).isEqualTo(meant);
        assertThat(mailbox.localPart()).isEqualTo(written);
    }

    @Test
    void aDomainMayBeAnAddressLiteral() {
        assertThat(new Domain("[192.0.2.1]").isLiteral()).isTrue();
        assertThat(new Domain("192.0.2.1").isLiteral()).isFalse();
    }

    @Test
    void nothingIsEmptyOrEndless() {
        assertThatThrownBy(() -> new Domain("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Domain("d".repeat(256))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mailbox("", new Domain("a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathsStandInAngleBrackets() {
        assertThat(ReversePath.NULL).hasToString("<>");
        assertThat(ReversePath.NULL.address()).isEmpty();
        assertThat(ReversePath.of(MAILBOX)).hasToString("<Alice@Test.Example>");
        assertThat(new ForwardPath(MAILBOX)).hasToString("<Alice@Test.Example>");
    }

    @Test
    void parametersAreFoundInUpperCaseAndWrittenInOrder() {
        Parameters parameters = Parameters.of(Map.of("size", "10", "SMTPUTF8", "", "body", "7BIT"));
        assertThat(parameters.get("SIZE")).contains("10");
        assertThat(parameters).hasToString("BODY=7BIT SIZE=10 SMTPUTF8");
    }

    @Test
    void anEnvelopeCanBeNarrowedToSomeRecipients() {
        Recipient some = Recipient.of(MAILBOX);
        Envelope all = new Envelope(ReversePath.NULL, Parameters.NONE, List.of(some, some));
        assertThat(all.to(List.of(some)).recipients()).containsExactly(some);
        assertThat(all.to(List.of(some)).reversePath()).isEqualTo(ReversePath.NULL);
    }
}
