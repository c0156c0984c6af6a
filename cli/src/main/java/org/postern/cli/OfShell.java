package org.postern.cli;

import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;

/** What the shell does by itself; it is here for its help. */
@Command(name = "build", description = "Build again, after a change. Tests are left to mvn verify.", footer = "Example: ./postern build")
final class OfShell extends Verb {
    @Override
    protected void act() {
        throw Trouble.usage("build takes no more words");
    }
}
