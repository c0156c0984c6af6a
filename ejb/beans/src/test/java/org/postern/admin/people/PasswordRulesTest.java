package org.postern.admin.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaa", "abababababab", "abcabcabcabc", "short", "1234567890", "abcdefghijkl",
            "0987654321", "postern2026", "Postern!!!!1", "xalice.alicex", "alicealice1", "Alice@a.example",
            "password123", "Passwort2026!", "qwertyuiop123", "correct horse battery staple", "1q2w3e4r5t"})
    void whatIsGuessedSoonIsRefusedWithWordsThatSayWhatWouldDo(String password) {
        assertThat(PasswordRules.faultOf(password, "alice@a.example"))
                .hasValueSatisfying(said -> assertThat(said.toString()).contains("Four words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "correct horse", "another horse", "Tr0ub4dor&3x",
            "grüße aus dem wald", "alice likes cold tea", "xK4vQz81mT"})
    void whatTakesLongToGuessIsTaken(String password) {
        assertThat(PasswordRules.faultOf(password, "alice@a.example")).isEmpty();
    }

    @Test
    void whatBcryptWouldCutIsRefused() {
        assertThat(PasswordRules.faultOf("one two three ".repeat(6), "alice")).isPresent();
    }
}
