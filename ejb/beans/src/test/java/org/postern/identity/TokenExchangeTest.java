package org.postern.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.receiver.Identity;
import org.postern.receiver.SaslStep;
import org.wildfly.security.auth.server.RealmUnavailableException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class TokenExchangeTest {
    private static final SaslStep NOT_PROVED = new SaslStep.Refused(AuthenticationReplies.NOT_PROVED);
    private static final SaslStep LATER = new SaslStep.Refused(AuthenticationReplies.UNKNOWN_NOW);

    private static TokenExchange exchange(String mechanism) {
        TokenRealm realm = new TokenRealm(
                token -> token.equals("hers=") ? Optional.of("alice@example.org") : Optional.empty());
        return new TokenExchange(Realm.sasl(realm).domain(), mechanism);
    }

    private static byte[] octets(String message) {
        return message.replace('^', '\u0001').getBytes(StandardCharsets.UTF_8);
    }

    private static SaslStep oauthbearer(String message) {
        return exchange("OAUTHBEARER").respond(octets(message));
    }

    private static SaslStep xoauth2(String message) {
        return exchange("XOAUTH2").respond(octets(message));
    }

    private static SaslStep alice(String mechanism) {
        return new SaslStep.Authenticated(new Identity("alice@example.org", mechanism));
    }

    private static void assertExplained(SaslStep step, String json) {
        assertThat(step).isInstanceOf(SaslStep.Challenge.class);
        assertThat(new String(((SaslStep.Challenge) step).octets(), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n,,^auth=Bearer hers=^^", "n,a=alice@example.org,^auth=Bearer hers=^^",
            "y,a=Alice@example.org,^host=mail.example^port=587^auth=bearer  hers=^^"})
    void theTokenOfAUserAdmits(String message) {
        assertThat(oauthbearer(message)).isEqualTo(alice("OAUTHBEARER"));
    }

    @Test
    void theOlderFormAdmitsToo() {
        assertThat(xoauth2("user=alice@example.org^auth=Bearer hers=^^")).isEqualTo(alice("XOAUTH2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n,,^auth=Bearer other^^", "n,a=bob@example.org,^auth=Bearer hers=^^", "n,,^auth=^^",
            "n,,^auth=Basic hers=^^", "n,,^host=x^^", "n,,^auth=Bearer %x01^^"})
    void aTokenThatIsNotBelievedIsExplainedAndThenRefused(String message) {
        TokenExchange exchange = exchange("OAUTHBEARER");
        assertExplained(exchange.respond(octets(message)), "{\"status\":\"invalid_token\"}");
        assertThat(exchange.respond(octets("^"))).isEqualTo(NOT_PROVED);
    }

    @Test
    void afterTheExplanationNoTokenHelps() {
        TokenExchange exchange = exchange("XOAUTH2");
        assertExplained(exchange.respond(octets("user=bob@example.org^auth=Bearer hers=^^")),
                "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"\"}");
        assertThat(exchange.respond(octets("user=alice@example.org^auth=Bearer hers=^^"))).isEqualTo(NOT_PROVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n,,", "p=tls-exporter,,^auth=Bearer hers=^^", "n,alice,^auth=Bearer hers=^^",
            "n,,auth=Bearer hers=", "user=alice@example.org^auth=Bearer hers=^^"})
    void whatIsNoRequestIsRefusedAtOnce(String message) {
        assertThat(oauthbearer(message)).isEqualTo(NOT_PROVED);
    }

    @Test
    void whoCannotAskTheIssuerIsTemporary() {
        for (RuntimeException unforeseen : new RuntimeException[]{new IllegalStateException(),
                new NullPointerException()}) {
            assertThat(of(token -> {
                throw unforeseen;
            })).isEqualTo(LATER);
        }
        assertThat(of(token -> {
            throw new RealmUnavailableException();
        })).isEqualTo(LATER);
    }

    private static SaslStep of(TokenRealm.Issuer issuer) {
        return new TokenExchange(Realm.sasl(new TokenRealm(issuer)).domain(), "OAUTHBEARER")
                .respond(octets("n,,^auth=Bearer hers=^^"));
    }

    @Test
    void theNameIsReadAsItIsMeantAndTheTokenIsNeverShown() {
        BearerRequest request = BearerRequest.in("OAUTHBEARER", octets("n,a=a=3D2C=2Cb,^auth=Bearer t^^"))
                .orElseThrow();
        assertThat(request).isEqualTo(new BearerRequest("a=2C,b", "t"));
        assertThat(new BearerRequest("alice", "sesame").toString()).doesNotContain("sesame");
    }
}
