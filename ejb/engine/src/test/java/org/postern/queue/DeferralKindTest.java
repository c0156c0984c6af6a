package org.postern.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeferralKindTest {
    @Test
    void isReadFromTheWords() {
        assertThat(DeferralKind.of("451 4.4.1 no session")).isEqualTo(DeferralKind.NETWORK);
        assertThat(DeferralKind.of("452 4.2.2 over quota")).isEqualTo(DeferralKind.FULL);
        assertThat(DeferralKind.of("450 4.2.1 busy")).isEqualTo(DeferralKind.OTHER);
        assertThat(DeferralKind.of("454 4.7.5 no trust")).isEqualTo(DeferralKind.POLICY);
        assertThat(DeferralKind.of("450 4.2.0 Greylisted, come back")).isEqualTo(DeferralKind.GREYLISTED);
        assertThat(DeferralKind.of("421 busy")).isEqualTo(DeferralKind.OTHER);
        assertThat(DeferralKind.of("no reply at all")).isEqualTo(DeferralKind.OTHER);
    }

    @Test
    void isGreylistingAtTheFirstContactOnly() {
        assertThat(DeferralKind.of("451 come back", 1)).isEqualTo(DeferralKind.GREYLISTED);
        assertThat(DeferralKind.of("450 4.7.1 unknown to us", 1)).isEqualTo(DeferralKind.GREYLISTED);
        assertThat(DeferralKind.of("450 4.7.1 unknown to us", 2)).isEqualTo(DeferralKind.POLICY);
        assertThat(DeferralKind.of("451 4.4.1 no session", 1)).isEqualTo(DeferralKind.NETWORK);
        assertThat(DeferralKind.of("452 4.3.1 no room", 1)).isEqualTo(DeferralKind.OTHER);
    }
}
