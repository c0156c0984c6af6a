package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Application;
import org.postern.it.harness.Console;
import org.postern.it.harness.World;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Nobody sees anything of the console without having logged in as an administrator. */
@World.Shared
class ConsoleDemandsLoginIT {
    @ParameterizedTest
    @ValueSource(strings = {"", "messages", "messages.xhtml", "messages?q=example", "message?id=x", "message.xhtml",
            "queues",
            "queues.xhtml", "account", "nothing-of-that-name", "WEB-INF/web.xml"})
    void aStrangerIsLedToTheLogin(String page, World world) {
        HttpResponse<String> answer = Console.anonymous(world.gateway()).get(page);
        if (answer.statusCode() != 404) {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/login");
        }
        assertThat(answer.body()).doesNotContain("Queues");
    }

    @Test
    void anAdministratorIsLetIn(World world) {
        assertThat(world.console().get("messages").statusCode()).isEqualTo(200);
        assertThat(world.console().read("queues")).contains("postern.outgoing");
    }

    @Test
    void aWrongPasswordIsNotLetIn(World world) {
        world.console();
        Console stranger = Console.anonymous(world.gateway());
        assertThat(stranger.login(World.ADMINISTRATOR, "not the password").statusCode()).isNotEqualTo(302);
        assertThat(stranger.get("messages").statusCode()).isEqualTo(302);
    }

    @Test
    void aLoginsCookieIsForTheConsoleAlone(World world) {
        world.console();
        HttpResponse<String> plain = Console.anonymous(world.gateway()).login(World.ADMINISTRATOR, World.PASSWORD);
        assertThat(plain.statusCode()).isEqualTo(302);
        assertThat(cookie(plain)).contains("HttpOnly", "SameSite=Lax").doesNotContainIgnoringCase("secure");
    }

    @Test
    void behindTlsTheCookieNeverTravelsInTheClear(World world) {
        world.console();
        HttpResponse<String> inside = behindTls(world).login(World.ADMINISTRATOR, World.PASSWORD);
        assertThat(inside.statusCode()).isEqualTo(302);
        assertThat(cookie(inside)).containsIgnoringCase("; secure").contains("HttpOnly", "SameSite=Lax");
        assertThat(behindTls(world).get("messages").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).doesNotStartWith("http:"));
    }

    @Test
    void nobodyIsLoggedInByAnotherSitesForm(World world) {
        world.console();
        Console elsewhere = Console.with(world.gateway(), Map.of("Sec-Fetch-Site", "cross-site"));
        assertThat(elsewhere.login(World.ADMINISTRATOR, World.PASSWORD).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"http://elsewhere.example, 403", "null, 403", "http://127.0.0.1, 403", "https://127.0.0.1:8443, 403"})
    void inPlainHttpTheOriginTellsAnotherPagesForm(String origin, int status, World world) {
        world.console();
        Console browser = Console.with(world.gateway(), Map.of("Origin", origin));
        assertThat(browser.login(World.ADMINISTRATOR, World.PASSWORD).statusCode()).isEqualTo(status);
    }

    @Test
    void aFormOfTheSamePageIsOurs(World world) {
        world.console();
        Console browser = Console.with(world.gateway(), Map.of("Origin", "http://127.0.0.1:" + world.gateway().http()));
        assertThat(browser.login(World.ADMINISTRATOR, World.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyIsLoggedInByALink(World world) {
        world.console();
        HttpResponse<String> answer = Console.anonymous(world.gateway())
                .get("login?jakarta.faces.ViewState=stateless&login=login&login:enter=x&login:to=/messages&login:name="
                        + World.ADMINISTRATOR + "&login:password=" + World.PASSWORD.replace(" ", "+"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookie(answer)).isEmpty();
    }

    /** A proxy that does TLS says so. */
    private static Console behindTls(World world) {
        return Console.with(world.gateway(), Map.of("X-Forwarded-Proto", "https"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.faces.ViewState=stateless", "jakarta.faces.ViewState=1:2&primefaces.nonce=x",
            "jakarta.faces.ViewState=stateless&jakarta.faces.partial.ajax=true&jakarta.faces.source=x"})
    void aFormThatThePageHasNeverShownIsNoErrorOfTheServers(String form, World world) {
        for (String page : List.of("login", "setup")) {
            HttpResponse<String> answer = Console.anonymous(world.gateway()).post(page, form);
            assertThat(answer.statusCode()).isBetween(200, 403);
            assertThat(answer.body()).contains("console.css");
        }
        assertThat(world.gateway().log()).doesNotContain("CspException", "ViewExpiredException");
    }

    private static String cookie(HttpResponse<String> answer) {
        return String.join("\n", answer.headers().allValues("Set-Cookie"));
    }

    @Test
    void strangersLeaveNoSessionsBehind(World world) {
        world.console().get("messages");
        int before = sessions(world);
        for (int i = 0; i < 50; i++) {
            for (String page : List.of("login", "setup", "messages", "")) {
                Console.anonymous(world.gateway()).get(page);
            }
        }
        assertThat(sessions(world)).isEqualTo(before);
        assertThat(world.console().get("messages").statusCode()).isEqualTo(200);
    }

    private static int sessions(World world) {
        String said = world.gateway()
                .manage("/deployment=postern.ear/subdeployment=postern.war/subsystem=undertow"
                        + ":read-attribute(name=active-sessions)");
        return Integer.parseInt(said.replaceAll("(?s).*\"result\" => (\\d+).*", "$1"));
    }

    @Test
    void anApplicationsAccountIsNotLetIn(World world) {
        world.application();
        Console stranger = Console.anonymous(world.gateway());
        stranger.login("it@applications", Application.PASSWORD);
        assertThat(stranger.get("messages").statusCode()).isNotEqualTo(200);
    }

    @Test
    void thereIsNoSecondFirstAdministrator(World world) {
        world.console();
        assertThat(Files.exists(world.gateway().data().resolve("setup-token"))).isFalse();
        Console stranger = Console.anonymous(world.gateway());
        assertThat(stranger.get("setup?token=guessed").statusCode()).isEqualTo(302);
        assertThat(stranger.read("setup")).contains("There is an administrator already");
    }
}
