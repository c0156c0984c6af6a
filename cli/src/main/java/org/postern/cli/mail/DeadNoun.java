package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.LongListing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;

/** What nobody could process. */
@Command(name = "dead", description = "Show what nobody could process, replay it, mend its envelope or delete it", subcommands = {
        DeadNoun.Lines.class, DeadNoun.Show.class, DeadNoun.Replay.class, DeadNoun.Mend.class, DeadNoun.Drop.class})
public final class DeadNoun {
    private static final Columns COLUMNS = Columns.of("key|-", "queue", "cameFrom|-", "since", "sender|-",
            "recipients|-",
            "octets", "reason");

    @Command(name = "list", description = "List it, in the order in which a reader would get it", footer = "Example: ./postern dead list --from orders")
    static final class Lines extends LongListing {
        @Option(names = "--queue", paramLabel = "QUEUE", description = "where it lies now")
        private Optional<String> queue;
        @Option(names = "--from", paramLabel = "QUEUE", description = "where it came from")
        private Optional<String> from;

        @Override
        protected Address place() {
            return Address.of("/dead-letters").with("queue", queue).with("cameFrom", from).with("limit", page());
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }

        @Override
        protected void act() {
            super.act();
            int count = api().get(Address.of("/dead-letters/in-motion").with("queue", queue)).getInt("count");
            if (count > 0) {
                session().around().err().println(count + " more are being moved or given back at this moment.");
            }
        }
    }

    @Command(name = "show", description = "Show one message, without its content", footer = "Example: ./postern dead show postern.dead:7")
    static final class Show extends Verb {
        @Parameters(paramLabel = "KEY", description = "as ./postern dead list shows it")
        private String key;

        @Override
        protected void act() {
            JsonObject one = api().get(Address.of("/dead-letters/{}", key));
            if (!isShown(one)) {
                screen().table(COLUMNS, List.of(one));
            }
        }
    }

    /** What becomes of one or many. */
    private abstract static class Deed extends Verb {
        private final String act;
        @Parameters(arity = "0..*", paramLabel = "KEY", description = "as ./postern dead list shows it; or say --queue or --from")
        private List<String> keys = List.of();
        @Option(names = "--queue", paramLabel = "QUEUE", description = "all that lies there")
        private Optional<String> queue;
        @Option(names = "--from", paramLabel = "QUEUE", description = "all that came from there")
        private Optional<String> from;

        Deed(String act) {
            this.act = act;
        }

        Body more(Body body) {
            return body;
        }

        @Override
        protected void act() {
            Body body = more(Body.of("act", act));
            if (keys.size() == 1 && queue.isEmpty() && from.isEmpty()) {
                isShown(api().post(Address.of("/dead-letters/{}/acts", keys.getFirst()), body));
            } else if (keys.isEmpty() && queue.isEmpty() && from.isEmpty()) {
                throw Trouble.usage("say which: KEY, --queue or --from");
            } else {
                JsonObject begun = api().post(Address.of("/dead-letters/acts"),
                        body.with("keys", keys).with("queue", queue).with("cameFrom", from));
                new Progress(session()).show(begun, true);
            }
        }
    }

    @Command(name = "replay", description = "Let it go where it came from once more, or to another queue", footer = "Example: ./postern dead replay postern.dead:7 --to orders")
    static final class Replay extends Deed {
        @Option(names = "--to", paramLabel = "QUEUE", description = "another queue than the one that it came from")
        private Optional<String> to;

        Replay() {
            super("replay");
        }

        @Override
        Body more(Body body) {
            return body.with("to", to);
        }
    }

    @Command(name = "mend", description = "Let one go where it came from, or to another queue, with another envelope; its content stays as it is", footer = "Example: ./postern dead mend postern.dead:7 --recipient alice@app.example")
    static final class Mend extends Verb {
        @Parameters(paramLabel = "KEY", description = "as ./postern dead list shows it")
        private String key;
        @Option(names = "--sender", paramLabel = "ADDRESS", description = "the reverse-path from now on; '<>' for the null one")
        private Optional<String> sender;
        @Option(names = "--recipient", paramLabel = "ADDRESS", description = "who gets it from now on, in place of all others; may be given again")
        private List<String> recipients = List.of();
        @Option(names = "--to", paramLabel = "QUEUE", description = "another queue than the one that it came from")
        private Optional<String> to;

        @Override
        protected void act() {
            Body body = Body.of("act", "mend").with("to", to).with("sender", sender).with("recipients", recipients);
            isShown(api().post(Address.of("/dead-letters/{}/acts", key), body));
        }
    }

    @Command(name = "drop", aliases = "delete", description = "Delete it; nobody is told", footer = "Example: ./postern dead drop --queue postern.dead")
    static final class Drop extends Deed {
        Drop() {
            super("delete");
        }
    }
}
