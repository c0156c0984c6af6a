package org.postern.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class SoughtTest {
    static Stream<Arguments> texts() {
        return Stream.of(Arguments.of(" \t", new Sought.Anything()),
                Arguments.of("Alice@Example.org", new Sought.Address("Alice@Example.org")),
                Arguments.of("<alice@example.org>", new Sought.Address("alice@example.org")),
                Arguments.of("To: Alice A. <alice@example.org>", new Sought.Address("alice@example.org")),
                Arguments.of("MAIL FROM:<alice@example.org> SIZE=7", new Sought.Address("alice@example.org")),
                Arguments.of("RCPT TO:alice@example.org", new Sought.Address("alice@example.org")),
                Arguments.of("\"a b\"@example.org", new Sought.Address("\"a b\"@example.org")),
                Arguments.of("user3@", new Sought.LocalPart("user3")),
                Arguments.of("@Example.org", new Sought.DomainName("example.org")),
                Arguments.of("Example.org", new Sought.HostName("example.org")),
                Arguments.of("EHLO mx.example", new Sought.HostName("mx.example")),
                Arguments.of("<>", new Sought.NullReversePath()),
                Arguments.of("MAIL FROM:<>", new Sought.NullReversePath()),
                Arguments.of("192.0.2.1", new Sought.Client("192.0.2.1")),
                Arguments.of("192.0.2.1:25", new Sought.Client("192.0.2.1")),
                Arguments.of("[192.0.2.1]", new Sought.Client("192.0.2.1")),
                Arguments.of("mx.example [192.0.2.1]:4711", new Sought.Client("192.0.2.1")),
                Arguments.of("2001:DB8::1", new Sought.Client("2001:db8:0:0:0:0:0:1")),
                Arguments.of("[IPv6:2001:db8::1]", new Sought.Client("2001:db8:0:0:0:0:0:1")),
                Arguments.of("Message-ID: <a.1@example.org>", new Sought.MessageId("a.1@example.org")),
                Arguments.of("<20261129.abc>", new Sought.MessageId("20261129.abc")),
                Arguments.of("From: <postmaster>", new Sought.Word("<postmaster>")),
                Arguments.of("Subject: your  order", new Sought.Subject("your order")),
                Arguments.of("your order", new Sought.Subject("your order")),
                Arguments.of("550 5.7.1 Not here [ref 01K8-x]", new Sought.Word("01K8-x")),
                Arguments.of("[ref 01K8-x]", new Sought.Word("01K8-x")),
                Arguments.of("250 2.6.0 Message accepted, queued as 01HZZZZZZZZZZZZ1",
                        new Sought.Word("01HZZZZZZZZZZZZ1")),
                Arguments.of("250 2.0.0 Ok: queued as 4Xy7", new Sought.Word("4Xy7")),
                Arguments.of("01hzz", new Sought.Word("01hzz")),
                Arguments.of("300.1.2.3", new Sought.HostName("300.1.2.3")),
                Arguments.of("@", new Sought.Word("@")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theLineIsReadAsWhatItIs(String text, Sought sought) {
        assertThat(Sought.parse(text)).isEqualTo(sought);
    }

    @Test
    void anythingCanBeAskedForHoweverLongItIs() {
        for (String text : new String[]{"a", "<", "[", "550 ", "from:", "a@", "id=", ":", "(", "\0"}) {
            assertThat(Sought.parse(text.repeat(5000))).isNotNull();
        }
    }
}
