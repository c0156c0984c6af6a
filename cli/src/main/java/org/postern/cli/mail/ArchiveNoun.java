package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.LongListing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;

/** What was handed over to applications. */
@Command(name = "archive", description = "Look at what was handed over to applications, and hand it over once more", subcommands = {
        ArchiveNoun.Places.class, ArchiveNoun.Lines.class, ArchiveNoun.Show.class, ArchiveNoun.Replay.class,
        ArchiveNoun.Text.class, ArchiveNoun.Parts.class, ArchiveNoun.Part.class, ArchiveNoun.Source.class})
public final class ArchiveNoun {
    private static final String ONE = "/archive/mail/{}";
    private static final Columns PLACES = Columns.of("place", "messages", "octets", "seconds|-", "most|-");
    private static final Columns COLUMNS = Columns.of("id", "kept", "queueId", "sender", "recipient", "recipients",
            "size", "subject");

    /** Which mail is meant. */
    static final class Choice {
        @Option(names = "--of", paramLabel = "QUEUE", description = "handed over to this queue or topic, such as queue:orders")
        private Optional<String> place;
        @Option(names = "--queue-id", paramLabel = "ID", description = "the message of this name")
        private Optional<String> queueId;
        @Option(names = "--sender", paramLabel = "ADDRESS", description = "from this reverse-path, or from a domain")
        private Optional<String> sender;
        @Option(names = "--recipient", paramLabel = "ADDRESS", description = "for this recipient, or for a domain")
        private Optional<String> recipient;
        @Option(names = "--words", paramLabel = "WORDS", description = "with these words in Subject or From")
        private Optional<String> words;
        @Option(names = "--since", paramLabel = "TIME", description = "handed over then or later, such as 2027-01-01T00:00:00Z")
        private Optional<String> since;
        @Option(names = "--before", paramLabel = "TIME", description = "handed over earlier than that")
        private Optional<String> before;

        String place() {
            return place.orElseThrow(() -> Trouble.usage("say which: --of queue:NAME"));
        }

        Address of(Address address) {
            return address.with("place", place())
                    .with("queueId", queueId)
                    .with("sender", sender)
                    .with("recipient", recipient)
                    .with("words", words)
                    .with("since", since)
                    .with("before", before);
        }

        Body body() {
            return Body.of("place", place())
                    .with("queueId", queueId)
                    .with("sender", sender)
                    .with("recipient", recipient)
                    .with("words", words)
                    .with("since", since)
                    .with("before", before);
        }
    }

    @Command(name = "places", description = "List the queues and topics of which something is archived, with how much", footer = "Example: ./postern archive places")
    static final class Places extends Listing {
        @Override
        protected Address place() {
            return Address.of("/archive");
        }

        @Override
        protected Columns columns() {
            return PLACES;
        }
    }

    @Command(name = "list", description = "List what was handed over to one of them, in the order in which it came to the archive", footer = "Example: ./postern archive list --of queue:orders --recipient alice@example.org")
    static final class Lines extends LongListing {
        @Mixin
        private Choice choice;

        @Override
        protected Address place() {
            return choice.of(Address.of("/archive/mail")).with("limit", page());
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    @Command(name = "show", description = "Show one message, without its content", footer = "Example: ./postern archive show 17")
    static final class Show extends ContentVerbs.ShowsMessage {
        Show() {
            super(ONE);
        }
    }

    @Command(name = "replay", description = "Hand over once more one message, or all that match", footer = "Example: ./postern archive replay --of queue:orders --since 2027-01-01T00:00:00Z")
    static final class Replay extends Verb {
        @Parameters(arity = "0..1", paramLabel = "KEY", description = "as ./postern archive list shows it; or say --of")
        private Optional<String> key;
        @Mixin
        private Choice choice;
        @Option(names = "--to", paramLabel = "QUEUE", description = "another queue or topic than before")
        private Optional<String> to;

        @Override
        protected void act() {
            if (key.isPresent()) {
                isShown(api().post(Address.of(ONE + "/replay", key.get()), Body.empty().with("to", to)));
            } else {
                JsonObject begun = api().post(Address.of("/archive/replay"), choice.body().with("to", to));
                new Progress(session()).show(begun, true);
            }
        }
    }

    @Command(name = "text", description = "Show its text, as HTML that is safe in any page", footer = "Example: ./postern archive text 17")
    static final class Text extends ContentVerbs.ShowsText {
        Text() {
            super(ONE);
        }
    }

    @Command(name = "parts", description = "Show its header fields, the way it took, and its parts", footer = "Example: ./postern archive parts 17")
    static final class Parts extends ContentVerbs.ShowsParts {
        Parts() {
            super(ONE);
        }
    }

    @Command(name = "part", description = "Take one part out of it, decoded", footer = "Example: ./postern archive part 17 1 -o invoice.pdf")
    static final class Part extends ContentVerbs.TakesPart {
        Part() {
            super(ONE);
        }
    }

    @Command(name = "source", description = "Take it out, all its octets", footer = "Example: ./postern archive source 17 -o mail.eml")
    static final class Source extends ContentVerbs.TakesSource {
        Source() {
            super(ONE);
        }
    }
}
