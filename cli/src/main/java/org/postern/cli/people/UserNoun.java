package org.postern.cli.people;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Passwords;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/** Who hands in mail. */
@Command(name = "user", description = "Add, change and list the users who may send mail through the gateway", subcommands = {
        UserNoun.Lines.class, UserNoun.Show.class, UserNoun.Add.class, UserNoun.Password.class, UserNoun.Senders.class,
        UserNoun.Enable.class, UserNoun.Disable.class, UserNoun.Delete.class})
public final class UserNoun {
    private static final Columns COLUMNS = Columns.of("name", "enabled?on:disabled", "senders");

    @Command(name = "list", description = "List all users", footer = "Example: ./postern user list")
    static final class Lines extends Listing {
        @Override
        protected Address place() {
            return Address.of("/users").with("limit", "500");
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    /** A command about one user. */
    private abstract static class OfOne extends Verb {
        @Parameters(paramLabel = "NAME", description = "by which they log in")
        private String name;

        final String name() {
            return name;
        }

        final Address address(String what) {
            return Address.of("/users/{}" + what, name);
        }

        final void show(JsonObject user) {
            if (!isShown(user)) {
                screen().table(COLUMNS, List.of(user));
            }
        }
    }

    @Command(name = "show", description = "Show one user", footer = "Example: ./postern user show ann@example.org")
    static final class Show extends OfOne {
        @Override
        protected void act() {
            show(api().get(address("")));
        }
    }

    @Command(name = "add", description = {
            "Add a user. The password is asked for; or it is the first line of standard input,",
            "or POSTERN_PASSWORD."}, footer = "Example: ./postern user add ann@example.org --may-send-as sales@example.org,.example.org")
    static final class Add extends OfOne {
        @Option(names = "--may-send-as", split = ",", paramLabel = "SENDER", description = "a mailbox@domain, a domain, .domain for all below it, or * for any; a NAME that is an address always may")
        private List<String> senders = List.of();

        @Override
        protected void act() {
            show(api().post(Address.of("/users"),
                    Body.of("name", name()).with("password", Passwords.read(session())).with("senders", senders)));
        }
    }

    @Command(name = "password", description = {"Give a user another password, which is asked for;",
            "or it is the first line of standard input, or POSTERN_PASSWORD."}, footer = "Example: ./postern user password ann@example.org")
    static final class Password extends OfOne {
        @Override
        protected void act() {
            api().get(address(""));
            api().put(address("/password"), Body.of("password", Passwords.read(session())));
        }
    }

    @Command(name = "senders", description = "Say what a user may write as sender, in place of what was said before", footer = "Example: ./postern user senders ann@example.org --may-send-as example.org")
    static final class Senders extends OfOne {
        @Option(names = "--may-send-as", required = true, split = ",", paramLabel = "SENDER", description = "'' for nothing but their own address")
        private List<String> senders;

        @Override
        protected void act() {
            List<String> said = senders.stream().filter(sender -> !sender.isEmpty()).toList();
            show(api().put(address(""), Body.empty().withAll("senders", said)));
        }
    }

    @Command(name = "enable", description = "Let a user log in", footer = "Example: ./postern user enable ann@example.org")
    static final class Enable extends OfOne {
        @Override
        protected void act() {
            show(api().put(address(""), Body.empty().with("enabled", true)));
        }
    }

    @Command(name = "disable", description = "Let a user not log in", footer = "Example: ./postern user disable ann@example.org")
    static final class Disable extends OfOne {
        @Override
        protected void act() {
            show(api().put(address(""), Body.empty().with("enabled", false)));
        }
    }

    @Command(name = "delete", description = "Delete a user", footer = "Example: ./postern user delete ann@example.org")
    static final class Delete extends OfOne {
        @Override
        protected void act() {
            api().delete(address(""));
        }
    }
}
