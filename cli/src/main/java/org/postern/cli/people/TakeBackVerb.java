package org.postern.cli.people;

import org.postern.cli.client.Address;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Undoes what somebody has done. */
@Command(name = "take-back", description = {"Take back what somebody has done, by another act that undoes it.",
        "What was changed since is left as it is."}, footer = "Example: ./postern take-back 7")
public final class TakeBackVerb extends Verb {
    @Parameters(paramLabel = "KEY", description = "as ./postern audit shows it")
    private String key;

    @Override
    protected void act() {
        api().post(Address.of("/audit/{}/take-back", key));
    }
}
