package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

class MailboxParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b", "first.last@sub.example.com", "!#$%&'*+-/=?^_`{|}~@example.com",
            "\"a b\"@example.com", "\"\"@example.com", "\"a\\\"b\\\\c\"@example.com", "\"a@b\"@example.com",
            "a@[192.0.2.1]", "a@[IPv6:::1]", "a%b@example.com", "a!b@example.com", "a@1.2.3.4",
            "a@xn--mller-kva.example"})
    void takesWhatTheGrammarAllows(String text) {
        assertThat(MailboxParser.parse(text).toOptional()).map(Mailbox::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@b", "a@", "a@@b", "a@b@c", ".a@b", "a.@b", "a..b@c", "a b@c", "a(b)@c", "a\tb@c",
            "\"a@b", "\"a\"b@c", "a\"b\"@c", "\"a\nb\"@c", "\"a\\\"@c", "<a@b>", "a@b ", " a@b", "a@b>", "a,b@c",
            "a;b@c", "a:b@c", "a[b]@c", "a\\b@c"})
    void refusesWhatItDoesNot(String text) {
        assertThat(MailboxParser.parse(text).toOptional()).isEmpty();
    }

    @Test
    void keepsTheLocalPartAsItIsWritten() {
        assertThat(MailboxParser.parse("\"A b\"@Example.COM").toOptional())
                .contains(new Mailbox("\"A b\"", new Domain("example.com")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "gr\u00fc\u00dfe@b\u00fccher.example", "\"\u00fc a\"@example.com",
            "\ud83d\ude00@b", "a@\ud840\udc00.example"})
    void takesAddressesBeyondAsciiWhereTheyAreMeant(String text) {
        assertThat(MailboxParser.parseInternational(text).toOptional()).map(Mailbox::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00fc", "\u00fc@", "\u00fc@\u00fc@b", "\u00fc b@c", "\u0085@b", "a@b\u00a0c",
            "\ud83d@b",
            "\ude00@b", "\"\ude00\ud83d\"@b", "a@\ud840.example", "a@\ud840"})
    void refusesBeyondAsciiWhatIsNoAddress(String text) {
        assertThat(MailboxParser.parseInternational(text).toOptional()).isEmpty();
    }

    @Test
    void namesWhatStandsInTheWay() {
        assertViolation("a", Violation.DOMAIN_MISSING);
        assertViolation("a".repeat(65) + "@b", Violation.LOCAL_PART_TOO_LONG);
        assertViolation("\u00fc@b", Violation.NON_ASCII_ADDRESS);
        assertViolation("a@\u00fc", Violation.NON_ASCII_ADDRESS);
        assertViolation("a@b c", Violation.TRAILING_TEXT);
    }

    private static void assertViolation(String text, Violation violation) {
        assertThat(MailboxParser.parse(text)).isEqualTo(new Parsed.Invalid<>(violation));
    }
}
