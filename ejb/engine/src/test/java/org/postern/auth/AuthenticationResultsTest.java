package org.postern.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

class AuthenticationResultsTest {
    private static final Domain GATEWAY = new Domain("gw.example");

    private static String field(MethodResult... results) {
        return new AuthenticationResults(GATEWAY, List.of(results)).field(false);
    }

    @Test
    void saysThatNothingWasLookedAt() {
        assertThat(field()).isEqualTo("Authentication-Results: gw.example; none\r\n");
    }

    @Test
    void foldsWhereALineWouldGetTooLong() {
        assertThat(field(
                new MethodResult("spf", ResultName.PASS, Property.smtp("mailfrom", "bounce.shop.example")),
                new MethodResult("dkim", ResultName.FAIL, Property.header("d", "shop.example"),
                        Property.header("s", "key1")).because("the body has changed since"),
                new MethodResult("dmarc", ResultName.PASS, Property.header("from", "shop.example"))))
                .isEqualTo("""
                        Authentication-Results: gw.example; spf=pass smtp.mailfrom=bounce.shop.example;\r
                         dkim=fail reason="the body has changed since" header.d=shop.example\r
                         header.s=key1; dmarc=pass header.from=shop.example\r
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"shop.example | shop.example",
            "anna@shop.example | anna@shop.example", "@shop.example | @shop.example",
            "a_b.shop.example | a_b.shop.example",
            "o'neil+x@shop.example | o'neil+x@shop.example", "2001:db8::1 | \"2001:db8::1\"",
            "\"a b\"@shop.example | \"\\\"a b\\\"@shop.example\"", "a..b@shop.example | \"a..b@shop.example\"",
            "[192.0.2.1] | \"[192.0.2.1]\"", "x; spf=pass | \"x; spf=pass\"", "x(y) | \"x(y)\"", "a\\b | \"a\\\\b\"",
            "bücher.example | \"b?cher.example\""})
    void quotesWhatMayNotStandBare(String value, String written) {
        assertThat(field(new MethodResult("spf", ResultName.NONE, Property.smtp("helo", value))))
                .isEqualTo("Authentication-Results: gw.example; spf=none smtp.helo=" + written + "\r\n");
    }

    @Test
    void quotesWhatIsEmpty() {
        assertThat(field(new MethodResult("spf", ResultName.NONE, Property.smtp("helo", ""))))
                .contains("smtp.helo=\"\"");
    }

    @Test
    void keepsLettersBeyondAsciiOnlyWhereTheMessageMayHaveThem() {
        AuthenticationResults results = new AuthenticationResults(new Domain("Bücher.example"), List.of(
                new MethodResult("spf", ResultName.PASS, Property.smtp("mailfrom", "jörg@bücher.example"))));
        assertThat(results.field(true))
                .isEqualTo(
                        "Authentication-Results: xn--bcher-kva.example; spf=pass\r\n smtp.mailfrom=jörg@bücher.example\r\n");
        assertThat(results.field(false)).contains("\"j?rg@b?cher.example\"");
    }

    @Test
    void refusesKeywordsThatAreNone() {
        assertThatThrownBy(() -> new MethodResult("sp f", ResultName.PASS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Property.smtp("a.b", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Property.smtp("", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysOneFieldWhateverStrangersWrote() throws IOException {
        Random random = new Random(8601);
        String hostile = "a.@ \t\r\n\"\\();=<>\0\u0085\u2028\ud83dü\ud83d\ude00,x  ";
        OwnResults own = new OwnResults(Set.of(GATEWAY));
        for (int round = 0; round < 5_000; round++) {
            MethodResult one = new MethodResult("spf", ResultName.PASS, Property.smtp("mailfrom", any(random, hostile)))
                    .because(any(random, hostile));
            String field = new AuthenticationResults(GATEWAY, Collections.nCopies(random.nextInt(4), one))
                    .field(random.nextBoolean());
            HeaderSection header = HeaderSection
                    .of(Content.of((field + "To: you\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
            assertThat(header.size()).as(field).isEqualTo(2);
            assertThat(header.isWellFormed()).isTrue();
            assertThat(own.mustBeCut(header.first("authentication-results").orElseThrow())).isTrue();
            assertThat(field.split("\r\n")).as(field)
                    .noneMatch(String::isBlank)
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 998);
        }
    }

    private static String any(Random random, String characters) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(random.nextBoolean() ? 10 : 400); length > 0; length--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
