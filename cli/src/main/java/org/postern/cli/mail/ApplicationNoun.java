package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

/** The queues and topics that mail for applications lies in. */
@Command(name = "application", description = "Show the queues and topics of applications, and say what their accounts may do", subcommands = {
        ApplicationNoun.Lines.class, ApplicationNoun.Show.class, ApplicationAccountVerbs.Accounts.class,
        ApplicationAccountVerbs.Account.class, ApplicationAccountVerbs.Limit.class})
public final class ApplicationNoun {
    @Command(name = "list", description = "List all of them with what lies there and who reads", footer = "Example: ./postern application list")
    static final class Lines extends Listing {
        @Override
        protected Address place() {
            return Address.of("/applications").with("limit", "500");
        }

        @Override
        protected Columns columns() {
            return Columns.of("name", "held.depth", "held.consumers", "held.inPerMinute|-", "held.outPerMinute|-",
                    "held.oldest|-", "routes");
        }
    }

    @Command(name = "show", description = "Show one of them, and which accounts may read it", footer = "Example: ./postern application show queue:orders")
    static final class Show extends Verb {
        @Parameters(paramLabel = "NAME", description = "as ./postern application list shows it")
        private String name;

        @Override
        protected void act() {
            JsonObject one = api().get(Address.of("/applications/{}", name));
            if (!isShown(one)) {
                screen().table(Columns.of("application.name", "application.held.depth",
                        "application.held.consumers", "application.held.oldest|-", "accounts", "roles"), List.of(one));
            }
        }
    }
}
