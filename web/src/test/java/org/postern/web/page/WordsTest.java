package org.postern.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words();

    @Test
    void longLocalPartsBreakBehindSignsAndShortOnesDoNot() {
        assertThat(words.pieces("first.last-name")).containsExactly("first.last-name");
        assertThat(words.pieces("bounces+list-2026=someone.example"))
                .containsExactly("bounces+", "list-", "2026=", "someone.", "example");
        assertThat(words.pieces("a.".repeat(500))).hasSize(20);
    }

    @Test
    void domainsAreGivenLabelByLabelWhereOneIsLongOrBeyondAscii() {
        assertThat(words.labels("test.example")).containsExactly("test.example");
        assertThat(words.labels("\u05d3\u05d5\u05d2.example")).containsExactly("\u05d3\u05d5\u05d2", "example");
        assertThat(words.labels("a-rather-long-name.of.example")).containsExactly("a-rather-long-name", "of",
                "example");
    }

    @Test
    void theHalvesOfAnAddressMeetAtItsLastSign() {
        assertThat(words.localPart("\"a@b\"@c.example")).isEqualTo("\"a@b\"");
        assertThat(words.domainPart("\"a@b\"@c.example")).isEqualTo("c.example");
        assertThat(words.localPart("postmaster")).isEqualTo("postmaster");
        assertThat(words.domainPart("postmaster")).isNull();
    }
}
