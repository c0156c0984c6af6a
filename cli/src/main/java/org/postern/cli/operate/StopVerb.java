package org.postern.cli.operate;

import org.postern.cli.client.Exit;
import org.postern.cli.client.Installation;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;

/** Stops a gateway from another terminal. */
@Command(name = "stop", description = {"Stop the gateway of a data folder from another terminal, as Ctrl-C does,",
        "and return when it is gone. Exit status 3: not running."}, footer = "Example: ./postern stop")
public final class StopVerb extends Verb {
    private static final Duration TOLD_EACH = Duration.ofSeconds(10);
    private static final int LONGER_THAN_DRAIN = 60;
    private static final int USUAL_DRAIN = 20;

    @Override
    protected void act() {
        Installation one = session().installation();
        ProcessHandle process = one.process().orElseThrow(() -> {
            tell("Not running.");
            return new Trouble(Exit.NO_GATEWAY, "");
        });
        int drain = drain(one.data().resolve("server/drain"));
        tell("Stopping: no new sessions, up to " + drain + " s for those in flight.");
        if (!process.destroy()) {
            throw Trouble.failed("process " + process.pid() + " is somebody else's: stop it as its user");
        }
        long waited = 0;
        while (!hasEnded(process)) {
            waited += TOLD_EACH.toSeconds();
            tell("Stopping since " + waited + " s ...");
            if (waited >= drain + LONGER_THAN_DRAIN) {
                process.destroyForcibly(); // however a server hangs, it does not hang for ever
            }
        }
        tell("Stopped.");
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(TOLD_EACH.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Exit.FAILED, "interrupted");
        } catch (ExecutionException e) {
            throw Trouble.failed(String.valueOf(e.getMessage()));
        }
    }

    private void tell(String words) {
        screen().text(words);
        screen().flush();
    }

    /** As it was started, which only that start knows. */
    private static int drain(Path file) {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : USUAL_DRAIN;
        } catch (IOException | NumberFormatException e) {
            return USUAL_DRAIN;
        }
    }
}
