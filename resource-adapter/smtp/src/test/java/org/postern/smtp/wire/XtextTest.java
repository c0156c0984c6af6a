package org.postern.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XtextTest {
    @ParameterizedTest
    @CsvSource({"a, a", "a+2Bb+3Dc, a+b=c", "+20, ' '", "'', ''"})
    void undoesWhatWasEncoded(String xtext, String text) {
        assertThat(Xtext.decode(xtext)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"a, a", "a+2Bb+3Dc@d, a+b=c@d", "+20, ' '", "'', ''"})
    void encodesWhatCannotStandAsItIs(String xtext, String text) {
        assertThat(Xtext.encode(text)).isEqualTo(xtext);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "+2", "+2b", "+GG", "a b", "a=b", "\u00fc", "+0D+0A", "+00", "+FF", "a\u0001"})
    void isNoneOfThese(String text) {
        assertThat(Xtext.decode(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"j+C3+BCrgen, true", "a+2Bb, true", "+0D+0A, false", "+GG, false", "\u00fc, false"})
    void mayStandForOctetsBeyondAscii(String xtext, boolean wellFormed) {
        assertThat(Xtext.isWellFormed(xtext)).isEqualTo(wellFormed);
    }
}
