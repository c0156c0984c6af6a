package org.postern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Mailbox;

import java.util.List;
import java.util.Optional;

class FromFieldTest {
    private static Optional<List<String>> read(String body) {
        return FromField.mailboxes(body).map(found -> found.stream().map(Mailbox::toString).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"a@b.example | a@b.example",
            "<a@b.example> | a@b.example", "Ann Bee <a@b.example> | a@b.example",
            "\"Bee, Ann\" <a@b.example> | a@b.example", "\"x\\\" <y@z.example>\" <a@b.example> | a@b.example",
            "a@b.example (Ann (really)) | a@b.example", "Ann (<x@y.example>) <a@b.example> | a@b.example",
            "=?utf-8?q?Ann?= <a@b.example> | a@b.example", "\"a b\"@c.example | \"a b\"@c.example",
            "Friends: Ann <a@b.example>; | a@b.example", "Ann <a@b.example> (home) | a@b.example",
            "O'Neil. <a@b.example> | a@b.example", "\"x@y.example\" <a@b.example> | a@b.example"})
    void readsOneAddress(String body, String address) {
        assertThat(read(body)).contains(List.of(address));
    }

    @Test
    void readsAddressesBeyondAscii() {
        assertThat(read("Gr\u00fc\u00dfe <gr\u00fc\u00dfe@b\u00fccher.example>"))
                .contains(List.of("gr\u00fc\u00dfe@b\u00fccher.example"));
    }

    @Test
    void readsSeveral() {
        assertThat(read("a@b.example, Bob <b@c.example>, Friends: c@d.example, <d@e.example>;"))
                .contains(List.of("a@b.example", "b@c.example", "c@d.example", "d@e.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "a@b.example c@d.example", "<a@b.example> <c@d.example>", "Ann <a@b.example",
            "\"Ann <a@b.example>", "(a@b.example", "a@b.example>", "<a@b.example>, <@c.example:d@e.example>",
            "undisclosed:;", "<a@b.example> c@d.example", "a@b.example <c@d.example",
            "a@b.example <c@d.example>", "<a@b.example>, Ann@c.example Bee <d@e.example>",
            "a@b.example: <c@d.example>;",
            "((((((((((((((((((((((((a@b.example"})
    void saysWhenItDoesNotUnderstand(String body) {
        assertThat(read(body)).isEmpty();
    }
}
