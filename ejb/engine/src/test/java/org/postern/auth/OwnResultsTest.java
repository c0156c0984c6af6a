package org.postern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;

import java.util.Random;
import java.util.Set;

class OwnResultsTest {
    private final OwnResults own = new OwnResults(Set.of(new Domain("gw.example"), new Domain("bücher.example")));

    @ParameterizedTest
    @ValueSource(strings = {"gw.example; spf=pass", "GW.Example;none", "gw.example", " gw.example ; none",
            "gw.example 1; none",
            "gw.example (our own) 1 (first) ; none", "(c (c2 \\) ) ) gw.example; none", "\"gw.example\"; none",
            "\"g\\w.example\"; none", "\r\n\tgw.example;\r\n spf=pass", "(a\r\n b) gw.example\r\n 1; none",
            "gw.example.; none", "gw.example 2; none", "xn--bcher-kva.example; none", "BÜCHER.example; none",
            "bu\u0308cher.example; none", "\uff47\uff57.example; none", "gw\u3002example; none",
            "gw\u200b.example; none",
            "\" gw.example \"; none", "gw.example; none\r\n", "gw.example\r\n"})
    void knowsItsOwn(String body) {
        assertThat(own.mustBeCut(body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx.other.example; spf=pass", "other.example 1; none", "not-gw.example; none",
            "gw.example.org; none",
            "sub.gw.example; none", "(gw.example) other.example; none", "\"other.example\"; none",
            "other.example; dkim=pass (gw.example) header.d=gw.example", "other.example; garbage \" ( gw.example",
            "b\u00fccher.test; none", "xn--bcher-kva.test; none"})
    void leavesThoseOfOthers(String body) {
        assertThat(own.mustBeCut(body)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "; gw.example; none", "spf=pass smtp.mailfrom=x.example",
            "other.example gw.example; none",
            "other.example (gw.example; none", "\"other.example; none", "gw(x).example; none", "gw .example; none",
            "other.example \"gw.example\"; none", "other.example/gw.example; none", "=?utf-8?q?gw.example?=; none",
            "other\rgw.example; none", "other\ngw.example; none", "other.example\r\ngw.example; none",
            "\0gw.example; none",
            "g\uFFFDw.example; none", "other.example 1 2; none", "\"x\"gw.example; none", "(((((((((((((((((((((((x",
            "other.example\\; none", "\"x\\", "\"a\0\"; none"})
    void cutsWhatItCannotRead(String body) {
        assertThat(own.mustBeCut(body)).isTrue();
    }

    @Test
    void findsItsNameHoweverItIsWritten() {
        Random random = new Random(8616);
        String[] between = {"", " ", "\t", "\r\n ", "(x)", "(a (b) \\( \"c)", " \r\n\t(;)\r\n "};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder name = new StringBuilder();
            for (char c : "gw.example".toCharArray()) {
                name.append(random.nextBoolean() ? Character.toUpperCase(c) : c);
            }
            String id = random.nextBoolean() ? "\"" + name + "\"" : name.toString();
            String before = between[random.nextInt(between.length)];
            String behind = between[random.nextInt(between.length)];
            String version = random.nextBoolean() ? " 1" + between[random.nextInt(between.length)] : "";
            assertThat(AuthservId.read(before + id + behind + version + "; none")).contains(name.toString());
        }
    }

    @Test
    void endsWithEachText() {
        Random random = new Random(13);
        String alphabet = "gw.example\"\\() \t\r\n;1\0ü\ud83d";
        for (int round = 0; round < 100_000; round++) {
            StringBuilder body = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                body.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            own.mustBeCut(body.toString());
        }
        assertThat(own.mustBeCut("(".repeat(1_000_000))).isTrue();
        assertThat(own.mustBeCut("x".repeat(1_000_000))).isFalse();
    }
}
