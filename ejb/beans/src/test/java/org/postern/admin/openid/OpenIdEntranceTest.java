package org.postern.admin.openid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleUser;
import org.postern.admin.people.OutsidePeople;
import org.postern.admin.people.Whence;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;
import org.postern.net.BoundedWeb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Logins by a provider on this machine, honest ones and others. */
class OpenIdEntranceTest {
    private static final Whence HOME = new Whence("192.0.2.1", "192.0.2.0/24");
    private static final Duration SHORT = Duration.ofSeconds(1);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final OutsidePeople people = new OutsidePeople(() -> now);
    private SomeProvider provider;
    private OpenIdEntrance entrance;
    private Attempt attempt;

    @BeforeEach
    void open() throws IOException {
        provider = new SomeProvider();
        entrance = entrance(provider.issuer());
        attempt = ((Answer.There) entrance.begin()).attempt();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private OpenIdEntrance entrance(String issuer) {
        return entrance(issuer, BoundedWeb.LIMIT);
    }

    private OpenIdEntrance entrance(String issuer, Duration limit) {
        Settings settings = new Settings(SettingsCatalogue.ALL, Map.of("http.oidc.issuer", issuer, "http.oidc.client",
                "console", "http.oidc.secret", "s3cret/", "http.oidc.redirect",
                "https://console.example.org/openid/answer", "http.oidc.role-claim", "realm.roles",
                "http.oidc.administrators", "mail-admins", "http.oidc.operators", "mail-ops,mail-more"));
        return new OpenIdEntrance(settings, new BoundedWeb(Optional.empty(), limit), people.entrance(),
                people.throttle(),
                () -> now);
    }

    private String claims(String more) {
        long seconds = now.getEpochSecond();
        return """
                {"iss":"%s","aud":"console","sub":"s-1","nonce":"%s","iat":%d,"exp":%d,"preferred_username":"ann",
                "realm":{"roles":["x","mail-ops"]}%s}"""
                .formatted(provider.issuer(), attempt.nonce(), seconds, seconds + 300, more);
    }

    private Answer answer() {
        return entrance.enter(Optional.of(attempt), attempt.state(), "code-1", HOME);
    }

    private Optional<ConsoleUser> ann() {
        return people.find("ann");
    }

    @Test
    void sendsPeopleToTheProviderWithAllThatProtectsThem() {
        Answer.There there = (Answer.There) entrance.begin();
        assertThat(there.address().toString()).startsWith(provider.issuer() + "/auth?client_id=console&")
                .contains("response_type=code", "code_challenge_method=S256", "state=" + there.attempt().state(),
                        "nonce=" + there.attempt().nonce(), "scope=openid+profile",
                        "redirect_uri=https%3A%2F%2Fconsole.example.org%2Fopenid%2Fanswer")
                .doesNotContain(there.attempt().secret(), there.attempt().verifier());
        assertThat(there.attempt().secret()).isNotEqualTo(attempt.secret());
    }

    @Test
    void letsInWhomTheProviderKnowsInTheRoleThatItGives() {
        provider.says(claims(""));
        assertThat(answer()).isInstanceOf(Answer.In.class);
        assertThat(ann().map(ConsoleUser::role)).contains(Role.OPERATOR);
        assertThat(people.told()).containsExactly("ann: person added", "ann: logged in");
        assertThat(provider.forms).singleElement()
                .asString()
                .contains("code=code-1", "code_verifier=" + attempt.verifier(), "grant_type=authorization_code");
    }

    @Test
    void whoIsCalledOtherwiseAtTheProviderLaterIsStillTheSamePersonHere() {
        provider.says(claims(""));
        answer();
        attempt = ((Answer.There) entrance.begin()).attempt();
        provider.says(claims("").replace("\"ann\"", "\"anna\""));
        assertThat(answer()).isInstanceOf(Answer.In.class);
        assertThat(people.find("anna")).isEmpty();
        assertThat(ann()).isPresent();
    }

    @Test
    void theRoleIsThatOfTheLastLogin() {
        provider.says(claims(""));
        answer();
        attempt = ((Answer.There) entrance.begin()).attempt();
        provider.says(claims("").replace("mail-ops", "mail-admins"));
        assertThat(answer()).isInstanceOf(Answer.In.class);
        assertThat(ann().map(ConsoleUser::role)).contains(Role.ADMINISTRATOR);
        assertThat(people.changes()).contains("person added:  > operator, by OpenID Connect",
                "role changed: operator > administrator, by OpenID Connect");
    }

    @Test
    void whatTheProviderSaidOfSomebodyCountsForAWeek() {
        now = now.minus(Duration.ofDays(6));
        provider.says(claims(""));
        answer();
        now = now.plus(Duration.ofDays(6));
        attempt = ((Answer.There) entrance.begin()).attempt();
        provider.says(claims(""));
        String secret = ((Answer.In) answer()).secret();
        assertThat(people.isIn(secret)).isTrue();
        assertThat(ann().orElseThrow().changed()).isEqualTo(now);
    }

    @Test
    void whoHasNoRoleIsNotLetInAndLosesWhatTheyHad() {
        provider.says(claims(""));
        answer();
        provider.says(claims("").replace("mail-ops", "gardeners"));
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        assertThat(people.sessions()).isZero();
        assertThat(ann()).isPresent();
        assertThat(people.changes()).contains("role lost: operator > no role, by OpenID Connect");
        long lines = people.changes().size();
        provider.says(claims("").replace("\"realm\"", "\"other\""));
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        assertThat(people.changes()).hasSize((int) lines);
    }

    @Test
    void nobodyTakesTheNameOfSomebodyElse() {
        people.add("ann");
        provider.says(claims(""));
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        assertThat(people.sessions()).isZero();
        provider.says(claims("").replace("\"ann\"", "\"a/b\""));
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "aud":"console"        | "aud":"another"
            "aud":"console"        | "aud":["console","another"]
            "aud":"console"        | "aud":"console","azp":"another"
            "sub":"s-1",           | ''
            "nonce":"              | "nonce":"x
            "nonce":"              | "none":"
            "iss":"http            | "iss":"https
            "iat":                 | "at":
            "exp":                 | "expires":
            "exp":1                | "exp":9
            "preferred_username":  | "nickname":
            """)
    void aTokenThatIsNotForThisLoginLetsNobodyIn(String right, String wrong) {
        String claims = claims("").replace(right, wrong);
        assertThat(claims).isNotEqualTo(claims(""));
        provider.says(claims);
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        assertThat(people.sessions()).isZero();
    }

    @Test
    void aTokenWhoseTimeIsOverLetsNobodyIn() {
        provider.says(claims(""));
        now = now.plusSeconds(361);
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void aForgedTokenLetsNobodyIn() {
        provider.says(claims(""));
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        provider.forges(token -> none + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1));
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        provider.forges(token -> token.substring(0, token.length() - 6) + "AAAAAA");
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        provider.forges(token -> "x");
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        assertThat(people.sessions()).isZero();
    }

    @Test
    void anotherKeyIsBelievedOnceTheProviderPublishesIt() {
        provider.says(claims(""));
        provider.signs(SomeProvider.key("two"), "RS256");
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        now = now.plusSeconds(61);
        assertThat(answer()).isInstanceOf(Answer.In.class);
    }

    @Test
    void aLoginThatWasBegunElsewhereEndsNowhere() {
        provider.says(claims(""));
        assertThat(entrance.enter(Optional.empty(), attempt.state(), "code-1", HOME))
                .isInstanceOf(Answer.Refused.class);
        assertThat(entrance.enter(Optional.of(attempt), "", "code-1", HOME)).isInstanceOf(Answer.Refused.class);
        assertThat(entrance.enter(Optional.of(attempt), new Attempt("other").state(), "code-1", HOME))
                .isInstanceOf(Answer.Refused.class);
        assertThat(entrance.enter(Optional.of(attempt), attempt.state(), "", HOME))
                .isInstanceOf(Answer.Refused.class);
        assertThat(provider.forms).isEmpty();
    }

    @Test
    void whoTriesAgainAndAgainHasToWait() {
        for (int i = 0; i < 6; i++) {
            entrance.enter(Optional.of(new Attempt("mine")), "", "code-1", HOME);
        }
        assertThat(answer()).isInstanceOf(Answer.Later.class);
    }

    @Test
    void aPageOfOthersThatSendsABrowserHereIsNoGuess() {
        for (int i = 0; i < 20; i++) {
            entrance.enter(Optional.empty(), "x", "code-1", HOME);
        }
        provider.says(claims(""));
        assertThat(answer()).isInstanceOf(Answer.In.class);
    }

    @Test
    void aCodeThatTheProviderDoesNotTakeLetsNobodyIn() {
        provider.says(claims(""));
        provider.refuses(400);
        assertThat(answer()).isInstanceOf(Answer.Refused.class);
        provider.refuses(503);
        assertThat(answer()).isInstanceOf(Answer.Later.class);
    }

    @Test
    void aProviderThatIsAwayIsToldSo() {
        assertThat(entrance("http://127.0.0.1:1").begin()).isInstanceOf(Answer.Later.class);
        assertThat(entrance("http://192.0.2.1").begin()).isInstanceOf(Answer.Later.class);
        assertThat(entrance(provider.issuer() + "/").begin()).isInstanceOf(Answer.Later.class);
    }

    /** Each waits for one silent answer and no more: not for those of all who have asked before. */
    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/keys"})
    void ofManyWhoComeToASilentProviderAFewWaitABoundedTime(String path) throws Exception {
        provider.isSilentAbout(path);
        OpenIdEntrance impatient = entrance(provider.issuer(), SHORT);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            List<Future<Answer>> answers = threads
                    .invokeAll(Collections.nCopies(20, (Callable<Answer>) impatient::begin));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT.multipliedBy(3));
            for (Future<Answer> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Answer.Later.class);
            }
        }
        provider.isSilentAbout("");
        assertThat(impatient.begin()).as("it was just found out").isInstanceOf(Answer.Later.class);
        now = now.plusSeconds(2);
        assertThat(impatient.begin()).isInstanceOf(Answer.There.class);
    }

    @Test
    void aTokenThatNeverComesIsAwaitedABoundedTime() {
        OpenIdEntrance impatient = entrance(provider.issuer(), SHORT);
        attempt = ((Answer.There) impatient.begin()).attempt();
        provider.isSilentAbout("/token");
        long begun = System.nanoTime();
        for (int i = 0; i < 2; i++) {
            assertThat(impatient.enter(Optional.of(attempt), attempt.state(), "code-1", HOME))
                    .isInstanceOfSatisfying(Answer.Later.class, later -> assertThat(later.words()).hasToString(
                            "The provider cannot be asked now. Try again later, or log in by a password if you have one."));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT.multipliedBy(5));
        assertThat(people.sessions()).isZero();
    }

    @Test
    void thereIsNoneUntilItIsSet() {
        OpenIdEntrance off = new OpenIdEntrance(new Settings(SettingsCatalogue.ALL, Map.of()),
                new BoundedWeb(Optional.empty()), people.entrance(), people.throttle(), () -> now);
        assertThat(off.isOn()).isFalse();
        assertThat(off.begin()).isInstanceOf(Answer.Refused.class);
    }
}
