package org.postern.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

class RecipientPatternTest {
    @Test
    void readsEachForm() {
        assertThat(RecipientPattern.parse("*")).isEqualTo(new RecipientPattern.Anyone());
        assertThat(RecipientPattern.parse("a.example"))
                .isEqualTo(new RecipientPattern.OfDomain(new Domain("a.example")));
        assertThat(RecipientPattern.parse(".a.example")).isEqualTo(
                new RecipientPattern.OfSubdomains(new Domain("a.example")));
        assertThat(RecipientPattern.parse("\"x@y\"@a.example")).isEqualTo(
                new RecipientPattern.OfMailbox(new Mailbox("\"x@y\"", new Domain("a.example"))));
    }

    @Test
    void readsNamesBeyondAscii() {
        assertThat(RecipientPattern.parse("b\u00fccher.example"))
                .isEqualTo(new RecipientPattern.OfDomain(new Domain("xn--bcher-kva.example")));
        assertThat(RecipientPattern.parse("gr\u00fc\u00dfe@a.example")).isEqualTo(
                new RecipientPattern.OfMailbox(new Mailbox("gr\u00fc\u00dfe", new Domain("a.example"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", "@a.example", "x@", "x@@a", "a b", "*.a.example", "-a.example",
            "a.example."})
    void refusesWhatNamesNobody(String text) {
        assertThatThrownBy(() -> RecipientPattern.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
