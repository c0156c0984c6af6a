package org.postern.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a browser gets. */
class LanguageTest {
    @Test
    void theOneThatTheBrowserLikesBest() {
        assertThat(Language.accepted("de")).isEqualTo(Language.GERMAN);
        assertThat(Language.accepted("de-AT,de;q=0.9,en;q=0.8")).isEqualTo(Language.GERMAN);
        assertThat(Language.accepted("fr, de;q=0.3, en;q=0.7")).isEqualTo(Language.ENGLISH);
        assertThat(Language.accepted("de;q=0, en")).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "*", ";;;", "de;q=x", "\0", "not a language at all!", "-,-"})
    void englishWhereItSaysNothingThatIsUnderstood(String field) {
        assertThat(Language.accepted(field)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void nobodyIsReadForLong() {
        assertThat(Language.accepted("de," + "x-a,".repeat(1000))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aTagLeadsToItAndAnyOtherToNone() {
        assertThat(Language.of("de")).contains(Language.GERMAN);
        assertThat(Language.of("de\r\nSet-Cookie: a=b")).isEmpty();
    }
}
