package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Login;
import org.postern.it.harness.MailUsers;
import org.postern.it.harness.Msmtp;
import org.postern.it.harness.Ports;
import org.postern.it.harness.PostgresServer;
import org.postern.it.harness.RecordingServer;

import java.time.Duration;

/** The gateway's own users in PostgreSQL: what a person does with them, and what the realm reads of it. */
class KeepsUsersInPostgresqlIT {
    private static final String ALICE = "alice@home.example";
    private static final String PASSWORD = "correct horse";

    @Test
    void aUserIsAddedLogsInAndIsLockedOutWhenDisabled() throws Exception {
        Assumptions.assumeTrue(PostgresServer.exists());
        int submission = Ports.free();
        try (PostgresServer database = PostgresServer.start();
                RecordingServer next = RecordingServer.start();
                Gateway gateway = Gateway.plan("postgresql-users")
                        .set("db.driver", "postgresql")
                        .set("db.url", database.url())
                        .set("db.user", database.user())
                        .set("db.password", "any")
                        .option("--submission-port", Integer.toString(submission))
                        .configuration("""
                                [[route]]
                                recipient = "*"
                                to = "%s"
                                """.formatted(next.destination()))
                        .start()) {
            MailUsers users = new MailUsers(gateway);
            users.add(ALICE, PASSWORD);
            users.add("Bob", PASSWORD);
            users.say("senders", "bob", "--may-send-as", "bob@home.example,lists.example");
            assertThat(users.say("list")).contains(ALICE, "bob", "lists.example");

            assertThat(Login.plain("127.0.5.1", submission, "ALICE@home.example", PASSWORD)).startsWith("235 2.7.0");
            assertThat(Login.plain("127.0.5.2", submission, ALICE, "wrong horse")).startsWith("535 5.7.8");
            if (Msmtp.exists()) {
                new Msmtp(submission, "127.0.5.3").send("scram-sha-256", "bob", PASSWORD, "any@lists.example",
                        "pg@elsewhere.example");
                next.awaitText("Subject: to pg@elsewhere.example", Duration.ofSeconds(30));
            }

            users.say("disable", ALICE);
            assertThat(Login.plain("127.0.5.4", submission, ALICE, PASSWORD)).startsWith("535 5.7.8");
            users.say("enable", ALICE);
            assertThat(Login.plain("127.0.5.5", submission, ALICE, PASSWORD)).startsWith("235 2.7.0");
            users.say("delete", "bob");
            assertThat(Login.plain("127.0.5.6", submission, "bob", PASSWORD)).startsWith("535 5.7.8");
        }
    }
}
