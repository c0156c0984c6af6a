package org.postern.it.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.Chromium;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.OpenIdProvider;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What strangers try at the console's door, and what they write for those inside. Forms of other sites: {@code ConsoleDemandsLoginIT}; pages and acts that
 * are not for a role or a domain: {@code GivesEachARoleIT}; programs without a token, and with another's: {@code AnswersOtherProgramsIT}; how long unknown
 * names take: {@code EntranceTest}.
 */
class WithstandsAttacksIT {
    private static final String NAME = "alice";
    private static final String PASSWORD = "correct horse battery";
    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern LOOK = Pattern.compile("[?&;]look=([^&\"#]+)");
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SCRIPT = "<img src=x onerror=document.title='stolen'>";

    private static OpenIdProvider provider;
    private static Gateway gateway;
    private static Console alice;

    @BeforeAll
    static void start() {
        provider = new OpenIdProvider();
        gateway = Gateway.plan("attacks").configuration("""
                [settings]
                "http.proxies" = "127.0.0.1"
                "http.oidc.issuer" = "%s"
                "http.oidc.client" = "console"
                "http.oidc.redirect" = "http://127.0.0.1:1/openid/answer"
                "http.oidc.role-claim" = "groups"
                "http.oidc.operators" = "mail"

                [[route]]
                recipient = "hold.example"
                to = "host:127.0.0.1:1"
                """.formatted(provider.issuer())).start();
        alice = Console.withFirstAdministrator(gateway, NAME, PASSWORD);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        provider.close();
    }

