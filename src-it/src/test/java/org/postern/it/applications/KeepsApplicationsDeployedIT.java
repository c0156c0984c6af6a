package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Chromium;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What lies in the folder deployments is deployed at each start, whatever ended the run before, and whoever asks hears how it stands. */
class KeepsApplicationsDeployedIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Page PAGE = Page.of("applications.md");
    private static final String BROKEN = """
            import jakarta.annotation.PostConstruct;
            import jakarta.ejb.Singleton;
            import jakarta.ejb.Startup;

            @Singleton
            @Startup
            public class Broken {
                @PostConstruct
                void start() {
                    throw new IllegalStateException("no price list");
                }
            }
            """;
    private static final String IDLE = """
            @jakarta.ejb.Singleton
            public class %s {
            }
            """;

    private static final String PASSWORD = "correct horse battery";

    private static Gateway gateway;
    private static Desk desk;

    @BeforeAll
    static void start() {
        gateway = Gateway.plan("kept").configuration(PAGE.only("Mail for an application", "toml")).start();
        desk = new Desk(gateway);
    }

    @AfterAll
    static void stop() {
        desk.close();
        gateway.close();
    }

    @Test
    void whatLiesInTheFolderIsDeployedAgainAfterAKill() throws IOException {
        desk.put("OrderMail.java", PAGE.only("In the same server", "java"));
        desk.put("Invoice.java", PAGE.only("By Jakarta Mail", "java"));
        desk.deploy("orders", "OrderMail.java", "Invoice.java");
        desk.put("Broken.java", BROKEN);
        desk.deploy("broken", "Broken.java");
        desk.put("Retired.java", IDLE.formatted("Retired"));
        desk.deploy("retired", "Retired.java");
        awaitStatus("application orders.jar: deployed");
        awaitStatus("application broken.jar: failed: ");
        awaitStatus("application retired.jar: deployed");
        gateway.manage("undeploy retired.jar");
        awaitStatus("application retired.jar: undeployed");
        String said = desk.type("./postern cli 'deploy " + passing() + "' 2>&1");
        assertThat(said).contains("gone after the next start", gateway.data().toRealPath() + "/deployments");
        awaitStatus("application passing.jar: deployed until the next start");

        gateway.kill();
        gateway.start();

        awaitStatus("application orders.jar: deployed");
        assertThat(awaitStatus("application broken.jar: failed: ")).as("why").containsPattern("failed: .*broken");
        assertThat(status()).contains("application retired.jar: undeployed").doesNotContain("passing.jar");
        assertThat(SmtpDialogue.hand(gateway.smtp(), "a@client.example", "orders@app.example",
                SampleMail.about("one table"))).startsWith("250");
        Await.until("the application reads its mail", LIMIT, () -> gateway.log().contains("An order: one table"));
    }

    @Test
    void thePageSaysThatMailIsTakenWhateverIsDeployed() {
        assumeTrue(Chromium.isUsable(), "needs chromium and chromedriver");
        desk.put("Beside.java", IDLE.formatted("Beside"));
        desk.deploy("beside", "Beside.java");
        awaitStatus("application beside.jar: deployed");
        Console.withFirstAdministrator(gateway, "admin", PASSWORD);
        try (Chromium browser = Chromium.loggedIn(gateway, "admin", PASSWORD)) {
            browser.open("messages");
            browser.await("the page has looked by itself",
                    "return performance.getEntriesByType('resource').filter(one => one.name.includes('/ready')).length > 1");
            assertThat(browser.read("#state")).isEqualTo("Taking mail");
        }
    }

    private static Path passing() {
        desk.put("Passing.java", IDLE.formatted("Passing"));
        desk.type(
                """
                        javac -cp "$(find -L ear/target/server/modules -path '*jakarta*' -name '*.jar' | paste -sd: -)" -d passing Passing.java
                        jar --create --file passing.jar -C passing .
                        """);
        return desk.path().resolve("passing.jar");
    }

    private static String awaitStatus(String line) {
        return Await.value("the status says " + line, LIMIT, () -> {
            String status = status();
            return status.contains(line) ? Optional.of(status) : Optional.empty();
        });
    }

    private static String status() {
        return desk.type("./postern status");
    }
}
