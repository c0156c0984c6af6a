package org.postern.cli.people;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.show.Difference;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;

/** Undoes what somebody has done. */
@Command(name = "take-back", description = {"Take back what somebody has done, by another act that undoes it.",
        "What was changed since is left as it is."}, footer = "Example: ./postern take-back 7")
public final class TakeBackVerb extends Verb {
    @Parameters(paramLabel = "KEY", description = "as ./postern audit shows it")
    private String key;
    @Option(names = "--compare", description = "tell only what would be done")
    private boolean compares;
    @Option(names = "--clears", description = "it is meant, where nothing would be left of some kind or something would be deleted")
    private boolean clears;

    @Override
    protected void act() {
        Address way = Address.of("/audit/{}/take-back", key);
        if (compares) {
            compare(api().get(way));
        } else {
            api().post(way.with("clears", clears ? Optional.of("true") : Optional.empty()));
        }
    }

    private void compare(JsonObject preview) {
        if (isShown(preview)) {
            return;
        }
        Difference difference = new Difference(preview);
        if (!difference.problems().isEmpty()) {
            throw Trouble.failed(difference.problems().getFirst().getString("message"));
        }
        difference.show(screen(), Columns.of("change", "kind", "thing", "before", "after"));
    }
}
