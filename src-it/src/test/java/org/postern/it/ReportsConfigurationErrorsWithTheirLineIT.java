package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Ports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** A mistake in the file stops the start, and all mistakes are named at once, each with its place. */
class ReportsConfigurationErrorsWithTheirLineIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void eachMistakeIsNamedWithLineAndColumnAndNothingStarts() {
        try (Gateway gateway = Gateway.plan("mistakes").configuration("""
                [networks]
                trusted = ["127.0.0.0/99"]
                [listner.mx]
                port = 2525
                [[route]]
                recipient = "test.example"
                to = "hots:127.0.0.1:25"
                """).prepare()) {
            gateway.launch();
            assertThat(gateway.awaitEnd(LIMIT)).isNotZero();
            assertThat(gateway.output()).contains("postern.toml:5:")
                    .contains("postern.toml:7:1: unknown: listner.mx.port")
                    .contains("postern.toml:10:")
                    .contains("listner")
                    .contains("not started");
            assertThat(gateway.readiness()).isZero();
        }
    }

    @Test
    void aSyntaxErrorIsNamedToo() {
        try (Gateway gateway = Gateway.plan("syntax").configuration("trusted = [\n").prepare()) {
            gateway.launch();
            assertThat(gateway.awaitEnd(LIMIT)).isNotZero();
            assertThat(gateway.output()).containsPattern("postern\\.toml:[45]:\\d+: ");
        }
    }

    /** What the machine does not have, or others have of it, is said before a server is started, each in a line. */
    @Test
    void whatIsInTheWayIsNamedBeforeAnythingStarts() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Gateway gateway = Gateway.plan("obstacles")
                        .set("tls.certificate", "/nowhere/server.pem")
                        .set("db.driver", "postgresql")
                        .set("db.url", "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/postern")
                        .option("--submission-port", Integer.toString(other.getLocalPort()))
                        .configuration("")
                        .prepare()) {
            gateway.launch();
            assertThat(gateway.awaitEnd(LIMIT)).isNotZero();
            assertThat(gateway.output().lines().filter(line -> line.startsWith("postern: "))).hasSize(3)
                    .anyMatch(line -> line.contains("tls.certificate: there is no file /nowhere/server.pem"))
                    .anyMatch(line -> line.contains("listener.submission.port: something else listens on port "
                            + other.getLocalPort()))
                    .anyMatch(line -> line.contains("db.url: the database at 127.0.0.1 port "));
            assertThat(gateway.output()).doesNotContain("Starting");
        }
    }

    @Test
    void whatJavaDoesNotTakeIsSaidInJavasWords() {
        try (Gateway gateway = Gateway.plan("no-such-option")
                .option("--java-opts", "-XX:+NoSuchOption")
                .configuration("")
                .prepare()) {
            gateway.launch();
            assertThat(gateway.awaitEnd(LIMIT)).isNotZero();
            assertThat(gateway.output()).contains("the server ended by itself (status 1): Unrecognized VM option");
        }
    }

    @Test
    void aHeapIsASize() {
        try (Gateway gateway = Gateway.plan("no-heap").option("--heap", "lots").configuration("").prepare()) {
            gateway.launch();
            assertThat(gateway.awaitEnd(LIMIT)).isNotZero();
            assertThat(gateway.output()).contains("--heap lots: say a size, such as 512m or 2g");
        }
    }
}
