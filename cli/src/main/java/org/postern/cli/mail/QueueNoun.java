package org.postern.cli.mail;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.LongListing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;

/** Mail that waits. */
@Command(name = "queue", description = "Look at mail that waits, and act on it; pause and resume destinations", subcommands = {
        QueueNoun.Lines.class, QueueNoun.Count.class, QueueNoun.Show.class, ContentVerbs.Look.class,
        ContentVerbs.Text.class, ContentVerbs.Parts.class, ContentVerbs.Take.class, ContentVerbs.Source.class,
        MailActs.Release.class, MailActs.Retry.class, MailActs.Hold.class, MailActs.Drop.class, MailActs.Expire.class,
        MailActs.Bounce.class, MailActs.Redirect.class, MailActs.Ham.class, MailActs.Spam.class, MailActs.Allow.class,
        MailActs.Block.class, MailActs.Forget.class, QueueNoun.Digest.class, QueueNoun.Operations.class,
        QueueNoun.Operation.class, QueueNoun.Cancel.class, DestinationVerbs.Destinations.class,
        DestinationVerbs.Doors.class, DestinationVerbs.One.class, DestinationVerbs.Tls.class,
        DestinationVerbs.Pause.class, DestinationVerbs.Resume.class,
        DestinationVerbs.Flush.class, DestinationVerbs.Limit.class})
public final class QueueNoun {
    private static final Columns COLUMNS = Columns.of("key", "due|never", "queueId", "reason", "sender", "recipient",
            "destination", "attempts", "lastReply");

    @Command(name = "list", description = "List it, the first due first, what waits for a person at the end", footer = "Example: ./postern queue list --reason quarantined")
    static final class Lines extends LongListing {
        @Mixin
        private WhichMail which;
        @Option(names = "--after", paramLabel = "PLACE", description = "begin behind this place, as the address of the next page has it (--json)")
        private Optional<String> after;

        @Override
        protected Address place() {
            return which.in(Address.of("/queue")).with("after", after).with("limit", page());
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    @Command(name = "count", description = "Count it, up to 10,000", footer = "Example: ./postern queue count --destination mx:example.org")
    static final class Count extends Verb {
        @Mixin
        private WhichMail which;

        @Override
        protected void act() {
            JsonObject count = api().get(which.in(Address.of("/queue/count")));
            if (!isShown(count)) {
                screen().text(count.getJsonNumber("waiting").toString());
            }
        }
    }

    @Command(name = "show", description = "Show one message, without its content", footer = "Example: ./postern queue show ID:68247864:later")
    static final class Show extends Verb {
        @Parameters(paramLabel = "KEY")
        private String key;

        @Override
        protected void act() {
            JsonObject line = api().get(Address.of("/queue/{}", key));
            if (!isShown(line)) {
                line.forEach((name, value) -> screen()
                        .words(name, value instanceof JsonString text ? text.getString() : value.toString()));
            }
        }
    }

    @Command(name = "digest", description = "Tell recipients now, by mail, what waits for them in quarantine", footer = "Example: ./postern queue digest")
    static final class Digest extends Verb {
        @Override
        protected void act() {
            JsonObject done = api().post(Address.of("/queue/digest"));
            if (!isShown(done)) {
                screen().text(Integer.toString(done.getInt("done")));
            }
        }
    }

    @Command(name = "operations", description = "List what goes on, or has ended lately", footer = "Example: ./postern queue operations")
    static final class Operations extends Listing {
        @Override
        protected Address place() {
            return Address.of("/operations");
        }

        @Override
        protected Columns columns() {
            return Progress.COLUMNS;
        }
    }

    @Command(name = "operation", description = "Show how far an operation has come", footer = "Example: ./postern queue operation 17")
    static final class Operation extends Verb {
        @Parameters(paramLabel = "ID")
        private String id;

        @Override
        protected void act() {
            JsonObject operation = api().get(Address.of("/operations/{}", id));
            if (!isShown(operation)) {
                screen().table(Progress.COLUMNS, List.of(operation));
            }
        }
    }

    @Command(name = "cancel", description = "End an operation; what was done stays done", footer = "Example: ./postern queue cancel 17")
    static final class Cancel extends Verb {
        @Parameters(paramLabel = "ID")
        private String id;

        @Override
        protected void act() {
            JsonObject operation = api().post(Address.of("/operations/{}/cancel", id));
            if (!isShown(operation)) {
                screen().table(Progress.COLUMNS, List.of(operation));
            }
        }
    }
}
