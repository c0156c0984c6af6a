package org.postern.cli.server;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.show.Difference;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** All that people keep in the console, as one file. */
@Command(name = "configuration", description = "Export what people keep in the console as one file, compare it, import it", subcommands = {
        ConfigurationNoun.Export.class, ConfigurationNoun.Compare.class, ConfigurationNoun.Import.class})
public final class ConfigurationNoun {
    private static final Address ALL = Address.of("/configuration");
    private static final Address DIFFERENCES = Address.of("/configuration/differences");

    @Command(name = "export", description = "Print settings, routes, aliases, rules, lists and destinations as TOML", footer = "Example: ./postern configuration export")
    static final class Export extends Verb {
        @Override
        protected void act() {
            try (InputStream file = api().octets(ALL)) {
                screen().octets(file);
            } catch (IOException e) {
                throw Trouble.failed("the file did not come whole: " + e.getMessage());
            }
        }
    }

    /** A command about a file. */
    private abstract static class OfFile extends Verb {
        @Parameters(paramLabel = "FILE", description = "as exported; - for standard input")
        private String file;

        final byte[] octets() {
            return session().octets(file);
        }

        /** {@return what the file would change; fails where it says what cannot be} */
        final JsonObject preview(byte[] octets) {
            JsonObject preview = api().postToml(DIFFERENCES, octets);
            List<JsonObject> problems = new Difference(preview).problems();
            if (!problems.isEmpty() && !session().isJson()) {
                screen().table(Columns.of("line", "column", "message"), problems);
                screen().flush();
                throw Trouble.failed("nothing can be done with this file");
            }
            return preview;
        }
    }

    @Command(name = "compare", description = "Tell what would be done if this file took the place of all that is kept", footer = "Example: ./postern configuration compare kept.toml")
    static final class Compare extends OfFile {
        @Override
        protected void act() {
            JsonObject preview = preview(octets());
            if (!isShown(preview)) {
                new Difference(preview).show(screen(), Columns.of("change", "kind", "thing", "before", "after"));
                screen().words("state", preview.getString("state"));
            }
        }
    }

    @Command(name = "import", description = {
            "Let this file take the place of all that is kept, all or nothing, as compare has told",
            "and if nothing has changed since. What is not in the file goes."}, footer = "Example: ./postern configuration import kept.toml --state 4f1c")
    static final class Import extends OfFile {
        @Option(names = "--state", required = true, paramLabel = "STATE", description = "as ./postern configuration compare prints it behind the differences")
        private String state;
        @Option(names = "--clears", description = "it is meant, where compare says that nothing is left of some kind")
        private boolean clears;

        @Override
        protected void act() {
            byte[] octets = octets();
            JsonObject preview = preview(octets);
            api().putToml(ALL.with("state", state).with("clears", clears ? Optional.of("true") : Optional.empty()),
                    octets);
            if (!isShown(preview)) {
                new Difference(preview).show(screen(), Columns.of("change", "kind", "thing"));
            }
        }
    }
}
