package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Does something about mail that waits: one at once, many by an operation, whose end is awaited. */
abstract class MailAct extends Verb {
    private final String word;

    @Parameters(paramLabel = "KEY", arity = "0..*", description = "of a message, as ./postern queue list shows it")
    private List<String> keys = List.of();
    @Option(names = "--keys-from", paramLabel = "FILE", description = "keys from a file, one a line, at most 10,000; - for standard input")
    private Optional<String> file;
    @Mixin
    private WhichMail which;
    @Option(names = "--all", description = "all that waits")
    private boolean all;
    @Option(names = "--expect", paramLabel = "NUMBER", description = "do nothing where more match; what cannot be taken back needs it, but for one by its key")
    private Optional<Integer> expect;
    @Option(names = "--no-wait", description = "do not wait until it is done")
    private boolean leave;

    MailAct(String word) {
        this.word = word;
    }

    /** {@return the body with what only this act has} */
    Body more(Body body) {
        return body;
    }

    @Override
    protected void act() {
        Optional<Body> filter = which.body();
        List<String> named = Stream.concat(keys.stream(), file.stream().flatMap(name -> session().lines(name).stream()))
                .toList();
        int ways = (named.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (filter.isPresent() ? 1 : 0);
        if (ways != 1) {
            throw Trouble.usage("say which: by keys, by what they have in common, or --all, and by one of them alone");
        }
        Body body = more(Body.of("act", word));
        if (named.size() == 1 && !leave) {
            one(named.getFirst(), body);
        } else {
            many(filter.map(what -> body.with("which", what.json()))
                    .orElseGet(() -> all ? body.with("all", true) : body.with("keys", named)));
        }
    }

    private void one(String key, Body body) {
        JsonObject done = api().post(Address.of("/queue/{}/acts", key), body);
        if (!isShown(done)) {
            screen().text(done.getInt("done", 0) + " message");
        }
    }

    private void many(Body body) {
        JsonObject begun = api().post(Address.of("/queue/acts"), body.withNumber("expect", expect));
        new Progress(session()).show(begun, !leave);
    }
}
