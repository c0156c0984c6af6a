package org.postern.cli.policy;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For whom addresses stand. */
@Command(name = "alias", description = "Say who stands for whom: aliases and lists", subcommands = {
        AliasNoun.Lines.class,
        AliasNoun.Show.class, AliasNoun.Put.class, AliasNoun.Delete.class})
public final class AliasNoun {
    private static final Columns COLUMNS = Columns.of("address", "enabled?on:off", "owner", "members", "remark");

    @Command(name = "list", description = "List all of them", footer = "Example: ./postern alias list")
    static final class Lines extends Listing {
        @Option(names = "--after", paramLabel = "ADDRESS", description = "begin behind this one")
        private Optional<String> after;

        @Override
        protected Address place() {
            return Address.of("/aliases").with("after", after).with("limit", "500");
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    @Command(name = "show", description = "Show one alias", footer = "Example: ./postern alias show sales@example.org")
    static final class Show extends Verb {
        @Parameters(paramLabel = "ADDRESS")
        private String address;

        @Override
        protected void act() {
            JsonObject alias = api().get(Address.of("/aliases/{}", address));
            if (!isShown(alias)) {
                screen().table(COLUMNS, List.of(alias));
            }
        }
    }

    @Command(name = "set", description = {"Let an address stand for others. One with an owner is a list;",
            "@DOMAIN stands for all of a domain that has nothing of its own."}, footer = "Example: ./postern alias set sales@example.org --members ann@example.org,bob@example.org")
    static final class Put extends Verb {
        @Parameters(paramLabel = "ADDRESS")
        private String address;
        @Option(names = "--members", split = ",", paramLabel = "ADDRESS", description = "for whom it stands; several with commas")
        private List<String> members = List.of();
        @Option(names = "--members-from", paramLabel = "FILE", description = "the same from a file, one a line; - for standard input")
        private Optional<String> file;
        @Option(names = "--owner", paramLabel = "ADDRESS", description = "who hears of failures")
        private Optional<String> owner;
        @Option(names = "--remark", paramLabel = "TEXT", description = "for people")
        private Optional<String> remark;
        @Option(names = "--disabled", description = "written down, and not in force")
        private boolean disabled;

        @Override
        protected void act() {
            isShown(api().put(Address.of("/aliases/{}", address),
                    Body.empty()
                            .withAll("members", all())
                            .with("owner", owner)
                            .with("remark", remark)
                            .with("enabled", !disabled)));
        }

        private List<String> all() {
            List<String> all = new ArrayList<>(members);
            file.ifPresent(name -> all.addAll(session().lines(name)));
            if (all.isEmpty()) {
                throw Trouble.usage("say --members, or --members-from FILE");
            }
            return all;
        }
    }

    @Command(name = "delete", description = "Delete an alias", footer = "Example: ./postern alias delete sales@example.org")
    static final class Delete extends Verb {
        @Parameters(paramLabel = "ADDRESS")
        private String address;

        @Override
        protected void act() {
            api().delete(Address.of("/aliases/{}", address));
        }
    }
}
