package org.postern.it.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Ports;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.WorkFolder;
import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * As a container runs it: with the settings of the manifest for Kubernetes, by a user whom nobody knows, without a home, and, where root runs the tests, with nothing that could be written
 * but one volume.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunsAsAnybodyIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String USER = "4711";
    private static final String READ_ONLY = """
            mount --bind "$1" "$1"
            mount -o remount,bind,ro /
            shift
            exec "$@"
            """;
    private static final boolean ROOT = System.getProperty("user.name").equals("root")
            && Commands.attempt(List.of("unshare", "--mount", "true"), Map.of(), "").status() == 0;
    private static final int SMTP = Ports.free();
    private static final int HTTP = Ports.free();
    private static final int HEALTH = Ports.free();
    private static WorkFolder folder;
    private static Map<String, Object> container;
    private static Process process;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(PackageOfThisBuild.isPossible(), "needs dpkg-deb");
        folder = WorkFolder.in(Path.of("/var/tmp"), "postern-tree-");
        PackageOfThisBuild.make("1.0", folder.path().resolve("postern.deb"));
        Commands.run(List.of("dpkg-deb", "--extract", folder.path().resolve("postern.deb").toString(),
                folder.path().resolve("tree").toString()));
        Files.delete(folder.path().resolve("postern.deb"));
        Commands.run(List.of("chmod", "-R", "a-w", folder.path().resolve("tree").toString()));
        Commands.run(List.of("install", "-d", "-m", "2775", volume().toString()));
        Files.createFile(folder.path().resolve("before"));
        container = container();
        launch();
    }

    private static Path volume() {
        return folder.path().resolve("volume");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> container() throws IOException {
        String manifest = Files
                .readString(Path.of(System.getProperty("postern.root"), "ear/src/main/container/kubernetes.yaml"));
        Map<String, Object> set = StreamSupport.stream(new Yaml().loadAll(manifest).spliterator(), false)
                .map(one -> (Map<String, Object>) one)
                .filter(one -> one.get("kind").equals("StatefulSet"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> pod = in(in(in(set, "spec"), "template"), "spec");
        return ((List<Map<String, Object>>) pod.get("containers")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> in(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }

    /** The settings of the manifest, but for addresses and ports, which are the tests' own. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> environment() {
        Map<String, String> settings = new LinkedHashMap<>();
        ((List<Map<String, String>>) container.get("env"))
                .forEach(one -> settings.put(one.get("name"), one.get("value")));
        settings.replace("POSTERN_LISTENER_MX_BIND", "127.0.0.1");
        settings.replace("POSTERN_METRICS_BIND", "127.0.0.1");
        settings.replace("POSTERN_METRICS_PORT", Integer.toString(HEALTH));
        settings.putAll(Map.of("POSTERN_LISTENER_MX_PORT", Integer.toString(SMTP), "POSTERN_HTTP_PORT",
                Integer.toString(HTTP), "POSTERN_MANAGEMENT_PORT", Integer.toString(Ports.free()),
                "POSTERN_GATEWAY_DNS",
                "127.0.0.1:1", "POSTERN_DATA", volume().toString(), "POSTERN_JAVA_OPTS",
                System.getenv().getOrDefault("POSTERN_JAVA_OPTS", ""), "JAVA_HOME", System.getProperty("java.home"),
                "PATH", "/usr/bin:/bin"));
        return settings;
    }

    private static List<String> asAnybody(List<String> words) {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("unshare", "--mount", "sh", "-ec", READ_ONLY, "sh", volume().toString(), "setpriv",
                    "--reuid=" + USER, "--regid=0", "--clear-groups", "--no-new-privs"));
        }
        command.addAll(List.of("env", "-i"));
        environment().forEach((name, value) -> command.add(name + "=" + value));
        command.add(folder.path().resolve("tree/usr/bin/postern").toString());
        command.addAll(words);
        return command;
    }

    @SuppressWarnings("unchecked")
    private static void launch() throws IOException {
        Path said = folder.path().resolve("run.out");
        process = new ProcessBuilder(asAnybody((List<String>) container.get("args"))).redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Await.until("the gateway takes mail", LIMIT, () -> {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(said));
            }
            return Files.readString(said).contains("Ctrl-C");
        });
    }

    @Test
    @Order(1)
    void itTakesOrdersAndMail() throws IOException {
        Commands.run(asAnybody(List.of("route", "add", "--recipient", "test.example", "--to", "sink")));
        Await.until("mail is taken", Duration.ofSeconds(10), () -> SmtpDialogue
                .hand(SMTP, "a@home.example", "b@test.example", SampleMail.about("anybody"))
                .startsWith("250"));
        assertThat(Commands.run(asAnybody(List.of("sink", "await", "--time", "30")))).contains("b@test.example");
        assertThat(Commands.run(asAnybody(List.of("status")))).contains("Ready");
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(strings = {"startupProbe", "livenessProbe", "readinessProbe"})
    void itAnswersTheProbesOfTheManifest(String probe) throws Exception {
        Map<String, Object> asked = in(in(container, probe), "httpGet");
        assertThat(asked).containsEntry("port", "health");
        URI place = URI.create("http://127.0.0.1:" + HEALTH + asked.get("path"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(HttpRequest.newBuilder(place).build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(1)
    void theManifestAllowsNoMoreThanThis() {
        assertThat(in(container, "securityContext")).containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(container.get("volumeMounts").toString()).contains("mountPath=/var/lib/postern",
                "mountPath=/etc/postern.toml");
    }

    @Test
    @Order(1)
    void nothingIsWrittenButInTheVolumeAndThatForTheUserAlone() {
        String tree = folder.path().resolve("tree").toString();
        assertThat(Commands.run(List.of("find", tree, "-newer", tree + "/../before", "-type", "f"))).isEmpty();
        assertThat(Commands.run(List.of("find", volume().toString(), "-mindepth", "1", "-perm", "/077"))).isEmpty();
        assertThat(Commands.run(List.of("find", volume().toString(), "-mindepth", "1", "!", "-user",
                ROOT ? USER : System.getProperty("user.name")))).isEmpty();
    }

    @Test
    @Order(2)
    void sigTermLetsWhatIsInFlightEnd() throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(SMTP)) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<b@test.example>");
            assertThat(client.say("DATA")).startsWith("354");
            process.destroy();
            assertThat(client.content(SampleMail.about("in flight"))).startsWith("250");
        }
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @AfterAll
    static void removeTree() {
        if (PackageOfThisBuild.isPossible()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
            Commands.run(List.of("chmod", "-R", "u+w", folder.path().resolve("tree").toString()));
            folder.close();
        }
    }
}
