package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Application;
import org.postern.it.harness.Console;
import org.postern.it.harness.World;

import java.net.http.HttpResponse;
import java.nio.file.Files;

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
        assertThat(Console.anonymous(world.gateway()).read("setup?token=guessed"))
                .contains("There is an administrator already");
    }
}
