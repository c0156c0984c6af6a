package org.postern.it.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Commands;
import org.postern.it.harness.World;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Other servers find the MTA-STS policies of one's own domains, and the command line says what is missing in the DNS. */
@World.Shared
class PublishesItsPoliciesIT {
    private static final String DOMAIN = "sts.world.example";
    private static final String PATH = "/.well-known/mta-sts.txt";
    private static final String FILE = "version: STSv1\r\nmode: testing\r\nmx: gateway.example\r\nmax_age: 2592000\r\n";

    private static String ask(World world, String method, String path, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), world.gateway().http())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static List<List<String>> records(World world) {
        String postern = Path.of(System.getProperty("postern.root"), "postern").toString();
        return Commands.run(List.of(postern, "dns", DOMAIN, "--data", world.gateway().data().toString()), Map.of(), "")
                .lines()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .filter(line -> line.getFirst().contains("mta-sts"))
                .toList();
    }

    @Test
    void whoeverAsksForTheHostOfADomainGetsItsPolicy(World world) throws IOException {
        for (String host : List.of("mta-sts." + DOMAIN, "MTA-STS.STS.World.Example:443")) {
            assertThat(ask(world, "GET", PATH, host)).startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("Content-Type: text/plain\r\n")
                    .doesNotContainIgnoringCase("Set-Cookie")
                    .endsWith("\r\n\r\n" + FILE);
        }
        assertThat(ask(world, "HEAD", PATH, "mta-sts." + DOMAIN)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }

    @Test
    void otherHostsHaveNoPolicyAndThisHostOpensNothingElse(World world) throws IOException {
        for (String host : List.of("127.0.0.1", DOMAIN, "mta-sts.other.example", "x.mta-sts." + DOMAIN)) {
            assertThat(ask(world, "GET", PATH, host)).startsWith("HTTP/1.1 404").doesNotContain("STSv1");
        }
        assertThat(ask(world, "POST", PATH, "mta-sts." + DOMAIN)).startsWith("HTTP/1.1 405");
        assertThat(ask(world, "GET", "/messages", "mta-sts." + DOMAIN)).doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void theCommandLineListsWhatIsToBePublished(World world) {
        world.dns().mx(DOMAIN, 10, "gateway.example").mx(DOMAIN, 20, "backup.world.example");
        List<List<String>> before = records(world);
        assertThat(before).extracting(line -> line.get(0) + " " + line.get(1) + " " + line.get(3))
                .containsExactly("_mta-sts." + DOMAIN + " TXT missing", "mta-sts." + DOMAIN + " CNAME missing",
                        "https://mta-sts." + DOMAIN + PATH + " policy differs");
        assertThat(before.getLast().getLast())
                .isEqualTo("backup.world.example is an MX host, and the policy does not name it");
        world.dns()
                .txt("_mta-sts." + DOMAIN, before.getFirst().get(2).replace("\"", ""))
                .a("mta-sts." + DOMAIN, "127.0.0.1");
        assertThat(records(world)).extracting(line -> line.get(3)).containsExactly("there", "there", "differs");
    }
}