    /** What a stranger writes into every field of a message that is shown. */
    private static String scriptInEveryField() throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connect(gateway.smtp())) {
            dialogue.hear();
            dialogue.say("EHLO " + SCRIPT.replace(" ", ""));
            dialogue.say("EHLO script.example");
            dialogue.say("MAIL FROM:<\"" + SCRIPT + "\"@evil.example>");
            dialogue.say("RCPT TO:<\"" + SCRIPT + "\"@refused.example>");
            dialogue.say("RCPT TO:<\"" + SCRIPT + "\"@hold.example>");
            dialogue.say("DATA");
            String reply = dialogue.content(("From: \"" + SCRIPT + "\" <m@evil.example>\r\nSubject: " + SCRIPT
                    + "\r\nMessage-ID: <" + SCRIPT.replace(" ", "") + "@evil.example>\r\nX-Any: " + SCRIPT
                    + "\r\nContent-Type: text/html; name=\"" + SCRIPT.replace("'", "")
                    + "\"\r\n\r\n<script>document.title='stolen'</script>" + SCRIPT
                    + "<link rel=stylesheet href=http://127.0.0.1:1/x><iframe src=http://127.0.0.1:1/x></iframe>\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(reply).startsWith("250");
            return "message?id=" + reply.replaceFirst("(?s).* ", "").strip();
        }
    }

    @Test
    void aScriptThatAStrangerWritesRunsOnNoPage() throws IOException {
        String story = scriptInEveryField();
        Await.until("it waits", LIMIT, () -> LOOK.matcher(alice.get(story).body()).find());
        String look = found(LOOK, alice.get(story).body());
        assumeTrue(Chromium.isUsable());
        try (Chromium browser = Chromium.loggedIn(gateway, NAME, PASSWORD)) {
            for (String page : List.of("messages", "messages?q=evil.example", story, story + "&look=" + look, "queues",
                    "quarantine", "audit", "sessions", "domains", "domain?name=evil.example", "lists", "greylist",
                    "diagnosis?domain=evil.example",
                    "messages?q=" + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8))) {
                browser.open(page);
                assertThat(browser.ask("return document.title")).as(page).doesNotContain("stolen").isNotEmpty();
                assertThat(browser.count("img[src=x]")).as(page).isZero();
            }
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void theFrameWithContentIsNoPageByItself() throws IOException {
        Console browser = Console.with(gateway, Map.of("Sec-Fetch-Dest", "document"));
        browser.login(NAME, PASSWORD);
        assertThat(browser.get("content/text?key=any&as=html").statusCode()).isEqualTo(403);
        Console frame = Console.with(gateway, Map.of("Sec-Fetch-Dest", "iframe"));
        frame.login(NAME, PASSWORD);
        HttpResponse<String> gone = frame.get("content/text?key=any&as=html");
        assertThat(gone.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'");
    }

    @Test
    void badPostsFloodNoLog() {
        int before = gateway.log().length();
        for (int i = 0; i < 40; i++) {
            Console stranger = behindTheProxy("192.0.2." + (100 + i));
            stranger.post("login", "login:name=%00&login:password=%FF");
            stranger.post("queues", "jakarta.faces.ViewState=x&x=y");
            stranger.get("openid/answer?state=x&code=y");
            stranger.post("api/v1/tokens", "{");
        }
        assertThat(gateway.log().length() - before).isLessThan(20_000);
    }

    @Test
    void aSessionThatSomebodyHasPutIntoABrowserIsNoneAfterTheLogin() {
        String planted = "planted-by-somebody-else-0000000000000000000";
        HttpResponse<String> in = Console.with(gateway, Map.of("Cookie", "POSTERN=" + planted)).login(NAME, PASSWORD);
        assertThat(cookies(in)).contains("POSTERN=").doesNotContain(planted);
        assertThat(Console.with(gateway, Map.of("Cookie", "POSTERN=" + planted)).get("queues").statusCode())
                .isEqualTo(302);
    }

    /** {@return a browser that has come to the provider and is sent back by this address} */
    private static String toTheProvider(Console browser) {
        HttpResponse<String> there = browser.get("openid?to=/queues");
        assertThat(there.statusCode()).isEqualTo(302);
        assertThat(cookies(there)).contains("HttpOnly", "SameSite=Lax", "path=/openid");
        return provider.back(URI.create(there.headers().firstValue("Location").orElseThrow()));
    }

    @Test
    void whomTheProviderKnowsIsLetInInTheRoleThatItGives() {
        provider.knows("olga", "mail");
        Console olga = behindTheProxy("198.51.100.20");
        assertThat(olga.read("login")).contains("Log in by your OpenID provider", "Password");
        HttpResponse<String> in = olga.get(toTheProvider(olga));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
        assertThat(olga.get("queues").statusCode()).isEqualTo(200);
        assertThat(olga.get("people").statusCode()).isEqualTo(403);
        assertThat(alice.read("people")).contains("olga", "by OpenID Connect");
        assertThat(alice.read("audit?person=olga")).contains("logged in", "by OpenID Connect");
        assertThat(olga.post("logout", "").statusCode()).isEqualTo(302);
        assertThat(olga.get("queues").statusCode()).isEqualTo(302);
    }

    @Test
    void whoHasNoRoleOrComesBackIntoAnotherBrowserIsNotLetIn() {
        provider.knows("gert", "gardeners");
        Console gert = behindTheProxy("198.51.100.21");
        assertThat(gert.get(toTheProvider(gert)).statusCode()).isEqualTo(403);
        provider.knows("olga", "mail");
        Console victim = behindTheProxy("198.51.100.22");
        toTheProvider(victim);
        assertThat(victim.get(toTheProvider(behindTheProxy("198.51.100.23"))).statusCode()).isEqualTo(403);
        provider.knows(NAME, "mail");
        Console mallory = behindTheProxy("198.51.100.24");
        assertThat(mallory.get(toTheProvider(mallory)).statusCode()).isEqualTo(403);
        assertThat(gateway.log()).contains("POSTERN2716");
    }

    private static Console behindTheProxy(String client) {
        return Console.with(gateway, Map.of(FORWARDED, client));
    }

    @Test
    void oneAttackerBehindTheProxyKeepsNobodyElseOut() {
        Console attacker = behindTheProxy("203.0.113.66");
        for (int i = 0; i < 5; i++) {
            assertThat(attacker.login(NAME, "guessed").statusCode()).isEqualTo(403);
        }
        assertThat(attacker.login(NAME, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(behindTheProxy("203.0.113.66, 198.51.100.1").login(NAME, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void anAttackerDoesNotBecomeAnotherByWhatHeWrites() {
        for (int i = 0; i < 5; i++) {
            Console.from(gateway, "127.0.0.9", Map.of(FORWARDED, "203.0.113." + i)).login(NAME, "guessed");
        }
        assertThat(Console.from(gateway, "127.0.0.9", Map.of(FORWARDED, "203.0.113.77"))
                .login(NAME, PASSWORD)
                .statusCode()).isEqualTo(429);
    }

    @Test
    void aNetworkOfIpv6IsOneAttacker() {
        for (int i = 0; i < 5; i++) {
            behindTheProxy("2001:db8::" + i).login(NAME, "guessed");
        }
        assertThat(behindTheProxy("2001:db8::99").login(NAME, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(behindTheProxy("2001:db8:0:1::99").login(NAME, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void onlyTheProxyIsBelievedThatItWasAskedByTls() {
        HttpResponse<String> proxied = Console.with(gateway, Map.of("X-Forwarded-Proto", "https"))
                .login(NAME, PASSWORD);
        assertThat(cookies(proxied)).containsIgnoringCase("; secure").contains("SameSite=Lax", "HttpOnly");
        assertThat(proxied.headers().firstValue("Strict-Transport-Security")).isPresent();
        HttpResponse<String> stranger = Console.from(gateway, "127.0.0.8", Map.of("X-Forwarded-Proto", "https"))
                .login(NAME, PASSWORD);
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(cookies(stranger)).contains("POSTERN=").doesNotContainIgnoringCase("; secure");
        assertThat(stranger.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/messages", "/login", "/setup", "/nothing", "/queues.xhtml"})
    void aHostThatAStrangerMakesUpStandsInNoAnswer(String page) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), gateway.http())) {
            socket.getOutputStream()
                    .write(("GET " + page + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.faces.resource/../WEB-INF/web.xml",
            "jakarta.faces.resource/%2e%2e/WEB-INF/web.xml.xhtml?ln=..", "api/../WEB-INF/web.xml"})
    void nothingIsReadBesideWhatIsServed(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), gateway.http())) {
            socket.getOutputStream()
                    .write(("GET /" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 200").doesNotContain("<web-app");
        }
    }

    @Test
    void strangersMakeNoSessions() {
        int before = sessions();
        for (int i = 0; i < 20; i++) {
            for (String page : new String[]{"login", "setup", "messages", "", "queues.xhtml", "nothing"}) {
                assertThat(cookies(Console.anonymous(gateway).get(page))).isEmpty();
            }
        }
        assertThat(sessions()).isEqualTo(before);
    }

    private static int sessions() {
        String said = gateway.manage("/deployment=postern.ear/subdeployment=postern.war/subsystem=undertow"
                + ":read-attribute(name=active-sessions)");
        return Integer.parseInt(said.replaceAll("(?s).*\"result\" => (\\d+).*", "$1"));
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNoWeakOneIsTaken() {
        Console here = behindTheProxy("198.51.100.2");
        Console there = behindTheProxy("198.51.100.3");
        assertThat(here.login(NAME, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(there.login(NAME, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(changed(here, "aaaaaaaaaaaa")).contains("too few different characters");
        assertThat(there.get("queues").statusCode()).isEqualTo(200);
        assertThat(changed(here, PASSWORD)).contains("The password is changed");
        assertThat(there.get("queues").statusCode()).isEqualTo(302);
        assertThat(here.get("queues").statusCode()).isEqualTo(200);
        alice.login(NAME, PASSWORD);
    }

    private static String changed(Console console, String password) {
        return console.submit("account", Map.of("present", PASSWORD, "wanted", password, "again", password)).body();
    }

    @Test
    void whoLogsOutIsOut() {
        Console console = behindTheProxy("198.51.100.4");
        console.login(NAME, PASSWORD);
        assertThat(console.get("queues").statusCode()).isEqualTo(200);
        assertThat(console.post("logout", "").statusCode()).isEqualTo(302);
        assertThat(console.get("queues").statusCode()).isEqualTo(302);
    }

    @Test
    void anExpiredPageSaysSoInAPlainSentence() {
        String state = state(alice.get("account").body());
        for (int i = 0; i < 25; i++) {
            alice.get("queues");
        }
        String form = "account=account&account:present=x&jakarta.faces.ViewState=" + state.replace(":", "%3A");
        HttpResponse<String> answer = alice.post("account", form);
        assertThat(answer.statusCode()).isEqualTo(302);
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(alice.read(place)).contains("This page has expired", "Nothing was done");
        assertThat(alice.get(place).body()).contains("href=\"/account\"", "console.css");
        HttpResponse<String> byScript = alice.post("account", form + "&jakarta.faces.partial.ajax=true",
                Map.of("Faces-Request", "partial/ajax"));
        assertThat(byScript.body()).contains("<redirect url=\"/expired?to=");
        assertThat(gateway.log()).doesNotContain("ViewExpiredException", "CspException");
    }

    private static String state(String page) {
        Matcher state = STATE.matcher(page);
        assertThat(state.find()).isTrue();
        return state.group(1);
    }

    @Test
    void anExpiredLoginPageIsALoginPage() {
        HttpResponse<String> answer = Console.anonymous(gateway)
                .post("login", "login=login&jakarta.faces.ViewState=-1%3A-2&login:name=x&login:password=y");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Name or password is not right", "console.css");
    }

    @Test
    void whatThereIsNotHasAPageInTheClothesOfTheRest() {
        HttpResponse<String> answer = alice.get("nothing/of/that/name");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing at this address", "console.css", "href=\"/messages\"");
    }

    private static String cookies(HttpResponse<String> answer) {
        return String.join("\n", answer.headers().allValues("Set-Cookie"));
    }
}
