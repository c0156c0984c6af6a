package org.postern.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Locale;

class ExtensionTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsKeywordInAnyCase(Extension extension) {
        assertThat(Extension.of(extension.keyword().toLowerCase(Locale.ROOT))).contains(extension);
    }

    @Test
    void bringsItsParametersToTheCommandsTheyBelongTo() {
        assertThat(Extension.SIZE.allowsAtMail("SIZE")).isTrue();
        assertThat(Extension.SIZE.allowsAtRcpt("SIZE")).isFalse();
        assertThat(Extension.EIGHT_BIT_MIME.allowsAtMail("BODY")).isTrue();
        assertThat(Extension.of("X-UNKNOWN")).isEmpty();
    }
}
