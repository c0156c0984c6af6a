package org.postern.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "plain | plain",
            "=?ISO-8859-1?Q?a?= | a",
            "=?ISO-8859-1?Q?a?= b | a b",
            "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?= | ab",
            "=?ISO-8859-1?Q?a?=   =?ISO-8859-1?Q?b?= | ab",
            "=?ISO-8859-1?Q?a_b?= | a b",
            "=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?= | a b",
            "x =?utf-8*de?q?=C3=BC?= y | x ü y",
            "=?utf-8?B?w7w=?= | ü",
            "=?utf-8?Q?=C3?= =?utf-8?Q?=BC?= | ü",
            "=?what?Q?a=41?= | aA",
            "=?utf-8?Q?a | =?utf-8?Q?a",
            "=?utf-8?X?a?= | =?utf-8?X?a?=",
            "=? =?utf-8?Q?a?= | =? a",
            "=??Q?a?= | a",
            "=?utf-8?Q??= | ``",
            "a=?b | a=?b"})
    void areDecoded(String text, String decoded) {
        assertThat(EncodedWords.decode(text).replace("\uFFFD", "?")).isEqualTo(decoded);
    }

    @Test
    void withoutEndTakeNoTime() {
        assertThat(EncodedWords.decode("=?".repeat(1_000_000))).hasSize(2_000_000);
        assertThat(EncodedWords.decode("=?a?Q?".repeat(300_000))).hasSize(1_800_000);
        assertThat(EncodedWords.decode("=?utf-8?B?" + "QUFB".repeat(500_000))).hasSize(2_000_010);
    }

    @Test
    void ofASubjectAreDecodedInItsField() {
        assertThat(Mails.read("Subject: =?utf-8?Q?f=C3=BCr?=\n =?utf-8?Q?_dich?=\n\nx\n").first("subject"))
                .isEqualTo("für dich");
    }
}
