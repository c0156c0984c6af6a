package org.postern.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class ClaimedNameTest {
    private static String name(String mechanism, String response) {
        return ClaimedName.of(mechanism, response.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void plainNamesWhoStandsBetweenTheNuls() {
        assertThat(name("PLAIN", "\0alice\0secret")).isEqualTo("alice");
        assertThat(name("PLAIN", "bob\0alice\0secret")).isEqualTo("alice");
        assertThat(name("PLAIN", "\0alice\0secret\0more")).isEqualTo("alice");
    }

    @Test
    void plainWithoutBothNulsNamesNobodyForItMayBeThePassword() {
        assertThat(name("PLAIN", "alice\0secret")).isEmpty();
        assertThat(name("PLAIN", "secret")).isEmpty();
    }

    @Test
    void aTokenIsNoName() {
        assertThat(name("OAUTHBEARER", "n,a=alice,\u0001auth=Bearer t\u0001\u0001")).isEqualTo("alice");
        assertThat(name("OAUTHBEARER", "n,,\u0001auth=Bearer ta=secret\u0001\u0001")).isEmpty();
        assertThat(name("XOAUTH2", "user=alice\u0001auth=Bearer t\u0001\u0001")).isEqualTo("alice");
        assertThat(name("XOAUTH2", "auth=Bearer user=secret")).isEmpty();
    }

    @Test
    void scramIsReadBehindTheAuthorizationIdentity() {
        assertThat(name("SCRAM-SHA-256", "n,,n=alice,r=x")).isEqualTo("alice");
        assertThat(name("SCRAM-SHA-256", "n,a=xn=3Dq,n=alice,r=x")).isEqualTo("alice");
        assertThat(name("SCRAM-SHA-256", "n,a=n=q,n=alice,r=x")).isEqualTo("alice");
    }

    @Test
    void everySpellingOfAScramNameIsOneName() {
        assertThat(name("SCRAM-SHA-256", "n,,n=al\u00ADice,r=x")).isEqualTo("alice");
        assertThat(name("SCRAM-SHA-256", "n,,n=\uFF41lice,r=x")).isEqualTo("alice");
        assertThat(name("SCRAM-SHA-256", "n,,n=a=2Cb,r=x")).isEqualTo("a,b");
    }

    /** 0xC1 0xA1 is an overlong {@code a}. */
    @Test
    void octetsAreReadAsTheJudgeReadsThem() {
        byte[] overlong = "n,,n=\u00C1\u00A1lice,r=x".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ClaimedName.of("SCRAM-SHA-256", overlong)).isEqualTo("alice");
        byte[] broken = "n,,n=\u00F7\u00BF\u00BF\u00BF,r=x".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ClaimedName.of("SCRAM-SHA-256", broken)).isNotEmpty();
    }

    @Test
    void whatCannotBeANameForScramStaysAsItIs() {
        assertThat(name("SCRAM-SHA-256", "n,,n=\uE000,r=x")).isEqualTo("\uE000");
        assertThat(name("SCRAM-SHA-256", "nonsense")).isEmpty();
    }
}
