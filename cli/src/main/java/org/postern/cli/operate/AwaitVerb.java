package org.postern.cli.operate;

import org.postern.cli.client.Installation;
import org.postern.cli.client.SettingsInUse;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Screen;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits for a gateway that has just been started, and says where it is heard, or what keeps it. */
@Command(name = "await", hidden = true, description = "Wait until a gateway that was just started is ready", footer = "Example: ./postern await 120 4711 1")
public final class AwaitVerb extends Verb {
    private static final int GONE = 2;
    private static final int NEVER = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Parameters(index = "0", paramLabel = "SECONDS")
    private long seconds;
    @Parameters(index = "1", paramLabel = "PID")
    private long pid;
    @Parameters(index = "2", paramLabel = "LINE", description = "of the log with which this start begins")
    private long line;

    @Override
    protected void act() {
        Installation one = session().installation();
        Readiness readiness = new Readiness(one);
        Instant end = Instant.now().plusSeconds(seconds);
        Optional<String> obstacles = readiness.obstacles();
        while (obstacles.isPresent() && Instant.now().isBefore(end)) {
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                throw new Trouble(GONE, "");
            }
            readiness.failure().ifPresent(why -> end(NEVER, one, why));
            LockSupport.parkNanos(PAUSE.toNanos());
            obstacles = readiness.obstacles();
        }
        obstacles.ifPresent(why -> end(1, one, why));
        describe(one);
    }

    private void end(int status, Installation one, String why) {
        new Explanation(one.data().resolve("log/server.log"), line).tell(why, screen());
        screen().flush();
        throw new Trouble(status, "");
    }

    private void describe(Installation one) {
        SettingsInUse settings = one.settings();
        Screen screen = screen();
        for (String name : List.of("mx", "submission", "submissions", "lmtp", "internal")) {
            String port = settings.needed("listener." + name + ".port");
            if (!port.equals("0")) {
                String host = Installation.host(settings.needed("listener." + name + ".bind"));
                screen.text("SMTP      " + host + ":" + port + " (" + name + ")");
            }
        }
        screen.text("Console   " + one.console() + "/");
        settings.of("metrics.port")
                .filter(port -> !port.equals("0"))
                .ifPresent(port -> screen.text("Figures   http://" + Installation.host(settings.needed("metrics.bind"))
                        + ":" + port + "/metrics"));
        Path setup = one.data().resolve("setup-token");
        if (Files.exists(setup)) {
            screen.text("          nobody can log in yet; the first administrator is made at");
            screen.text("          " + one.console() + "/setup?token=" + text(setup));
        }
        screen.text("Data      " + one.data() + " (log: " + one.data().resolve("log/server.log") + ")");
        screen.text("Ctrl-C stops it gracefully.");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
