package org.postern.cli.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;

/** Where mail goes. */
@Command(name = "route", description = "Say where mail goes, and ask where mail would go", subcommands = {
        RouteNoun.Lines.class,
        RouteNoun.Show.class, RouteNoun.Add.class, RouteNoun.Change.class, RouteNoun.Enable.class,
        RouteNoun.Disable.class,
        RouteNoun.Move.class, RouteNoun.Delete.class, RouteNoun.Where.class, RouteNoun.File.class})
public final class RouteNoun {
    private static final Columns COLUMNS = Columns.of("id", "enabled?on:off", "recipient", "sender", "listener",
            "target",
            "closed?closed:", "remark");

    @Command(name = "list", description = "List the routes of the database, in the order in which they are asked, then those of the file", footer = "Example: ./postern route list")
    static final class Lines extends Listing {
        @Override
        protected Address place() {
            return Address.of("/routes");
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }

        @Override
        protected void act() {
            super.act();
            JsonObject file = api().get(Address.of("/routes/of-file"));
            if (!isShown(file)) {
                file.getJsonArray("lines").getValuesAs(JsonString::getString).forEach(screen()::text);
            }
        }
    }

    /** A command about one route. */
    private abstract static class OfOne extends Verb {
        @Parameters(paramLabel = "ID", description = "as ./postern route list shows it")
        private String id;

        final Address address() {
            return Address.of("/routes/{}", id);
        }

        final Address address(String act) {
            return Address.of("/routes/{}/" + act, id);
        }

        final void show(JsonObject route) {
            if (!isShown(route)) {
                screen().table(COLUMNS, List.of(route));
            }
        }

        /** Has the route switched, and otherwise as it is. */
        final void enable(boolean whether) {
            JsonObject now = api().get(address());
            Body body = Body.of("recipient", now.getString("recipient"))
                    .with("to", now.getString("target"))
                    .with("enabled", whether)
                    .with("closed", now.getBoolean("closed", false))
                    .with("sender", text(now, "sender"))
                    .with("listener", text(now, "listener"))
                    .with("remark", text(now, "remark"));
            show(api().put(address(), body));
        }

        private static Optional<String> text(JsonObject route, String name) {
            return Optional.of(route.getString(name, "")).filter(text -> !text.isEmpty());
        }
    }

    /** What a route says. */
    static final class Draft {
        @Option(names = "--recipient", required = true, paramLabel = "WHO", description = "an address, a domain, .DOMAIN with all below it, or *")
        private String recipient;
        @Option(names = "--to", required = true, paramLabel = "PLACE", description = "mx, host:NAME, queue:NAME, discard, ...: as in the file")
        private String to;
        @Option(names = "--sender", paramLabel = "WHO", description = "for mail of these senders alone")
        private Optional<String> sender;
        @Option(names = "--listener", paramLabel = "NAME", description = "for mail that came in there alone")
        private Optional<String> listener;
        @Option(names = "--closed", description = "what it cannot take goes nowhere else")
        private boolean closed;
        @Option(names = "--disabled", description = "written down, and not asked")
        private boolean disabled;
        @Option(names = "--remark", paramLabel = "TEXT", description = "for people")
        private Optional<String> remark;

        Body body() {
            return Body.of("recipient", recipient)
                    .with("to", to)
                    .with("enabled", !disabled)
                    .with("closed", closed)
                    .with("sender", sender)
                    .with("listener", listener)
                    .with("remark", remark);
        }
    }

    @Command(name = "show", description = "Show one route", footer = "Example: ./postern route show 3")
    static final class Show extends OfOne {
        @Override
        protected void act() {
            show(api().get(address()));
        }
    }

    @Command(name = "add", description = "Add a route behind all others", footer = "Example: ./postern route add --recipient example.org --to host:mail.example.org")
    static final class Add extends Verb {
        @Mixin
        private Draft draft;

        @Override
        protected void act() {
            JsonObject route = api().post(Address.of("/routes"), draft.body());
            if (!isShown(route)) {
                screen().table(COLUMNS, List.of(route));
            }
        }
    }

    @Command(name = "change", description = "Let a route say this, and nothing of what it said before", footer = "Example: ./postern route change 3 --recipient example.org --to mx")
    static final class Change extends OfOne {
        @Mixin
        private Draft draft;

        @Override
        protected void act() {
            show(api().put(address(), draft.body()));
        }
    }

    @Command(name = "enable", description = "Switch a route on", footer = "Example: ./postern route enable 3")
    static final class Enable extends OfOne {
        @Override
        protected void act() {
            enable(true);
        }
    }

    @Command(name = "disable", description = "Switch a route off", footer = "Example: ./postern route disable 3")
    static final class Disable extends OfOne {
        @Override
        protected void act() {
            enable(false);
        }
    }

    @Command(name = "move", description = "Have a route asked right before another one", footer = "Example: ./postern route move 3 --before 1")
    static final class Move extends OfOne {
        @Option(names = "--before", required = true, paramLabel = "ID")
        private int before;

        @Override
        protected void act() {
            api().post(address("move"), Body.empty().withNumber("before", Optional.of(before)));
        }
    }

    @Command(name = "delete", description = "Delete a route", footer = "Example: ./postern route delete 3")
    static final class Delete extends OfOne {
        @Override
        protected void act() {
            api().delete(address());
        }
    }

    @Command(name = "where", description = "Tell where mail would go now, and why", footer = "Example: ./postern route where --from a@example.net --to bob@example.org")
    static final class Where extends Verb {
        @Option(names = "--from", paramLabel = "ADDRESS", description = "its sender; left out for none")
        private Optional<String> from;
        @Option(names = "--to", required = true, paramLabel = "ADDRESS", description = "its recipient")
        private String to;
        @Option(names = "--listener", paramLabel = "NAME", description = "where it came in")
        private Optional<String> listener;

        @Override
        protected void act() {
            JsonObject forecast = api().get(Address.of("/routes/forecast")
                    .with("sender", from.filter(text -> !text.isEmpty()))
                    .with("recipient", to)
                    .with("listener", listener));
            if (!isShown(forecast)) {
                forecast.getJsonArray("lines").getValuesAs(JsonString::getString).forEach(screen()::text);
            }
        }
    }

    @Command(name = "lines", description = "Print the routes of the database as lines of the configuration file", footer = "Example: ./postern route lines")
    static final class File extends Verb {
        @Override
        protected void act() {
            JsonObject beginning = api().get(Address.of("/start"));
            if (!isShown(beginning)) {
                screen().text(beginning.getString("lines").stripTrailing());
            }
        }
    }
}
