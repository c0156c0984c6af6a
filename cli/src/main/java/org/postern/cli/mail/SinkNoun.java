package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.LongListing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Optional;

/** Mail that is kept for those who test. */
@Command(name = "sink", description = "Look at mail that routes lead to the sink, wait for it, empty the sink", subcommands = {
        SinkNoun.Lines.class, SinkNoun.Await.class, SinkNoun.Show.class, SinkNoun.Text.class, SinkNoun.Parts.class,
        SinkNoun.Part.class, SinkNoun.Source.class, SinkNoun.Empty.class})
public final class SinkNoun {
    private static final String ONE = "/sink/{}";
    private static final Columns COLUMNS = Columns.of("id", "kept", "queueId", "sender", "recipient", "recipients",
            "size", "subject");

    /** Some of it. */
    private abstract static class Some extends LongListing {
        @Option(names = "--recipient", paramLabel = "ADDRESS", description = "for this recipient, or for a domain")
        private Optional<String> recipient;
        @Option(names = "--since", paramLabel = "TIME", description = "that came then or later, such as 2027-01-01T00:00:00Z")
        private Optional<String> since;

        @Override
        protected Address place() {
            return Address.of("/sink").with("recipient", recipient).with("since", since).with("limit", page());
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    @Command(name = "list", description = "List it in the order in which it came", footer = "Example: ./postern sink list --recipient alice@example.org")
    static final class Lines extends Some {}

    @Command(name = "await", description = "List it as soon as there is enough of it", footer = "Example: ./postern sink await --recipient alice@example.org --count 2 --time 30")
    static final class Await extends Some {
        @Option(names = "--count", paramLabel = "NUMBER", defaultValue = "1", description = "so many messages (${DEFAULT-VALUE})")
        private int count;
        @Option(names = "--time", paramLabel = "SECONDS", defaultValue = "60", description = "for no longer than this, at most 60 (${DEFAULT-VALUE})")
        private int time;

        @Override
        protected Address place() {
            return super.place().with("count", Integer.toString(count)).with("wait", Integer.toString(time));
        }
    }

    @Command(name = "show", description = "Show one message, without its content", footer = "Example: ./postern sink show 17")
    static final class Show extends ContentVerbs.ShowsMessage {
        Show() {
            super(ONE);
        }
    }

    @Command(name = "text", description = "Show its text, as HTML that is safe in any page", footer = "Example: ./postern sink text 17")
    static final class Text extends ContentVerbs.ShowsText {
        Text() {
            super(ONE);
        }
    }

    @Command(name = "parts", description = "Show its header fields, the way it took, and its parts", footer = "Example: ./postern sink parts 17")
    static final class Parts extends ContentVerbs.ShowsParts {
        Parts() {
            super(ONE);
        }
    }

    @Command(name = "part", description = "Take one part out of it, decoded", footer = "Example: ./postern sink part 17 1 -o invoice.pdf")
    static final class Part extends ContentVerbs.TakesPart {
        Part() {
            super(ONE);
        }
    }

    @Command(name = "source", description = "Take it out, all its octets", footer = "Example: ./postern sink source 17 -o mail.eml")
    static final class Source extends ContentVerbs.TakesSource {
        Source() {
            super(ONE);
        }
    }

    @Command(name = "empty", description = "Empty it, of all mail or of that for one recipient", footer = "Example: ./postern sink empty --recipient alice@example.org")
    static final class Empty extends Verb {
        @Option(names = "--recipient", paramLabel = "ADDRESS", description = "for this recipient, or for a domain, alone")
        private Optional<String> recipient;

        @Override
        protected void act() {
            JsonObject done = api().delete(Address.of("/sink").with("recipient", recipient));
            if (!isShown(done)) {
                screen().text(Integer.toString(done.getInt("done")));
            }
        }
    }
}
