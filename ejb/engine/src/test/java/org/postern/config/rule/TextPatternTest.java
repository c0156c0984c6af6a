package org.postern.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {
    @ParameterizedTest
    @CsvSource({"*invoice*, your Invoice of May, true", "*invoice*, Invoice, true", "*invoice*, invo ice, false",
            "invoice, invoice, true", "invoice, an invoice, false", "in*ce, invoice, true", "in*ce, ince, true",
            "ice*ice, ice, false", "a*b*c, abc, true", "a*b*c, acb, false", "a*bb*b, abb, false", "*, '', true",
            "**, x, true", "*.exe, a.EXE, true", "*.exe, exe, false", "*ab, aab, true"})
    void aStarStandsForAnyText(String pattern, String text, boolean fits) {
        assertThat(TextPattern.parse(pattern).fits(TextPattern.lower(text))).isEqualTo(fits);
    }

    @Test
    void aPatternIsBounded() {
        assertThatThrownBy(() -> TextPattern.parse("")).hasMessage("a pattern has 1 to 200 characters, not 0");
        assertThatThrownBy(() -> TextPattern.parse("*".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void starsAndHostileTextCostNoMoreThanTheTextIsLong() {
        TextPattern pattern = TextPattern.parse("*a".repeat(99) + "*b");
        assertThat(pattern.fits("a".repeat(1_000_000))).isFalse();
    }
}
