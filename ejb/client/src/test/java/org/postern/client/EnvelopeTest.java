package org.postern.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.client.Envelope.Recipient;

import java.util.List;
import java.util.Map;

class EnvelopeTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a.b@c.example", "\"a b\"@c", "\"a>b\\\"<\"@c", "\"\"@c", "a@[192.0.2.1]",
            "a@[IPv6:2001:db8::1]",
            "gr\u00fc\u00df@b\u00fccher.example", "\u5f20\u4e09@\u4f8b\u5b50.\u4f8b", "a=b/c+d@e_f.example",
            "!#$%&'*+-/=?^_`{|}~@x"})
    void whateverItHoldsIsReadBack(String address) throws Exception {
        Envelope envelope = new Envelope(address, Map.of("SMTPUTF8", "", "RET", "HDRS"),
                List.of(new Recipient(address, Map.of()), new Recipient("x@y", Map.of("NOTIFY", "NEVER"))));
        assertThat(envelope.toString()).endsWith(">\r\nRCPT TO:<x@y> NOTIFY=NEVER\r\n");
        assertThat(Envelope.parse(envelope.toString())).isEqualTo(envelope);
        Envelope fromNobody = new Envelope("", Map.of(), envelope.recipients());
        assertThat(Envelope.parse(fromNobody.toString())).isEqualTo(fromNobody);
        assertThat(fromNobody.isFromNobody()).isTrue();
        assertThat(fromNobody.addresses()).containsExactly(address, "x@y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@", "@b", "a b@c", "<a@b>", "a@b\r\nRCPT TO:<evil@c>", "a@b> NOTIFY=NEVER",
            "a@b>", ".a@b", "a.@b",
            "a..b@c", "a@b..c", "a@.b", "\"a@b", "\"a\r\n\"@b", "\"a\"b@c", "\"\\\"@c", "a@[1.2", "a@[1>2]",
            "a@b\u0000", "a\u0085@b", "a@b c",
            "\ud800@b", "a@\udc00", "a@b,c", "@x:a@b"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> new Recipient(address, Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an address: ")
                .hasMessageNotContainingAny("\r", "\n", "\u0000", "\u0085");
    }

    @Test
    void anAddressIsAsLongAsAPath() {
        String longest = "a@" + "b".repeat(252);
        assertThat(new Recipient(longest, Map.of()).address()).isEqualTo(longest);
        assertThatThrownBy(() -> new Recipient(longest + "b", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recipient("\u00fc".repeat(127) + "@b", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recipient("a.".repeat(1_000_000), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULL\r\nRCPT TO:<e@x>", "FULL ENVID=1", "a=b", "\u0000", "\u009f", "\ud800"})
    void nothingIsSmuggledInAParameter(String value) {
        assertThatThrownBy(() -> new Envelope("", Map.of("RET", value), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a parameter: RET");
        assertThatThrownBy(() -> new Recipient("a@b", Map.of("RET", value)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ret", "RET=1", "A B", "\u00dc", "-A"})
    void aKeywordIsAWordInUpperCase(String keyword) {
        assertThatThrownBy(() -> new Envelope("", Map.of(keyword, ""), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MAIL FROM:<>", "\r\n", "RCPT TO:<a@b>\r\n", "MAIL FROM:<a>\r\n",
            "MAIL FROM: <a@b>\r\n", "MAIL FROM:<a@b\r\n",
            "MAIL FROM:<a@b>x\r\n", "MAIL FROM:<a@b>  A\r\n", "MAIL FROM:<a@b> A A\r\n", "MAIL FROM:<a@b> =1\r\n",
            "MAIL FROM:<>\r\nRCPT TO:<>\r\n",
            "MAIL FROM:<>\r\nMAIL FROM:<>\r\n", "MAIL FROM:<>\nRCPT TO:<a@b>\r\n", "MAIL FROM:<>\r\n\r\n",
            "MAIL FROM:<>\r\nRCPT TO:<a@b>"})
    void whatIsNoEnvelopeIsTold(String text) {
        assertThatThrownBy(() -> Envelope.parse(text)).isInstanceOf(MalformedMessageException.class);
    }
}
