package org.postern.cli.operate;

import org.postern.cli.client.Exit;
import org.postern.cli.client.Installation;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;

import java.util.Optional;

/** Whether a gateway runs, and takes mail. */
@Command(name = "status", description = {"Say whether the gateway of a data folder runs and is ready.",
        "Exit status 0: ready; 1: running, not ready, and the reasons; 3: not running."}, footer = "Example: ./postern status")
public final class StatusVerb extends Verb {
    @Override
    protected void act() {
        Installation one = session().installation();
        Optional<ProcessHandle> process = one.process();
        if (process.isEmpty()) {
            end(Exit.NO_GATEWAY, "Not running.");
        }
        Readiness readiness = new Readiness(one);
        readiness.obstacles().ifPresent(reasons -> end(Exit.FAILED, reasons));
        screen().text("Ready (process " + process.orElseThrow().pid() + ", " + one.console() + ").");
        readiness.applications().forEach(screen()::text);
    }

    private void end(int status, String words) {
        screen().text(words);
        screen().flush();
        throw new Trouble(status, "");
    }
}
