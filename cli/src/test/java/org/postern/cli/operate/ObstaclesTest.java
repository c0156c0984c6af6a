package org.postern.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.cli.client.SettingsInUse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class ObstaclesTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    private Path folder;

    private SettingsInUse settings(Map<String, String> given) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String name : List.of("mx", "submission", "submissions", "lmtp", "internal")) {
            all.put("listener." + name + ".bind", "127.0.0.1");
            all.put("listener." + name + ".port", "0");
        }
        all.putAll(Map.of("http.bind", "127.0.0.1", "http.port", "0", "management.port", "0", "applications.bind",
                "127.0.0.1", "applications.port", "0", "metrics.bind", "127.0.0.1", "metrics.port", "0", "db.driver",
                "h2"));
        all.putAll(given);
        Path file = folder.resolve("settings.properties");
        Files.write(file,
                all.entrySet().stream().map(one -> "postern." + one.getKey() + "=" + one.getValue()).toList());
        return SettingsInUse.in(file);
    }

    private List<String> obstacles(Map<String, String> given) throws IOException {
        return Obstacles.here(settings(given));
    }

    private static String free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    @Test
    void nothingIsInTheWayWhereAllIsWell() throws IOException {
        Path certificate = Files.writeString(folder.resolve("server.pem"), "x");
        assertThat(obstacles(Map.of("listener.mx.port", free(), "tls.certificate", certificate.toString(), "tls.folder",
                folder.toString(), "tls.key", ""))).isEmpty();
    }

    @Test
    void filesThatAreMissingAreNamedWithTheirSettings() throws IOException {
        Path missing = folder.resolve("missing.pem");
        assertThat(Obstacles.inFiles(settings(Map.of("tls.certificate", missing.toString(), "tls.folder",
                missing.toString(), "delivery.tls-authorities", folder.toString())))).containsExactlyInAnyOrder(
                        "tls.certificate: there is no file " + missing + ": put it there, or mend the setting",
                        "tls.folder: there is no folder " + missing + ": put it there, or mend the setting",
                        "delivery.tls-authorities: there is no file " + folder + ": put it there, or mend the setting");
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, HERE)) {
            String port = Integer.toString(other.getLocalPort());
            for (String key : List.of("listener.mx.port", "listener.lmtp.port", "http.port", "management.port",
                    "applications.port", "metrics.port")) {
                assertThat(obstacles(Map.of(key, port)))
                        .containsExactly(key + ": something else listens on port " + port
                                + " of 127.0.0.1: stop it, or choose another port");
            }
        }
    }

    @Test
    void aPortThatIsUsedTwiceIsSaidWithBothSettings() throws IOException {
        String port = free();
        assertThat(obstacles(Map.of("listener.mx.port", port, "http.port", port))).containsExactly(
                "http.port and listener.mx.port are both " + port + " at 127.0.0.1: give one of them another port");
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() throws IOException {
        assertThat(obstacles(Map.of("listener.mx.bind", "192.0.2.25", "listener.mx.port", free()))).containsExactly(
                "listener.mx.port: this machine has no address 192.0.2.25: mend the setting beside it that ends in bind");
    }

    @Test
    void aDatabaseThatIsAwayIsNamedWithItsAddress() throws IOException {
        String port = free();
        assertThat(obstacles(
                Map.of("db.driver", "postgresql", "db.url", "jdbc:postgresql://127.0.0.1:" + port + "/postern?user=x")))
                .singleElement()
                .asString()
                .startsWith("db.url: the database at 127.0.0.1 port " + port + " cannot be reached (")
                .endsWith("): start it, or mend the address");
        try (ServerSocket database = new ServerSocket(0, 1, HERE)) {
            assertThat(obstacles(Map.of("db.driver", "postgresql", "db.url",
                    "jdbc:postgresql://127.0.0.1:" + database.getLocalPort() + "/postern"))).isEmpty();
        }
    }

    @Test
    void anAddressThatOnlyTheDriverUnderstandsIsLeftToIt() throws IOException {
        assertThat(
                obstacles(Map.of("db.driver", "postgresql", "db.url", "jdbc:postgresql://a.example,b.example/postern")))
                .isEmpty();
    }
}
