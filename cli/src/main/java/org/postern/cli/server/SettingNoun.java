package org.postern.cli.server;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;

/** What can be set. */
@Command(name = "setting", description = "Show settings, where they come from, and change those that count at once", subcommands = {
        SettingNoun.Lines.class, SettingNoun.Show.class, SettingNoun.LossOf.class, SettingNoun.Put.class,
        SettingNoun.Reset.class})
public final class SettingNoun {
    @Command(name = "list", description = "List all settings of this node; of secrets, whether they are set", footer = "Example: ./postern setting list --words greylist")
    static final class Lines extends Listing {
        @Option(names = "--words", paramLabel = "TEXT", description = "with this in the key or the meaning")
        private Optional<String> words;

        @Override
        protected Address place() {
            return Address.of("/settings");
        }

        @Override
        protected boolean isWanted(JsonObject line) {
            return words.isEmpty() || (line.getString("key") + " " + line.getString("meaning")).contains(words.get());
        }

        @Override
        protected Columns columns() {
            return Columns.of("key", "value", "source", "place", "live?at once:after a restart");
        }
    }

    @Command(name = "show", description = "Show one setting with its meaning and limits", footer = "Example: ./postern setting show rate.messages")
    static final class Show extends Verb {
        @Parameters(paramLabel = "KEY")
        private String key;

        @Override
        protected void act() {
            JsonObject one = api().get(Address.of("/settings/{}", key));
            if (!isShown(one)) {
                screen().words("key", one.getString("key"));
                screen().words("value", one.getString("value"), one.getString("source"), one.getString("place"));
                screen().words("default", one.getString("byDefault"));
                screen().words("type", one.getString("type"), one.getString("limits"));
                screen().words("meaning", one.getString("meaning"));
            }
        }
    }

    @Command(name = "loss", description = {
            "Tell what a value would delete, as the time for which something is kept;",
            "without VALUE, what the default would"}, footer = "Example: ./postern setting loss trace.retention 7d")
    static final class LossOf extends Verb {
        @Parameters(index = "0", paramLabel = "KEY")
        private String key;
        @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "as it would stand in the configuration file")
        private Optional<String> value;

        @Override
        protected void act() {
            JsonObject told = api().get(Address.of("/settings/{}/loss", key).with("value", value));
            if (!isShown(told) && told.containsKey("loss")) {
                JsonObject loss = told.getJsonObject("loss");
                screen().words((loss.getBoolean("more") ? "more than " : "") + loss.getJsonNumber("count"),
                        "deleted from " + loss.getString("from") + " on");
            }
        }
    }

    @Command(name = "set", description = "Keep a value for a setting that counts at once, on all nodes", footer = "Example: ./postern setting set rate.messages 200")
    static final class Put extends Verb {
        @Parameters(index = "0", paramLabel = "KEY")
        private String key;
        @Parameters(index = "1", paramLabel = "VALUE", description = "as it would stand in the configuration file, without quotes")
        private String value;

        @Option(names = "--expect", paramLabel = "NUMBER", description = "of a shorter time of keeping: so many things may be deleted, from an hour later on")
        private Optional<Integer> expect;

        @Override
        protected void act() {
            api().put(Address.of("/settings/{}", key), Body.of("value", value).withNumber("expect", expect));
        }
    }

    @Command(name = "reset", description = "Keep no value for a setting any more, so that its default counts", footer = "Example: ./postern setting reset rate.messages")
    static final class Reset extends Verb {
        @Parameters(paramLabel = "KEY")
        private String key;

        @Option(names = "--expect", paramLabel = "NUMBER", description = "as of set")
        private Optional<Integer> expect;

        @Override
        protected void act() {
            api().delete(Address.of("/settings/{}", key).with("expect", expect.map(String::valueOf)));
        }
    }
}
