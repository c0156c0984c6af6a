package org.postern.cli.mail;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** What is in a message that waits or is kept; that it was read stands in the audit log. */
final class ContentVerbs {
    private static final String QUEUE = "/queue/{}/content";

    private ContentVerbs() {}

    /** A command about the content of one message. */
    private abstract static class OfOne extends Verb {
        private final String place;
        @Parameters(index = "0", paramLabel = "KEY", description = "as the list shows it")
        private String key;

        OfOne(String place) {
            this.place = place;
        }

        final Address address(String what) {
            return Address.of(place + what, key);
        }
    }

    /** Shows what is known of a message that is kept, and to whom it was delivered. */
    abstract static class ShowsMessage extends OfOne {
        ShowsMessage(String place) {
            super(place);
        }

        @Override
        protected final void act() {
            JsonObject one = api().get(address(""));
            if (!isShown(one)) {
                one.getJsonObject("message")
                        .forEach((name, value) -> screen()
                                .words(name, value instanceof JsonString text ? text.getString() : value.toString()));
                one.getJsonArray("to")
                        .getValuesAs(JsonString::getString)
                        .forEach(recipient -> screen().words("to", recipient));
            }
        }
    }

    @Command(name = "look", description = "Show its envelope and the first 256 KB of its source", footer = "Example: ./postern queue look ID:68247864:later")
    static final class Look extends OfOne {
        Look() {
            super(QUEUE);
        }

        @Override
        protected void act() {
            JsonObject one = api().get(address(""));
            if (!isShown(one)) {
                one.getJsonArray("envelope").getValuesAs(JsonString::getString).forEach(screen()::text);
                screen().text(one.getString("source"));
            }
        }
    }

    /** Shows text. */
    abstract static class ShowsText extends OfOne {
        @Option(names = "--html", description = "what is HTML in it, and not what is plain text")
        private boolean html;

        ShowsText(String place) {
            super(place);
        }

        @Override
        protected void act() {
            JsonObject text = api().get(address("/text").with("as", html ? "html" : "plain"));
            if (!isShown(text)) {
                screen().text(text.getString("html"));
            }
        }
    }

    @Command(name = "text", description = "Show its text, as HTML that is safe in any page", footer = "Example: ./postern queue text ID:68247864:later")
    static final class Text extends ShowsText {
        Text() {
            super(QUEUE);
        }
    }

    /** Shows what it is made of. */
    abstract static class ShowsParts extends OfOne {
        ShowsParts(String place) {
            super(place);
        }

        @Override
        protected void act() {
            JsonObject made = api().get(address("/parts"));
            if (!isShown(made)) {
                made.getJsonArray("fields")
                        .getValuesAs(JsonObject.class)
                        .forEach(field -> screen().words("field", field.getString("name"), field.getString("body")));
                screen().table(Columns.of("number", "type", "size", "name"),
                        made.getJsonArray("parts").getValuesAs(JsonObject.class));
            }
        }
    }

    @Command(name = "parts", description = "Show its header fields, the way it took, and its parts", footer = "Example: ./postern queue parts ID:68247864:later")
    static final class Parts extends ShowsParts {
        Parts() {
            super(QUEUE);
        }
    }

    /** {@return a new file that nobody else reads} Where there is something of this name, be it a link, it fails. */
    private static OutputStream ownFile(Path name) throws IOException {
        Set<StandardOpenOption> isNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Channels.newOutputStream(FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? Files.newByteChannel(name, isNew,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.newByteChannel(name, isNew));
    }

    /** Octets that go into a file, or to standard output. */
    private abstract static class Octets extends OfOne {
        @Option(names = {"-o",
                "--output"}, paramLabel = "FILE", description = "into this new file, which nobody else reads, not to standard output")
        private Optional<Path> output;

        Octets(String place) {
            super(place);
        }

        final void take(Address address) {
            try (InputStream octets = api().octets(address)) {
                if (output.isEmpty()) {
                    screen().octets(octets);
                } else {
                    try (OutputStream file = ownFile(output.get())) {
                        octets.transferTo(file);
                    }
                }
            } catch (IOException e) {
                throw Trouble.failed("cannot write " + output.map(Path::toString).orElse("it") + ": " + e.getMessage());
            }
        }
    }

    /** Takes all of it. */
    abstract static class TakesSource extends Octets {
        TakesSource(String place) {
            super(place);
        }

        @Override
        protected void act() {
            take(address("/source"));
        }
    }

    @Command(name = "source", description = "Take it out, all its octets", footer = "Example: ./postern queue source ID:68247864:later -o mail.eml")
    static final class Source extends TakesSource {
        Source() {
            super(QUEUE);
        }
    }

    /** Takes a part of it. */
    abstract static class TakesPart extends Octets {
        @Parameters(index = "1", paramLabel = "NUMBER", description = "as the parts are shown")
        private int number;

        TakesPart(String place) {
            super(place);
        }

        @Override
        protected void act() {
            take(address("/parts/" + number));
        }
    }

    @Command(name = "part", description = "Take one part out of it, decoded", footer = "Example: ./postern queue part ID:68247864:later 1 -o invoice.pdf")
    static final class Take extends TakesPart {
        Take() {
            super(QUEUE);
        }
    }
}
