package org.postern.cli.operate;

import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;

import java.util.Optional;

/** Which version this is. */
@Command(name = "version", description = "Say which version this is", footer = "Example: ./postern version")
public final class VersionVerb extends Verb {
    @Override
    protected void act() {
        screen().text("Postern " + Optional.ofNullable(VersionVerb.class.getPackage().getImplementationVersion())
                .orElse("(not built)"));
    }
}
