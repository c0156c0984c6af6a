package org.postern.config.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.smtp.wire.MailboxParser;
import org.postern.smtp.wire.Parsed;
import org.postern.smtp.wire.Violation;

class WrongTest {
    @ParameterizedTest
    @EnumSource
    void whatBreaksTheGrammarIsSaidAsClientsHearIt(Violation violation) {
        assertThat(Wrong.with(violation)).hasToString(violation.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a", "a@", "@b", "a@b@c", "a b@c", "a..b@c", "a@b..c", "a@-b", "a@[1.2.3]",
            "a@b c", "\"a@b", "a@b_c.example", "<a@b>", "@x:a@b"})
    void whateverAnAddressHasWrongIsSaidInEachLanguage(String text) {
        assertThat(MailboxParser.parseInternational(text)).isInstanceOfSatisfying(Parsed.Invalid.class,
                wrong -> assertThat(Wrong.with(wrong.violation()).isAsItIs()).as(wrong.violation().name()).isFalse());
    }
}
