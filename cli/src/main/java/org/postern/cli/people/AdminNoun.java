package org.postern.cli.people;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/** Who uses the console. */
@Command(name = "admin", description = "Say who may use the console; a way back for who has lost the password", subcommands = {
        AdminNoun.Lines.class, AdminNoun.Add.class, AdminNoun.Reset.class, AdminNoun.Role.class, AdminNoun.End.class,
        AdminNoun.Sessions.class, AdminNoun.Logout.class})
public final class AdminNoun {
    private static final Columns COLUMNS = Columns.of("name", "role", "settled?:no password yet", "changed");

    @Command(name = "list", description = "List those who may use the console", footer = "Example: ./postern admin list")
    static final class Lines extends Listing {
        @Override
        protected Address place() {
            return Address.of("/people");
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    /** A command about one person. */
    private abstract static class OfOne extends Verb {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name;

        final String name() {
            return name;
        }

        final Address address(String what) {
            return Address.of("/people/{}" + what, name);
        }

        /** Prints the link by which a person chooses a password. */
        final void link(JsonObject answer) {
            if (!isShown(answer)) {
                screen().text(session().console() + answer.getString("link"));
            }
        }
    }

    @Command(name = "add", description = "Let somebody in, who chooses a password by the link that is printed, once, within 24 hours", footer = "Example: ./postern admin add ann --role operator")
    static final class Add extends OfOne {
        @Option(names = "--role", required = true, paramLabel = "ROLE", description = "auditor, operator or administrator")
        private String role;

        @Override
        protected void act() {
            link(api().post(Address.of("/people"), Body.of("name", name()).with("role", role)));
        }
    }

    @Command(name = "reset", description = "Print a link by which somebody chooses another password, once, within 24 hours", footer = "Example: ./postern admin reset ann")
    static final class Reset extends OfOne {
        @Override
        protected void act() {
            link(api().post(address("/link")));
        }
    }

    @Command(name = "role", description = "Give somebody another role", footer = "Example: ./postern admin role ann auditor")
    static final class Role extends OfOne {
        @Parameters(index = "1", paramLabel = "ROLE", description = "auditor, operator or administrator")
        private String role;

        @Override
        protected void act() {
            JsonObject person = api().put(address("/role"), Body.of("role", role));
            if (!isShown(person)) {
                screen().table(COLUMNS, List.of(person));
            }
        }
    }

    @Command(name = "end", description = "End somebody's access, with all sessions and links", footer = "Example: ./postern admin end ann")
    static final class End extends OfOne {
        @Override
        protected void act() {
            api().delete(address(""));
        }
    }

    @Command(name = "sessions", description = "List the browsers in which people have logged in", footer = "Example: ./postern admin sessions")
    static final class Sessions extends Listing {
        @Override
        protected Address place() {
            return Address.of("/console-sessions");
        }

        @Override
        protected Columns columns() {
            return Columns.of("id", "person", "client", "begun", "seen");
        }
    }

    @Command(name = "logout", description = "Log a browser out", footer = "Example: ./postern admin logout 3f9c0a")
    static final class Logout extends Verb {
        @Parameters(paramLabel = "ID", description = "as ./postern admin sessions shows it")
        private String id;

        @Override
        protected void act() {
            api().delete(Address.of("/console-sessions/{}", id));
        }
    }
}
