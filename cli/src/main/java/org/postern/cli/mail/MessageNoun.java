package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.show.Columns;
import org.postern.cli.show.Screen;
import org.postern.cli.verb.LongListing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where mail is. */
@Command(name = "message", description = "Find out where mail is: search, and tell the story of one message", subcommands = {
        MessageNoun.Find.class, MessageNoun.Story.class, MessageNoun.Header.class})
public final class MessageNoun {
    @Command(name = "find", description = "Find messages and refusals by whatever is known of them, the latest first", footer = "Example: ./postern message find alice@example.org --progress waiting")
    static final class Find extends LongListing {
        @Parameters(paramLabel = "TEXT", arity = "0..1", description = "an address or a part of one, a queue id, a [ref ...], a Message-ID, words of the Subject")
        private Optional<String> text;
        @Option(names = "--from", paramLabel = "TIME", description = "not before: 2026-11-29T00:00:00Z")
        private Optional<String> from;
        @Option(names = "--until", paramLabel = "TIME", description = "not after")
        private Optional<String> until;
        @Option(names = "--progress", paramLabel = "PROGRESS", description = "refused, on-the-way, waiting, delivered, failed or dropped")
        private Optional<String> progress;

        @Override
        protected Address place() {
            return Address.of("/messages")
                    .with("q", text)
                    .with("from", from)
                    .with("until", until)
                    .with("progress", progress)
                    .with("limit", page());
        }

        @Override
        protected Columns columns() {
            return Columns.of("key", "arrived", "progress", "sender|-", "recipient", "recipients", "lastWords",
                    "subject");
        }
    }

    @Command(name = "story", description = "Tell the story of one message or session", footer = "Example: ./postern message story 01JDEXAMPLE000000")
    static final class Story extends Verb {
        @Parameters(paramLabel = "KEY", description = "a queue id, or the key of a line that was found")
        private String key;

        @Override
        protected void act() {
            JsonObject story = api().get(Address.of("/messages/{}", key));
            if (!isShown(story)) {
                Screen screen = screen();
                screen.table(Columns.of("key", "arrived", "sender|-", "size", "progress", "subject"),
                        List.of(story.getJsonObject("message")));
                part(story, "recipients", Columns.of("address", "progress", "lastStep", "destination", "reply"));
                part(story, "steps", Columns.of("at", "kind", "recipients", "peer", "destination", "reply", "detail",
                        "verdict", "reason"));
                part(story, "waiting",
                        Columns.of("key", "due|never", "reason", "destination", "attempts", "lastReply"));
            }
        }

        private void part(JsonObject story, String name, Columns columns) {
            if (story.containsKey(name) && !story.getJsonArray(name).isEmpty()) {
                screen().text("\n" + name + ":");
                screen().table(columns, story.getJsonArray(name).getValuesAs(JsonObject.class));
            }
        }
    }

    @Command(name = "header", description = "Read the header section of a message in a file: its fields, and the way it took", footer = "Example: ./postern message header mail.eml")
    static final class Header extends Verb {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Override
        protected void act() {
            MailFiles.each(file, (message, place) -> read(message));
        }

        private void read(byte[] message) {
            JsonObject made = api().postMail(Address.of("/pasted-header"), message);
            if (!isShown(made)) {
                screen().table(Columns.of("at|-", "from", "by", "with"),
                        made.getJsonArray("hops").getValuesAs(JsonObject.class));
                screen().table(Columns.of("name", "body"), made.getJsonArray("fields").getValuesAs(JsonObject.class));
            }
        }
    }
}
