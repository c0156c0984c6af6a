package org.postern.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People come in through a proxy or without one, whatever strangers do meanwhile. The proxy is 127.0.0.1. */
class LetsPeopleInIT {
    private static final String NAME = "alice";
    private static final String PASSWORD = "correct horse battery";
    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");

    private static Gateway gateway;
    private static Console alice;

    @BeforeAll
    static void start() {
        gateway = Gateway.plan("people").configuration("""
                [settings]
                "http.proxies" = "127.0.0.1"
                """).start();
        alice = Console.withFirstAdministrator(gateway, NAME, PASSWORD);
    }

    @AfterAll
    static void stop() {
        gateway.close();
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
