package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

class SessionReferencesTest {
    @Test
    void noNameIsUsedTwiceNotEvenAfterARestart() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        SessionReferences before = new SessionReferences(() -> start);
        SessionReferences after = new SessionReferences(() -> start.plusMillis(1));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            names.add(before.next());
            names.add(after.next());
        }
        assertThat(names).hasSize(2000).allMatch(name -> name.matches("[0-9A-Z]{10,13}"));
    }
}
