package org.postern.cli.policy;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Optional;

/** What is done about entries of the list that is the word before: allow or block. */
final class EntryVerbs {
    private static final Columns COLUMNS = Columns.of("id", "party", "owner", "expires|always", "hits", "lastHit|never",
            "changedBy", "changedAt", "comment");

    private EntryVerbs() {}

    private static String effect(CommandSpec spec) {
        return spec.parent().name();
    }

    @Command(name = "show", description = "Show all entries, or one", footer = "Example: ./postern list block show")
    static final class Lines extends Listing {
        @Spec
        private CommandSpec spec;
        @Parameters(paramLabel = "ID", arity = "0..1", description = "of one entry")
        private Optional<String> id;

        @Override
        protected Address place() {
            return Address.of("/entries").with("limit", "500");
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }

        @Override
        protected boolean isWanted(JsonObject line) {
            return line.getString("effect").equals(effect(spec));
        }

        @Override
        protected void act() {
            if (id.isEmpty()) {
                super.act();
                return;
            }
            JsonObject entry = api().get(Address.of("/entries/{}", id.get()));
            if (!isShown(entry)) {
                screen().table(COLUMNS, List.of(entry));
            }
        }
    }

    /** What an entry says. */
    static final class Draft {
        @Option(names = "--who", required = true, paramLabel = "WHO", description = "an address, a domain, .DOMAIN with all below it, an IP address or a network")
        private String who;
        @Option(names = "--owner", paramLabel = "WHO", description = "the address or domain whose mail it is about; left out for everybody's")
        private Optional<String> owner;
        @Option(names = "--comment", paramLabel = "TEXT", description = "for people")
        private Optional<String> comment;
        @Option(names = "--expires", paramLabel = "TIME", description = "how long it counts, such as 30d; left out for always")
        private Optional<String> lasts;

        Body body(String effect) {
            return Body.of("effect", effect)
                    .with("party", who)
                    .with("owner", owner)
                    .with("comment", comment)
                    .with("lasts", lasts);
        }
    }

    @Command(name = "add", description = "Put somebody on the list", footer = "Example: ./postern list block add --who spam.example --expires 30d")
    static final class Add extends Verb {
        @Spec
        private CommandSpec spec;
        @Mixin
        private Draft draft;

        @Override
        protected void act() {
            JsonObject entry = api().post(Address.of("/entries"), draft.body(effect(spec)));
            if (!isShown(entry)) {
                screen().table(COLUMNS, List.of(entry));
            }
        }
    }

    @Command(name = "change", description = "Let an entry say this, and nothing of what it said before", footer = "Example: ./postern list allow change 5 --who partner.example --comment 'asked for by Ann'")
    static final class Change extends Verb {
        @Spec
        private CommandSpec spec;
        @Parameters(paramLabel = "ID")
        private String id;
        @Mixin
        private Draft draft;

        @Override
        protected void act() {
            JsonObject entry = api().put(Address.of("/entries/{}", id), draft.body(effect(spec)));
            if (!isShown(entry)) {
                screen().table(COLUMNS, List.of(entry));
            }
        }
    }

    @Command(name = "remove", description = "Take an entry off the list", footer = "Example: ./postern list allow remove 5")
    static final class Remove extends Verb {
        @Parameters(paramLabel = "ID")
        private String id;

        @Override
        protected void act() {
            api().delete(Address.of("/entries/{}", id));
        }
    }
}
