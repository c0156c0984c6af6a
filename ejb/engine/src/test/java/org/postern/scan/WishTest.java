package org.postern.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.smtp.Reply;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class WishTest {
    @Test
    void aFieldMayBeFolded() {
        Wish.AddField field = new Wish.AddField("X-Spam", "yes,\r\n\treally \u00fc");
        assertThat(field).hasToString("X-Spam: yes,\r\n\treally \u00fc\r\n");
        assertThat(field.isInternational()).isTrue();
        assertThat(new Wish.AddField("X-Spam", "").isInternational()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x", "a\nb", "a\rb", "a\r\n", "a\r\n\r\n b", "a\u0000", "a\u0085b", "\ud800"})
    void aFieldBringsNoOtherField(String value) {
        assertThatThrownBy(() -> new Wish.AddField("X-Spam", value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\n", "\u00fc"})
    void aFieldHasAName(String name) {
        assertThatThrownBy(() -> new Wish.AddField(name, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReplyFitsWhatIsWished() {
        Optional<Reply> refusal = Optional.of(Reply.of(550, "5.7.1", "no"));
        Optional<Reply> later = Optional.of(Reply.of(451, "4.7.1", "later"));
        assertThatThrownBy(() -> new Wish.Reject(later)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wish.Defer(refusal)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAScannerSaysIsBounded() {
        List<Finding> many = IntStream.range(0, 10_000).mapToObj(i -> Finding.noted("A" + i, "")).toList();
        ScanResult.Found found = new ScanResult.Found(many, List.of());
        assertThat(found.findings()).hasSize(ScanResult.Found.MOST_FINDINGS);
        Finding finding = Finding.noted("x\n".repeat(200), "e\u001b".repeat(200));
        assertThat(finding.name()).hasSize(Finding.LONGEST_NAME).startsWith("x?x?");
        assertThat(finding.evidence()).hasSize(Finding.LONGEST_EVIDENCE).startsWith("e?e?");
        assertThatThrownBy(() -> new Finding("a", Double.NaN, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
