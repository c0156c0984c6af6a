package org.postern.it.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Commands.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Debian package, from the commands of the read-me to its purge: installed by {@code apt} on a machine laid over this one, where the test does what systemd would, as the unit
 * says it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallsOnDebianIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String DATA = "/var/lib/postern";
    /** Nothing is fetched, nothing is asked, and no disk is waited for. */
    private static final String APT = """
            cat >/etc/apt/apt.conf.d/99-test <<END
            APT::Install-Recommends "false";
            APT::Get::Assume-Yes "true";
            Dpkg::Options {"--force-unsafe-io";};
            END
            """;
    /** What a service manager does with what it is told. */
    private static final String MANAGER = """
            import os, socket
            heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            heard.bind("/run/notify")
            os.chmod("/run/notify", 0o777)
            while True:
                print(heard.recv(4096).decode(), flush=True)
            """;
    private static OtherMachine machine;
    private static Process service;

    @BeforeAll
    static void install() throws IOException {
        assumeTrue(OtherMachine.isPossible(), "needs root, on Debian");
        machine = OtherMachine.start();
        Path shared = machine.shared();
        machine.run(APT);
        PackageOfThisBuild.makeJava(shared.resolve("java"), shared.resolve("java.deb"));
        machine.run("apt install ./java.deb");
        PackageOfThisBuild.make("1.0", shared.resolve("postern.deb"));
        Files.writeString(shared.resolve("manager.py"), MANAGER);
        machine.start(Map.of(), List.of("python3", "/mnt/manager.py"), shared.resolve("notified"));
    }

    @AfterAll
    static void switchOff() {
        if (OtherMachine.isPossible()) {
            machine.close();
        }
    }

    @Test
    @Order(1)
    void theCommandsOfTheReadMeDeliverAMail() throws IOException {
        List<String> commands = PackageOfThisBuild.commandsOfTheReadMe("Three commands on Debian")
                .stream()
                .map(line -> line.replaceFirst("^sudo ", ""))
                .toList();
        assertThat(commands).hasSize(3);
        machine.run(commands.get(0));
        startService();
        assertThat(machine.run("postern status")).contains("Ready");
        machine.run(commands.get(1));
        send(commands.get(2));
        assertThat(machine.run("postern sink await --time 30")).contains("you@test.example");
    }

    @Test
    @Order(2)
    void theServiceManagerIsToldOfReadinessOnce() throws IOException {
        assumeTrue(Commands.exists("systemd-notify"), "needs systemd's program");
        assertThat(Files.readString(machine.shared().resolve("notified"))).containsOnlyOnce("READY=1")
                .contains("Takes mail");
    }

    @Test
    @Order(2)
    void theUnitIsOneThatSystemdTakes() {
        assumeTrue(Commands.exists("systemd-analyze"), "needs systemd's program");
        assertThat(machine.run("systemd-analyze verify postern.service")).doesNotContain("postern");
        assertThat(machine.run("systemctl is-enabled postern")).contains("enabled");
    }

    @Test
    @Order(2)
    void theServerIsTheUsersAndMayListenBelow1024AndNothingElse() {
        String status = machine.run("cat /proc/$(cat " + DATA + "/postern.pid)/status");
        assertThat(status).contains("Uid:\t" + machine.run("id -u postern").strip() + "\t")
                .contains("CapEff:\t0000000000000400")
                .contains("CapBnd:\t0000000000000400")
                .contains("NoNewPrivs:\t1");
    }

    @Test
    @Order(2)
    void anotherUserIsToldWhoseTheGatewayIs() {
        for (String command : List.of("status", "run", "queue list")) {
            Outcome refused = machine
                    .attempt("setpriv --reuid=nobody --regid=nogroup --clear-groups postern " + command);
            assertThat(refused.status()).isNotZero();
            assertThat(refused.output().lines()).hasSize(1)
                    .allMatch(line -> line.contains("is postern's (sudo -u postern postern ..., or as root)"));
        }
    }

    @Test
    @Order(2)
    void whoMayNotEnterTheFolderOfTheScriptIsToldInOneLine() {
        machine.run("mkdir -m 700 /closed && mkdir /closed/here && cp /usr/lib/postern/postern /closed/here");
        Outcome refused = machine
                .attempt("cd /closed/here && setpriv --reuid=nobody --regid=nogroup --clear-groups ./postern status");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output().lines()).hasSize(1).allMatch(line -> line.contains("may not enter the folder"));
    }

    @Test
    @Order(3)
    void anUpgradeKeepsMailAndWhatTheOperatorWrote() throws IOException {
        machine.run("postern route add --recipient away.example --to host:127.0.0.1:2");
        send("swaks --server 127.0.0.1:2525 --from me@home.example --to you@away.example");
        Await.until("the mail is parked", LIMIT, () -> machine.run("postern queue list").contains("you@away.example"));
        machine.run("printf '[listener.mx]\\nport = 25\\n' >>/etc/postern.toml");
        stopService();

        PackageOfThisBuild.make("1.1", machine.shared().resolve("postern.deb"));
        machine.run("apt install ./postern.deb");
        assertThat(machine.run("dpkg-query -W postern")).contains("1.1");
        startService();
        assertThat(machine.run("postern queue list")).contains("you@away.example");
        send("swaks --server 127.0.0.1:25 --from me@home.example --to me-too@test.example");
        assertThat(machine.run("postern sink await --count 2 --time 30")).contains("you@test.example", "me-too@");
        stopService();
    }

    /** What it lays out before it finds the fault would be closed to the gateway. */
    @Test
    @Order(4)
    void rootLeavesNoFilesOfItsOwn() {
        assertThat(machine.attempt("postern run --set no.such=1").output()).contains("no such setting");
        assertThat(machine.run("find " + DATA + " ! -user postern")).isEmpty();
    }

    @Test
    @Order(5)
    void removalTakesTheProgramAndNothingElse() {
        String before = kept();
        machine.run("apt remove postern");
        assertThat(machine.attempt("ls /usr/lib/postern /usr/bin/postern").output().lines()).hasSize(2)
                .allMatch(line -> line.contains("No such file"));
        assertThat(kept()).isEqualTo(before).contains("db/postern.mv.db");
        assertThat(machine.run("cat /etc/postern.toml")).contains("port = 25");
    }

    @Test
    @Order(6)
    void aPurgeTakesSettingsAndLogsAndLeavesMail() {
        assertThat(machine.run("apt purge postern")).contains("are still in " + DATA);
        assertThat(kept()).contains("db/postern.mv.db").contains("journal/").doesNotContain("/log/", "/server/");
        assertThat(machine.attempt("ls /etc/postern.toml").output()).contains("No such file");
    }

    private static String kept() {
        return machine.run("find " + DATA + " -type f | sort");
    }

    /** Nodes know a new route within two seconds. */
    private static void send(String command) {
        Await.until(command, Duration.ofSeconds(10), () -> machine.attempt(command).status() == 0);
    }

    private static void startService() throws IOException {
        Unit unit = new Unit(machine.run("cat /lib/systemd/system/postern.service").lines().toList());
        Path notified = machine.shared().resolve("notified");
        long told = Files.size(notified);
        Path said = machine.shared().resolve("service.out");
        service = machine.start(
                Map.of("NOTIFY_SOCKET", "/run/notify", "POSTERN_JAVA_OPTS",
                        System.getenv().getOrDefault("POSTERN_JAVA_OPTS", "")),
                List.of("sh", "-c", "echo $$ >/run/service.pid; exec " + String.join(" ", unit.command())), said);
        Await.until("the service has started", LIMIT, () -> {
            if (!service.isAlive()) {
                throw new AssertionError(Files.readString(said));
            }
            return Commands.exists("systemd-notify")
                    ? Files.size(notified) > told
                    : machine.attempt("postern status").status() == 0;
        });
    }

    private static void stopService() {
        machine.run("kill -TERM $(cat /run/service.pid)");
        try {
            assertThat(service.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(service.exitValue()).isZero();
    }
}
