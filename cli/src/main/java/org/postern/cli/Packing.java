package org.postern.cli;

import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Optional;

/** What the shell does by itself; it is here for its help. */
@Command(name = "package", description = {
        "Make the Debian package of this version, or of the one that is said, and say where it is: ear/target/postern.deb, or FILE.",
        "A build that is no release has the time in its version (docs/deploying.md)."}, footer = "Example: ./postern package")
final class Packing extends Verb {
    @Parameters(index = "0", arity = "0..1", paramLabel = "VERSION", description = "such as 1.2.0")
    private Optional<String> version;
    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "where it goes")
    private Optional<String> file;

    @Override
    protected void act() {
        throw Trouble.usage("package comes first: ./postern package " + version.orElse("") + " " + file.orElse(""));
    }
}
